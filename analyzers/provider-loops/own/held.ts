import type { Expression } from '../../../src/lang/module.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue, Value } from '../../../src/resolve/value.ts';
import { entryOf, functionOf, options, textOf } from '../../_shared/code/records.ts';
import type { Body, Functions } from './functions.ts';
import { isSelf, mentioned } from './paths.ts';

/** One function that a name of the model leads to. */
export interface Runnable {
  readonly name: string;
  readonly fn: FunctionValue;
  readonly description?: string;
  readonly schema?: Value;
  readonly value: Value;
}

const ways = [
  'run',
  'execute',
  'handler',
  'func',
  'fn',
  'function',
  'handle',
  'call',
  'callable',
  'invoke',
  'forward',
  '_run',
  '__call__',
];

/** What a table or list of a body holds, with `open` where there may be more. */
export function runnables(
  project: Project,
  functions: Functions,
  body: Body,
  holder: Expression,
): { readonly found: readonly Runnable[]; readonly open: boolean } {
  const value = heldIn(project, functions, body, holder);
  const found: Runnable[] = [];
  let open = value === undefined;
  for (const option of options(value)) {
    if (option.kind === 'record') {
      open ||= option.open !== undefined;
      for (const entry of option.entries) {
        const item = runnable(project, entry.value, entry.key);
        if (item) found.push(item);
      }
    } else if (option.kind === 'list') {
      open ||= option.open !== undefined;
      for (const entry of option.items) {
        const item = runnable(project, entry.value, undefined);
        if (item) found.push(item);
      }
    } else open = true;
  }
  if (found.length === 0) {
    found.push(...registered(project, functions, body, holder));
    // A table that is made of one list holds no more than the list.
    open &&= holder.kind !== 'name' || found.length === 0;
  }
  const names = new Set<string>();
  return {
    found: found.filter(({ name }) => !names.has(name) && names.add(name)),
    open:
      open ||
      (found.length === 0 && (value === undefined || !isEmpty(value) || isFilled(functions, body, holder))),
  };
}

/** What is put into a table elsewhere: given to the class that has it, to a method that fills it, or made from a list. */
function registered(
  project: Project,
  functions: Functions,
  body: Body,
  holder: Expression,
): readonly Runnable[] {
  const fn = functions.value(body);
  if (!fn) return [];
  const take = (values: readonly (Value | undefined)[]): readonly Runnable[] =>
    values.flatMap(options).flatMap(value => {
      if (value.kind === 'list') return take(value.items.map(item => item.value));
      const item = runnable(project, value, undefined);
      return item && item.value.kind !== 'function' ? [item] : [];
    });
  if (holder.kind === 'name') {
    const made = project.modules
      .get(body.file)
      ?.body.find(
        item => item.kind === 'assign' && item.target.kind === 'name' && item.target.name === holder.name,
      );
    if (made?.kind !== 'assign' || !made.value) return [];
    return take([...mentioned(made.value)].map(name => project.exported(body.file, name)));
  }
  const { owner } = body;
  if (owner === undefined || holder.kind !== 'member') return [];
  const fills = functions.all
    .filter(item => item.owner === owner && item.file === body.file && fillsMember(item, holder.property))
    .map(item => item.def.name);
  const calls = project.calls([`${body.file}#${owner}`]);
  const given = fills.length > 0 ? project.methodCalls(fills, modulesNamed(body.file)) : [];
  return take(
    [...calls, ...given.map(({ call }) => call)].flatMap(({ args }) => [
      ...args.positional,
      ...args.named.map(({ value }) => value),
    ]),
  );
}

/** A table or list that surely holds nothing. */
function isEmpty(value: Value): boolean {
  return options(value).every(
    option =>
      (option.kind === 'record' && option.entries.length === 0) ||
      (option.kind === 'list' && option.items.length === 0),
  );
}

/** Whether a method of the class that has the table puts something into it. */
function isFilled(functions: Functions, { owner, file }: Body, holder: Expression): boolean {
  if (owner === undefined || holder.kind !== 'member') return true;
  const { property } = holder;
  return functions.all.some(
    item =>
      item.owner === owner &&
      item.file === file &&
      !/^(?:__init__|constructor)$/.test(item.def.name) &&
      fillsMember(item, property),
  );
}

/** `self.tools[name] = …`, `self.tools.append(…)`, `this.tools.set(…)` */
function fillsMember(body: Body, property: string): boolean {
  const isIt = (e: Expression): boolean =>
    e.kind === 'member' && e.property === property && e.object.kind === 'name';
  return body.parts.some(part => {
    const e = part as unknown as { kind: string; target?: Expression; callee?: Expression };
    if (e.kind === 'assign') return e.target?.kind === 'subscript' && isIt(e.target.object);
    return (
      e.kind === 'call' &&
      e.callee?.kind === 'member' &&
      /^(?:append|push|set|update|extend)$/.test(e.callee.property) &&
      isIt(e.callee.object)
    );
  });
}

/** Spellings under which other files import a file. */
function modulesNamed(file: string): readonly string[] {
  const parts = file
    .replace(/\.\w+$/, '')
    .replace(/\/__init__$/, '')
    .split('/');
  return parts.map((_, index) => parts.slice(index).join('.'));
}

function heldIn(project: Project, functions: Functions, body: Body, e: Expression): Value | undefined {
  const fn = functions.value(body);
  if (!fn) return undefined;
  if (e.kind === 'call' && e.callee.kind === 'member' && /^(?:values|items)$/.test(e.callee.property))
    return heldIn(project, functions, body, e.callee.object);
  if (e.kind === 'name') {
    const local = body.parts.find(part => {
      const item = part as unknown as { kind: string; target: Expression };
      return item.kind === 'assign' && item.target.kind === 'name' && item.target.name === e.name;
    }) as unknown as { value?: Expression } | undefined;
    if (local?.value?.kind === 'record') return recordOf(project, fn, local.value);
    return project.frame(fn).get(e.name) ?? project.outerName(fn, e.name);
  }
  if (e.kind !== 'member') return undefined;
  const object =
    e.object.kind === 'name' && isSelf(e.object.name)
      ? selfOf(project, fn)
      : heldIn(project, functions, body, e.object);
  return object && project.member(object, e.property);
}

function selfOf(project: Project, fn: FunctionValue): Value | undefined {
  const frame = project.frame(fn);
  return frame.get('this') ?? frame.get(fn.def.params[0]?.name ?? 'self');
}

/** A table that the body writes out itself. */
function recordOf(project: Project, fn: FunctionValue, e: Expression & { kind: 'record' }): Value {
  const entries = e.entries.flatMap(({ key, value }) => {
    if (key?.kind !== 'literal' || typeof key.value !== 'string') return [];
    const found =
      value.kind === 'name'
        ? project.outerName(fn, value.name)
        : value.kind === 'member' && fn.owner
          ? project.classMember(fn.owner, value.property)
          : undefined;
    return found ? [{ key: key.value, value: found }] : [];
  });
  const rest = entries.length < e.entries.length ? { open: 'entries that were not resolved' } : {};
  const at = { file: fn.file, line: e.at[0], column: e.at[1] };
  return { kind: 'record', id: `${fn.id}:${e.at[0]}:${e.at[1]}`, entries, at, ...rest };
}

function runnable(project: Project, value: Value, key: string | undefined): Runnable | undefined {
  const options_ = options(value);
  for (const option of options_) {
    if (option.kind === 'function') return { name: key ?? option.def.name, fn: option, value: option };
    const get = (name: string): Value | undefined =>
      option.kind === 'record'
        ? entryOf(option, name)
        : option.kind === 'instance'
          ? member(project, option, name)
          : undefined;
    const spec = get('definition') ?? get('spec') ?? get('schema') ?? get('function');
    const name = key ?? textOf(get('name')) ?? textOf(entryOf(spec, 'name'));
    if (name === undefined) continue;
    for (const way of ways) {
      const fn = functionOf(get(way));
      if (!fn) continue;
      const description = textOf(get('description')) ?? textOf(entryOf(spec, 'description'));
      const schema =
        get('parameters') ?? get('params') ?? get('schema') ?? get('input_schema') ?? get('inputSchema');
      return { name, fn, value: option, ...(description && { description }), ...(schema && { schema }) };
    }
  }
  return undefined;
}

function member(project: Project, value: Value & { kind: 'instance' }, name: string): Value | undefined {
  const given =
    value.args.named.find(item => item.name === name)?.value ?? entryOf(value.args.positional[0], name);
  if (given) return given;
  const own = value.classValue && project.classMember(value.classValue, name);
  if (own) return own;
  const found = value.classValue ? project.member(value, name) : undefined;
  return found?.kind === 'unknown' ? undefined : found;
}
