import type { Settings, ToolParameter } from '../../../src/model/fact.ts';
import type { Json } from '../../../src/model/graph.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { CallArguments, InstanceValue, Value } from '../../../src/resolve/value.ts';
import { scalarSettings } from '../scalar-settings.ts';
import type { Places } from './spec.ts';

/** The argument of a call at the first place that is given; a name also means a key of an options record. */
export function argumentOf(args: CallArguments | undefined, places: Places | undefined): Value | undefined {
  for (const place of places ?? []) {
    const found = typeof place === 'number' ? args?.positional[place] : namedArgument(args, place);
    if (found && !isNothing(found)) return found;
  }
  return undefined;
}

function namedArgument(args: CallArguments | undefined, name: string): Value | undefined {
  const keyword = args?.named.find(item => item.name === name)?.value;
  if (keyword) return keyword;
  for (const value of args?.positional ?? []) {
    if (value.kind !== 'record') continue;
    const entry = value.entries.find(item => item.key === name);
    if (entry) return entry.value;
  }
  return undefined;
}

/** `None`, `null` or `undefined`. */
export function isNothing(value: Value): boolean {
  return value.kind === 'literal' && value.value === null;
}

/** Alternatives of a value. */
export function optionsOf(value: Value): readonly Value[] {
  return value.kind === 'union' ? value.options : [value];
}

/** Text of a literal, or of a text with holes where holes become `…`. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value?.kind === 'union') return value.options.map(textOf).find(text => text !== undefined);
  if (value?.kind !== 'text') return undefined;
  return value.parts.map(part => (typeof part === 'string' ? part : (textOf(part) ?? '…'))).join('');
}

/** Texts of a list or a single text. */
export function textsOf(value: Value | undefined): readonly string[] {
  if (value?.kind === 'list') return value.items.flatMap(item => textOf(item.value) ?? []);
  const one = textOf(value);
  return one === undefined ? [] : [one];
}

/** Truth of a literal; undefined for everything else. */
export function truthOf(value: Value | undefined): boolean | undefined {
  return value?.kind === 'literal' ? Boolean(value.value) : undefined;
}

/** One member of a list or record argument. */
export interface Member {
  readonly value: Value;
  readonly key?: string;
  readonly conditional: boolean;
}

/** Members of a list, record or union, lists inside lists taken apart; `open` when there may be more. */
export function membersOf(value: Value): { readonly members: readonly Member[]; readonly open?: string } {
  const members: Member[] = [];
  let open: string | undefined;
  const visit = (item: Value, conditional: boolean, key: string | undefined, depth: number): void => {
    if (depth > 6 || isNothing(item)) return;
    if (item.kind === 'union') for (const option of item.options) visit(option, true, key, depth + 1);
    else if (item.kind === 'list') {
      open ??= item.open;
      for (const inner of item.items)
        visit(inner.value, conditional || inner.conditional === true, undefined, depth + 1);
    } else if (item.kind === 'record' && depth === 0) {
      open ??= item.open;
      for (const entry of item.entries)
        visit(entry.value, conditional || entry.conditional === true, entry.key, depth + 1);
    } else members.push({ value: item, conditional, ...(key !== undefined && { key }) });
  };
  visit(value, false, undefined, 0);
  return { members, ...(open !== undefined && { open }) };
}

/** Plain arguments as settings the catalog may look at. */
export function settingsOf(args: CallArguments): Settings {
  const found: [string, Json][] = [];
  const add = (name: string, value: Value): void => {
    const plain = jsonOf(value);
    if (plain !== undefined) found.push([name, plain]);
  };
  args.positional.forEach((value, index) => {
    if (value.kind === 'record') for (const entry of value.entries) add(entry.key, entry.value);
    else add(String(index), value);
  });
  for (const item of args.named) add(item.name, item.value);
  return scalarSettings(Object.fromEntries(found));
}

function jsonOf(value: Value): Json | undefined {
  if (value.kind === 'literal') return value.value;
  if (value.kind !== 'list') return undefined;
  const texts = textsOf(value);
  return texts.length === value.items.length ? texts : undefined;
}

/** Fields of a schema argument, whatever form it has. */
export function schemaOf(project: Project, value: Value | undefined): readonly ToolParameter[] | undefined {
  if (!value) return undefined;
  const fields = project.fields(value);
  return fields.length > 0 ? fields : undefined;
}

/** Name from an argument, else the variable or key that holds the object, else its file. */
export function nameOf(call: InstanceValue, places: Places | undefined): string {
  const given = textOf(argumentOf(call.args, places));
  const file = call.at.file
    .split('/')
    .at(-1)
    ?.replace(/\.\w+$/, '');
  return given?.replace(/\s+/g, ' ').trim() || call.holder || file || 'agent';
}
