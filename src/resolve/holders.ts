import type { Expression } from '../lang/module.ts';
import type { StaticScope } from './scope.ts';

/**
 * The name under which the object made by an expression is kept: variable, attribute, record key, the function that
 * returns it, else the file. Looks through `await`, fluent chains and wrapping calls.
 */
export function createHolders(): (expression: Expression, statics: StaticScope) => string {
  const memo = new WeakMap<StaticScope, ReadonlyMap<Expression, string>>();
  return (expression, statics) => {
    const map = memo.get(statics) ?? holders(statics);
    memo.set(statics, map);
    return map.get(expression) ?? fileName(statics.file);
  };
}

/** The name of last resort: the file, with its folder where the file's own name says nothing. */
export function fileName(file: string): string {
  const parts = file.split('/');
  const last = (parts.pop() ?? file).replace(/\.[a-z]+$/i, '');
  return /^(?:index|main|agent|__init__|app|route)$/.test(last) && parts.length > 0
    ? `${parts.pop() ?? ''}/${last}`
    : last;
}

function holders(statics: StaticScope): ReadonlyMap<Expression, string> {
  const out = new Map<Expression, string>();
  const mark = (e: Expression | undefined, name: string, depth: number): void => {
    if (!e || depth > 12) return;
    if (e.kind === 'call') {
      if (!out.has(e)) out.set(e, name);
      if (e.callee.kind === 'member') mark(e.callee.object, name, depth + 1);
      for (const a of e.args) if (a.value.kind === 'call') mark(a.value, name, depth + 1);
    } else if (e.kind === 'await') mark(e.value, name, depth + 1);
    else if (e.kind === 'conditional') {
      mark(e.then, name, depth + 1);
      mark(e.else, name, depth + 1);
    } else if (e.kind === 'binary') {
      mark(e.left, name, depth + 1);
      mark(e.right, name, depth + 1);
    } else if (e.kind === 'record') {
      for (const entry of e.entries) {
        mark(entry.value, entry.key?.kind === 'literal' ? String(entry.key.value) : name, depth + 1);
      }
    } else if (e.kind === 'list') for (const item of e.items) mark(item.value, name, depth + 1);
  };
  for (const [name, list] of statics.bindings) {
    for (const b of list) {
      if (b.definition.how === 'assign' || b.definition.how === 'enter') mark(b.definition.value, name, 0);
    }
  }
  for (const effect of statics.effects) {
    if (effect.kind !== 'set' || !effect.value) continue;
    const to = effect.expression;
    if (to.kind === 'member') mark(effect.value, to.property, 0);
    if (to.kind === 'subscript' && to.index.kind === 'literal') mark(effect.value, String(to.index.value), 0);
  }
  const fn = statics.function?.name;
  for (const value of statics.returns) if (fn) mark(value, fn, 0);
  for (const item of statics.kind === 'module' ? statics.module.exports : []) {
    mark(item.value, item.name === 'default' ? fileName(statics.file) : item.name, 0);
  }
  return out;
}
