import type { FunctionDef } from '../lang/module.ts';
import type { Location } from '../model/location.ts';
import type { Value } from '../resolve/value.ts';
import type { Frame } from './machine.ts';
import type { Check } from './types.ts';

/** What of a call's result a value is. */
export type Aspect = 'content' | 'id' | 'status';

/** Where a value comes from. */
export type Source =
  | { readonly kind: 'parameter'; readonly name: string; readonly typed: boolean }
  | { readonly kind: 'config'; readonly name: string }
  | { readonly kind: 'call'; readonly call: number; readonly aspect: Aspect }
  | { readonly kind: 'record'; readonly name: string; readonly at: Location }
  | { readonly kind: 'human'; readonly at: Location; readonly shows: boolean }
  | { readonly kind: 'lost'; readonly detail: string };

export type Sources = ReadonlyMap<string, Source>;

/** Checks that hold when a condition is true, and when it is false. */
export interface Test {
  readonly yes: readonly Check[];
  readonly no: readonly Check[];
}

/** A mutable object of the analysed program: fields by name and members of which the place is unknown. */
export interface Contents {
  readonly fields: Map<string, Flow>;
  readonly rest: Flow[];
}

/** A function written inside the analysed body, with the names around it. */
export interface Closure {
  readonly def: FunctionDef;
  readonly frame: Frame;
}

/** Arguments of one call. `rest` stands for what a spread may add. */
export interface Arguments {
  readonly positional: readonly Flow[];
  readonly named: ReadonlyMap<string, Flow>;
  readonly rest?: Flow;
}

/** The call an object was made by, for its constructor arguments and its receiver. */
export interface Made {
  readonly symbol: string;
  readonly args: Arguments;
  readonly receiver?: Flow;
}

/**
 * An abstract value: where it comes from, and as much of its shape as matters to arguments. Immutable except for
 * `contents`, which is an object of the program and changes with it.
 */
export interface Flow {
  readonly sources: Sources;
  readonly value?: Value;
  /** A string in pieces: known text and holes. */
  readonly text?: readonly (string | Flow)[];
  readonly contents?: Contents;
  /** A collection written in the project: its items are records the project holds. */
  readonly held?: Source;
  readonly closure?: Closure;
  readonly made?: Made;
  /** What a harmless function made this from: `base64(message)` still has the message's fields. */
  readonly inputs?: readonly Flow[];
  readonly test?: Test;
  /** Arguments of a tool in one object: its fields are the parameters the model sees. */
  readonly bag?: boolean;
  /** Last name that led here: `hostname` of a URL, `suffix` of a path. */
  readonly field?: string;
  /** What a conversion to a number or truth value left: nothing else can be in it. */
  readonly checked?: true;
  /** A path without `..` and links. */
  readonly resolved?: boolean;
  /** The `resolve` of a promise: what it is called with is what the promise gives. */
  readonly collects?: Flow[];
  readonly alternatives?: readonly Flow[];
}

const noSources: Sources = new Map();

/** Written in the code, nothing known beyond that. */
export const constant: Flow = { sources: noSources };

export function keyOf(source: Source): string {
  switch (source.kind) {
    case 'parameter':
      return `p:${source.name}:${source.typed}`;
    case 'config':
      return `c:${source.name}`;
    case 'call':
      return `r:${source.call}:${source.aspect}`;
    case 'record':
      return `d:${source.name}:${source.at.file}:${source.at.line}`;
    case 'human':
      return 'h';
    case 'lost':
      return `l:${source.detail}`;
  }
}

/** A value of which only the origin is known. */
export function from(...sources: readonly Source[]): Flow {
  return { sources: new Map(sources.map(source => [keyOf(source), source])) };
}

export function lost(detail: string): Flow {
  return from({ kind: 'lost', detail: detail.slice(0, 80) });
}

export function textFlow(text: string): Flow {
  return { sources: noSources, text: [text] };
}

/** Every alternative of a value. */
export function options(flow: Flow): readonly Flow[] {
  return flow.alternatives ?? [flow];
}

export function uniteSources(list: readonly Sources[]): Sources {
  let largest = noSources;
  for (const sources of list) if (sources.size > largest.size) largest = sources;
  let out: Map<string, Source> | undefined;
  for (const sources of list) {
    if (sources === largest || sources.size === 0) continue;
    for (const [key, source] of sources) {
      if (largest.has(key)) continue;
      out ??= new Map(largest);
      out.set(key, source);
    }
  }
  return out ?? largest;
}

const maxAlternatives = 6;

/** One of several values. `null` beside others says nothing. */
export function join(flows: readonly Flow[]): Flow {
  const [head] = flows;
  if (head && flows.length === 1) return head;
  const all = [...new Set(flows.flatMap(options))];
  const useful = all.filter(flow => !isNull(flow));
  const kept = (useful.length > 0 ? useful : all).slice(0, maxAlternatives);
  const [only] = kept;
  if (!only) return constant;
  if (kept.length === 1 && all.length <= maxAlternatives) return only;
  return { sources: uniteSources(all.map(flow => flow.sources)), alternatives: kept };
}

export function isNull(flow: Flow): boolean {
  return flow.value?.kind === 'literal' && flow.value.value === null;
}

/**
 * Every origin of a value and of what lies in it; bounded in depth. `held` also counts collections of the project as
 * records, which matters to what comes back, not to constants that are passed along.
 */
export function deepSources(flow: Flow, held = false): Sources {
  return collect(flow, held, 0, new Set());
}

function collect(flow: Flow, held: boolean, depth: number, seen: Set<Contents>): Sources {
  if (depth > 6) return flow.sources;
  const inner = (list: readonly Flow[]): readonly Sources[] =>
    list.map(f => collect(f, held, depth + 1, seen));
  const parts: Sources[] = [flow.sources, ...(held && flow.held ? [from(flow.held).sources] : [])];
  if (flow.contents && !seen.has(flow.contents)) {
    seen.add(flow.contents);
    parts.push(...inner([...flow.contents.fields.values(), ...flow.contents.rest]));
  }
  if (flow.text) parts.push(...inner(flow.text.filter(part => typeof part !== 'string')));
  if (flow.alternatives) parts.push(...inner(flow.alternatives));
  return uniteSources(parts);
}

/** What a harmless function makes of its inputs. */
export function derive(inputs: readonly Flow[]): Flow {
  const kept = inputs.filter(flow => flow !== constant);
  if (kept.length === 0) return constant;
  return { sources: uniteSources(kept.map(flow => deepSources(flow, isTable(flow)))), inputs: kept };
}

/** A table of records, which stays one when it is written out as text. */
function isTable(flow: Flow): boolean {
  return (
    flow.held !== undefined &&
    [...(flow.contents?.rest ?? []), ...(flow.contents?.fields.values() ?? [])].some(
      item => item.contents !== undefined,
    )
  );
}

/** The same origins, but only a number, boolean or fixed word can come out; results of calls become their status. */
export function typed(inputs: readonly Flow[]): Flow {
  const sources = [...uniteSources(inputs.map(flow => deepSources(flow))).values()].map(
    (source): Source =>
      source.kind === 'parameter'
        ? { ...source, typed: true }
        : source.kind === 'call'
          ? { ...source, aspect: 'status' }
          : source,
  );
  return { ...from(...sources), checked: true };
}

/** Strings put together; nested texts are laid out and neighbours joined. */
export function concat(parts: readonly Flow[]): Flow {
  const pieces: (string | Flow)[] = [];
  for (const part of parts) {
    const shown = part.alternatives ? undefined : textOf(part);
    for (const piece of shown ?? [part]) {
      const last = pieces.at(-1);
      if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
      else if (pieces.length < 200) pieces.push(piece);
    }
  }
  return { sources: uniteSources(parts.map(part => deepSources(part))), text: pieces };
}

/** The pieces of a string, also of one that a harmless function wraps. */
export function textOf(flow: Flow, depth = 0): readonly (string | Flow)[] | undefined {
  if (flow.text) return flow.text;
  if (flow.value?.kind === 'literal' && flow.value.value !== null) return [String(flow.value.value)];
  const [input, ...others] = flow.inputs ?? [];
  if (!input || depth >= 4 || others.some(other => deepSources(other).size > 0)) return undefined;
  return textOf(input, depth + 1);
}

/** The whole text where it is written in the code. */
export function constantText(flow: Flow): string | undefined {
  const pieces = textOf(flow);
  const [only] = pieces ?? [];
  if (pieces?.length === 0) return '';
  return pieces?.length === 1 && typeof only === 'string' ? only : undefined;
}

/** An object with known parts. */
export function objectOf(fields: Iterable<readonly [string, Flow]>, rest: readonly Flow[] = []): Flow {
  return { sources: noSources, contents: { fields: new Map(fields), rest: [...rest] } };
}
