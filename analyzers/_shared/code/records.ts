import type { Annotations } from '../../../src/model/fact.ts';
import type { Json } from '../../../src/model/graph.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { CallArguments, FunctionValue, Value } from '../../../src/resolve/value.ts';

/** The alternatives of a value, itself when there is one. */
export function options(value: Value | undefined): readonly Value[] {
  if (!value) return [];
  return value.kind === 'union' ? value.options : [value];
}

/** A string that is fully known; of several alternatives the first. */
export function textOf(value: Value | undefined): string | undefined {
  for (const option of options(value)) {
    if (option.kind === 'literal' && typeof option.value === 'string') return option.value;
    // `.value` of a member of an enumeration of strings.
    if (option.kind === 'external' && option.symbol === 'text().value') return textOf(option.receiver);
  }
  return undefined;
}

/** A string for reading: holes become `…`. Undefined when nothing of it is known. */
export function wordsOf(value: Value | undefined): string | undefined {
  for (const option of options(value)) {
    if (option.kind === 'literal' && typeof option.value === 'string') return option.value;
    if (option.kind === 'text')
      return option.parts.map(part => (typeof part === 'string' ? part : (textOf(part) ?? '…'))).join('');
  }
  return undefined;
}

/** The value under a key of an object literal or dict; of several alternatives the first that has it. */
export function entryOf(value: Value | undefined, key: string): Value | undefined {
  for (const option of options(value)) {
    const entry = option.kind === 'record' ? option.entries.find(item => item.key === key) : undefined;
    if (entry) return entry.value;
  }
  return undefined;
}

/** An argument by keyword, else by position. */
export function argument(
  args: CallArguments | undefined,
  name: string,
  position?: number,
): Value | undefined {
  const named = args?.named.find(item => item.name === name)?.value;
  return named ?? (position === undefined ? undefined : args?.positional[position]);
}

/** The function behind a callback: itself, or the one a wrapper of another package was given. */
export function functionOf(value: Value | undefined, depth = 0): FunctionValue | undefined {
  if (depth > 4) return undefined;
  for (const option of options(value)) {
    if (option.kind === 'function') return option;
    if (option.kind !== 'instance') continue;
    const given = [...option.args.positional, ...option.args.named.map(item => item.value)];
    for (const item of given) {
      const inner = functionOf(item, depth + 1);
      if (inner) return inner;
    }
  }
  return undefined;
}

const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;

/** Annotations from an object literal, a dict, or a `ToolAnnotations(...)` call. */
export function annotationsOf(value: Value | undefined): Annotations | undefined {
  const get = (key: string): Value | undefined =>
    entryOf(value, key) ??
    options(value).flatMap(v => (v.kind === 'instance' ? (argument(v.args, key) ?? []) : []))[0];
  const flags = hints.flatMap(hint => {
    // The second Python SDK spells them `read_only_hint`.
    const given = get(hint) ?? get(hint.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`));
    return given?.kind === 'literal' && typeof given.value === 'boolean'
      ? [[hint, given.value] as const]
      : [];
  });
  const title = textOf(get('title'));
  if (flags.length === 0 && title === undefined) return undefined;
  return { ...(title !== undefined && { title }), ...Object.fromEntries(flags) };
}

/** Whether an object literal holds nothing but annotations. */
export function isAnnotations(value: Value): boolean {
  if (value.kind !== 'record' || value.entries.length === 0) return false;
  return (
    value.entries.every(entry => entry.key === 'title' || hints.some(hint => hint === entry.key)) &&
    value.entries.every(entry => entry.value.kind !== 'instance')
  );
}

/** Plain data of a value as JSON, for schemas that are written out; undefined when a part is not known. */
export function jsonOf(value: Value | undefined, depth = 0): Json | undefined {
  if (!value || depth > 12) return undefined;
  if (value.kind === 'literal') return value.value;
  if (value.kind === 'list') {
    const items = value.items.map(item => jsonOf(item.value, depth + 1));
    return items.some(item => item === undefined) ? undefined : (items as readonly Json[]);
  }
  if (value.kind !== 'record') return undefined;
  const entries = value.entries.map(entry => [entry.key, jsonOf(entry.value, depth + 1)] as const);
  return entries.some(([, item]) => item === undefined) ? undefined : (Object.fromEntries(entries) as Json);
}

/** Looks a plain name or attribute up at the top level of a file: `Tools.FETCH`, `handlers`. */
export function topLevel(project: Project, file: string, path: readonly string[]): Value | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  let value = project.exported(file, first);
  for (const name of rest) value = value && project.member(value, name);
  return value;
}
