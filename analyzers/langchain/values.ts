import type { Settings } from '../../src/model/fact.ts';
import type { Json } from '../../src/model/graph.ts';
import type { CallArguments, InstanceValue, RecordValue, Value } from '../../src/resolve/value.ts';

/** The alternatives of a value; a single one for anything but a union. */
export function options(value: Value | undefined): readonly Value[] {
  if (!value) return [];
  return value.kind === 'union' ? value.options : [value];
}

/** The string a value certainly is. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** The readable parts of a string with holes; `{name}` stands for a hole. */
export function wordsOf(value: Value | undefined): string | undefined {
  if (value?.kind !== 'text') return textOf(value);
  return value.parts.map(part => (typeof part === 'string' ? part : (textOf(part) ?? '{…}'))).join('');
}

/** Whether a value is surely true or surely false. */
export function flagOf(value: Value | undefined): boolean | undefined {
  return value?.kind === 'literal' && typeof value.value === 'boolean' ? value.value : undefined;
}

/** `None`, `null`, `undefined`, or not given. */
export function isAbsent(value: Value | undefined): boolean {
  return value === undefined || (value.kind === 'literal' && value.value === null);
}

/** The strings of a list; one string is a list of one; anything else is left out. */
export function stringsOf(value: Value | undefined): readonly string[] {
  return options(value).flatMap(option => {
    const one = textOf(option);
    if (one !== undefined) return [one];
    if (option.kind === 'record') return option.entries.map(entry => entry.key);
    return option.kind === 'list' ? option.items.flatMap(item => stringsOf(item.value)) : [];
  });
}

/** Entry of a record by name. */
export function entryOf(record: RecordValue, ...names: readonly string[]): Value | undefined {
  for (const name of names) {
    const found = record.entries.find(entry => entry.key === name);
    if (found) return found.value;
  }
  return undefined;
}

/**
 * An argument of a call under any of its names: Python keyword, or key of the options record that JS calls take as
 * first (or `options`-th) argument; else by position.
 */
export function argument(
  args: CallArguments,
  names: readonly string[],
  position?: number,
  record = 0,
): Value | undefined {
  for (const name of names) {
    const named = args.named.find(item => item.name === name);
    if (named) return named.value;
  }
  for (const option of options(args.positional[record])) {
    const found = option.kind === 'record' ? entryOf(option, ...names) : undefined;
    if (found) return found;
  }
  const given = position === undefined ? undefined : args.positional[position];
  // The options record itself is no positional argument of the Python form.
  return given?.kind === 'record' && position === record && names.length > 0 && isOptions(given)
    ? undefined
    : given;
}

const optionKeys =
  /^(?:tools|llm|model|prompt|agents|name|schema|description|middleware|systemPrompt|agent)$/;

function isOptions(record: RecordValue): boolean {
  return record.entries.some(entry => optionKeys.test(entry.key));
}

/** Last word of a symbol: `create_agent` of `langchain.agents.create_agent`, `tool` of `langchain#tool`. */
export function lastName(symbol: string): string {
  return (
    symbol
      .replace(/(?:\(\))+$/, '')
      .split(/[.#/]/)
      .at(-1) ?? symbol
  );
}

/** The package a symbol is from: `langchain_core`, `@langchain/core`. */
export function packageName(symbol: string): string {
  const hash = symbol.indexOf('#');
  if (hash < 0) return symbol.split('.')[0] ?? symbol;
  const path = symbol.slice(0, hash).split('/');
  return path.slice(0, symbol.startsWith('@') ? 2 : 1).join('/');
}

/** The object and everything it was made from by method calls, nearest first. */
export function chainOf(value: Value | undefined): readonly InstanceValue[] {
  const chain: InstanceValue[] = [];
  for (let next = value; next && chain.length < 20; ) {
    if (next.kind !== 'instance' && next.kind !== 'external') break;
    if (next.kind === 'instance') chain.push(next);
    next = next.receiver;
  }
  return chain;
}

const secret = /(?:key|token|secret|password|credential|authorization)s?$/i;
const maxText = 300;

/** The switches among the arguments of a constructor call, as the catalog wants them; secrets left out. */
export function settingsOf(call: InstanceValue): Settings {
  const kept: [string, Json][] = [];
  const put = (name: string, value: Value): void => {
    const setting = secret.test(name) ? undefined : toJson(value, 0);
    if (setting !== undefined) kept.push([name, setting]);
  };
  for (const { name, value } of call.args.named) put(name, value);
  const [first] = call.args.positional;
  if (first?.kind === 'record') for (const { key, value } of first.entries) put(key, value);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 60));
}

/** Plain data of a value; undefined where it is computed or too long. */
export function toJson(value: Value, depth: number): Json | undefined {
  if (depth > 4) return undefined;
  if (value.kind === 'literal') {
    return typeof value.value === 'string' && value.value.length > maxText ? undefined : value.value;
  }
  if (value.kind === 'list') {
    const items = value.items.map(item => toJson(item.value, depth + 1));
    return items.filter(item => item !== undefined);
  }
  if (value.kind !== 'record') return undefined;
  const entries = value.entries.flatMap(({ key, value: inner }): readonly [string, Json][] => {
    const json = secret.test(key) ? undefined : toJson(inner, depth + 1);
    return json === undefined ? [] : [[key, json]];
  });
  return Object.fromEntries(entries);
}
