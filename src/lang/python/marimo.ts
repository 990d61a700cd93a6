import type { Expression, Import, Statement } from '../module.ts';

/**
 * A marimo notebook is a program whose cells are functions: `@app.cell def _(client): … return (agent,)`. Parameters and
 * results only say which names the cells share, so the cells are read like the statements of one file.
 */
export function openCells(imports: readonly Import[], body: readonly Statement[]): readonly Statement[] {
  const marimo = imports.find(item => item.module === 'marimo' && item.name === undefined)?.local;
  if (marimo === undefined) return body;
  const apps = new Set(body.flatMap(statement => appMadeBy(statement, marimo)));
  if (apps.size === 0) return body;
  return body.flatMap(statement =>
    statement.kind === 'function' && statement.def.decorators.some(item => isCell(item, apps))
      ? statement.def.body.filter(inner => inner.kind !== 'return')
      : [statement],
  );
}

function appMadeBy(statement: Statement, marimo: string): readonly string[] {
  if (statement.kind !== 'assign' || statement.target.kind !== 'name') return [];
  return statement.value?.kind === 'call' && isMember(statement.value.callee, new Set([marimo]), 'App')
    ? [statement.target.name]
    : [];
}

function isCell(decorator: Expression, apps: ReadonlySet<string>): boolean {
  return isMember(decorator.kind === 'call' ? decorator.callee : decorator, apps, 'cell');
}

function isMember(e: Expression, objects: ReadonlySet<string>, property: string): boolean {
  return (
    e.kind === 'member' && e.property === property && e.object.kind === 'name' && objects.has(e.object.name)
  );
}
