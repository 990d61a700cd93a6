import type { Argument, Expression, FunctionDef, Module } from '../lang/module.ts';
import type { Deed } from '../model/deed.ts';
import type { NodeFact } from '../model/fact.ts';
import { locate } from '../model/location.ts';
import { isKind, type Part, partsOf, partsOfBody } from '../resolve/parts.ts';
import type { Project } from '../resolve/project.ts';
import { callMarks } from './data/calls.ts';
import { exhaustion } from './exhaustion.ts';
import type { ReachedCode } from './reached-code.ts';

/** Deeds that the shape of the code shows, where no interface of the catalog is involved. */
export function deedsOfSyntax(project: Project, code: ReachedCode, fact: NodeFact): readonly Deed[] {
  return code.functions.flatMap(({ def, file }) => {
    const module = project.modules.get(file);
    if (!module) return [];
    const lines = fact.handler?.file === file ? fact.handler.lines : undefined;
    const parts = partsOfBody(def).filter(
      part => !lines || def.at[0] > lines[1] || (part.at[0] >= lines[0] && part.at[0] <= lines[1]),
    );
    return [
      ...parts.flatMap(part => [
        ...markedCall(part, module, def),
        ...environment(part, module),
        ...definitions(part, module),
      ]),
      ...exhaustion(def, parts, file),
    ];
  });
}

function markedCall(part: Part, module: Module, def: FunctionDef): readonly Deed[] {
  if (!isKind(part, 'call')) return [];
  const callee = part.callee as Expression;
  const args = part.args as readonly Argument[];
  const symbol = symbolOf(callee, module);
  const method = callee.kind === 'member' ? `?.${callee.property}` : '';
  for (const mark of callMarks) {
    if (!mark.symbol.test(symbol) && !mark.symbol.test(method)) continue;
    if (mark.imports && !module.imports.some(item => mark.imports?.test(item.module))) continue;
    const given = mark.argument === undefined ? undefined : args[mark.argument];
    if (mark.argument !== undefined && (!given || !isOpen(given.value, def))) continue;
    if (mark.unless && args.some(item => mark.unless?.test(wordsOf(item.value)))) continue;
    return [
      {
        kind: mark.kind,
        what: given ? `${symbol || method} of ${wordsOf(given.value)}` : wordsOf(callee),
        at: locate(module.path, part.at),
      },
    ];
  }
  return formatted(callee, args, def)
    ? [{ kind: 'template-injection', what: `format of ${wordsOf(callee)}`, at: locate(module.path, part.at) }]
    : [];
}

/** `text.format(**values)` where the text itself is an argument: it can walk through the attributes of the values. */
function formatted(callee: Expression, args: readonly Argument[], def: FunctionDef): boolean {
  return (
    callee.kind === 'member' &&
    /^format(?:_map)?$/.test(callee.property) &&
    callee.object.kind === 'name' &&
    isParameter(callee.object.name, def) &&
    args.some(item => item.spread !== undefined || callee.property === 'format_map')
  );
}

/** A parameter of the function, or a text put together with something in it. */
function isOpen(value: Expression, def: FunctionDef): boolean {
  if (value.kind === 'name') return isParameter(value.name, def) || isAssembled(value.name, def);
  if (value.kind === 'template') return value.parts.some(part => part.kind !== 'literal');
  return value.kind === 'binary' && value.op === '+' && (isOpen(value.left, def) || isOpen(value.right, def));
}

function isParameter(name: string, def: FunctionDef): boolean {
  return name !== 'self' && name !== 'this' && def.params.some(parameter => parameter.name === name);
}

/** A local that is made of a parameter. */
function isAssembled(name: string, def: FunctionDef): boolean {
  for (const part of partsOfBody(def)) {
    if (!isKind(part, 'assign')) continue;
    const target = part.target as Expression;
    const value = part.value as Expression | undefined;
    if (target.kind !== 'name' || target.name !== name || !value) continue;
    if (value.kind === 'template' || value.kind === 'binary') {
      for (const inner of partsOf([value]))
        if (isKind(inner, 'name') && isParameter(String(inner.name), def)) return true;
    }
  }
  return false;
}

/** The whole environment of the process is walked through, not one variable read. */
function environment(part: Part, module: Module): readonly Deed[] {
  const loops = isKind(part, 'for') ? [part.iter as Expression] : [];
  const clauses = isKind(part, 'comprehension')
    ? (part.clauses as readonly { readonly iter: Expression }[]).map(clause => clause.iter)
    : [];
  const walked = [...loops, ...clauses].find(iter =>
    /^(?:os\.environ(?:\.(?:items|keys|values)\(\))?|Object\.(?:entries|keys|values)\(process\.env\))$/.test(
      wordsOf(iter),
    ),
  );
  return walked
    ? [{ kind: 'reads-environment', what: wordsOf(walked), at: locate(module.path, part.at) }]
    : [];
}

/** The text a model is shown is replaced while the server runs. */
function definitions(part: Part, module: Module): readonly Deed[] {
  const target = isKind(part, 'assign') ? (part.target as Expression) : updated(part, module);
  if (!target || (isKind(part, 'assign') && !isShownText(target))) return [];
  const what = `replaced by the code of a tool (${wordsOf(target)})`;
  return [{ kind: 'changes-definition', what, at: locate(module.path, part.at) }];
}

/** A docstring, or the description of something that is called a tool. */
function isShownText(target: Expression): boolean {
  if (target.kind !== 'member') return false;
  if (target.property === '__doc__') return true;
  return target.property === 'description' && /(?:^|[._])tools?(?:\b|$)/i.test(wordsOf(target.object));
}

/** `registered.update({ description })` on what `registerTool` gave back. */
function updated(part: Part, module: Module): Expression | undefined {
  if (!isKind(part, 'call')) return undefined;
  const callee = part.callee as Expression;
  const [given] = part.args as readonly Argument[];
  if (callee.kind !== 'member' || callee.property !== 'update' || given?.value.kind !== 'record')
    return undefined;
  const { object } = callee;
  const isText = given.value.entries.some(
    ({ key }) => key?.kind === 'literal' && key.value === 'description',
  );
  if (!isText || object.kind !== 'name') return undefined;
  const isTool = [...partsOf(module.body)].some(item => {
    if (!isKind(item, 'assign')) return false;
    const { target, value } = item as unknown as { target: Expression; value?: Expression };
    const isIt = target.kind === 'name' && target.name === object.name;
    return (
      isIt &&
      value?.kind === 'call' &&
      value.callee.kind === 'member' &&
      /^(?:registerTool|tool)$/.test(value.callee.property)
    );
  });
  return isTool ? object : undefined;
}

/** Imported name of a callee: `yaml.load`, `jinja2.Template`. */
function symbolOf(callee: Expression, module: Module): string {
  if (callee.kind === 'name') {
    const found = module.imports.find(item => item.local === callee.name && item.name !== undefined);
    return found ? `${found.module}.${found.name}` : '';
  }
  if (callee.kind !== 'member') return '';
  const words = wordsOf(callee);
  const [head = '', ...rest] = words.split('.');
  const found = module.imports.find(item => item.local === head);
  if (!found) return '';
  const base =
    found.name === undefined || found.name === '*' || found.name === 'default' ? '' : `.${found.name}`;
  return `${found.dotted ? head : found.module}${base}.${rest.join('.')}`;
}

/** Names, members and calls of an expression as text, for messages and comparison. */
function wordsOf(value: Expression, depth = 0): string {
  if (depth > 6) return '…';
  if (value.kind === 'name') return value.name;
  if (value.kind === 'member') return `${wordsOf(value.object, depth + 1)}.${value.property}`;
  if (value.kind === 'call')
    return `${wordsOf(value.callee, depth + 1)}(${value.args.map(item => wordsOf(item.value, depth + 1)).join(', ')})`;
  if (value.kind === 'literal') return JSON.stringify(value.value).slice(0, 40);
  if (value.kind === 'template') return 'text with values in it';
  if (value.kind === 'binary')
    return `${wordsOf(value.left, depth + 1)} ${value.op} ${wordsOf(value.right, depth + 1)}`;
  return value.kind;
}
