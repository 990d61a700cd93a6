import type { Location } from '../model/location.ts';
import { limits } from './evaluator.ts';
import type { CallArguments, Value } from './value.ts';

/** Collections are told apart down to this depth. */
const deepest = 6;

/** Longer signatures are replaced by their fingerprint. */
const longest = 400;

/** Signatures of collections by depth: values never change, and the same ones are compared again and again. */
const signatures = Array.from({ length: deepest + 1 }, () => new WeakMap<Value, string>());

/** A text that is equal for values that mean the same thing; bounded in depth and length. */
export function signature(value: Value, depth = 0): string {
  if (depth > deepest) return '…';
  const isLeaf = value.kind !== 'list' && value.kind !== 'record' && value.kind !== 'union';
  if (isLeaf) return spell(value, depth);
  const known = signatures[depth]?.get(value);
  if (known !== undefined) return known;
  const text = spell(value, depth);
  const short = text.length > longest ? `#${text.length}.${fingerprint(text)}` : text;
  signatures[depth]?.set(value, short);
  return short;
}

function spell(value: Value, depth: number): string {
  const next = (v: Value): string => signature(v, depth + 1);
  switch (value.kind) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'text':
      return `t(${value.parts.map(p => (typeof p === 'string' ? JSON.stringify(p) : next(p))).join()})`;
    case 'list':
      return `[${value.items
        .slice(0, 64)
        .map(i => next(i.value))
        .join()}]`;
    case 'record':
      return `{${value.entries
        .slice(0, 64)
        .map(e => `${e.key}:${next(e.value)}`)
        .join()}}`;
    case 'function':
      return `f(${value.id}${value.self ? `;${next(value.self)}` : ''}${value.partial ? `;${given(value.partial, depth)}` : ''})`;
    case 'class':
      return `c(${value.id})`;
    case 'instance':
      return `i(${value.id})`;
    case 'external':
      return `x(${value.symbol}${value.receiver ? `;${next(value.receiver)}` : ''})`;
    case 'module':
      return `m(${value.path})`;
    case 'union':
      return `u(${value.options.map(next).join('|')})`;
    case 'unknown':
      return `?(${value.reason}:${value.detail})`;
  }
}

/** The arguments a function was given ahead. */
function given(args: CallArguments, depth: number): string {
  const named = args.named.map(n => `${n.name}=${signature(n.value, depth + 1)}`);
  return [...args.positional.map(v => signature(v, depth + 1)), ...named].join();
}

/** Alternatives as one value: flattened, without repeats, at most `limits.union`; one alternative is itself. */
export function unite(values: readonly Value[], at: Location): Value {
  const [sole] = values;
  if (sole && values.length === 1 && sole.kind !== 'union') return sole;
  // Most often all alternatives are one and the same object; that costs no signature.
  const distinct = new Set(values.flatMap(v => (v.kind === 'union' ? v.options : [v])));
  const [first] = distinct;
  if (first && distinct.size === 1) return first;
  const seen = new Map<string, Value>();
  for (const value of distinct) {
    const key = signature(value);
    if (!seen.has(key)) seen.set(key, value);
  }
  const options = [...seen.values()].slice(0, limits.union);
  const [only, second] = options;
  if (only && !second) return only;
  if (!only) return { kind: 'unknown', reason: 'dynamic', detail: 'no value', at };
  return { kind: 'union', options, at };
}

/** Applies a function to every alternative. */
export function mapOptions(value: Value, at: Location, f: (v: Value) => Value): Value {
  return value.kind === 'union' ? unite(value.options.map(f), at) : f(value);
}

/** A short, stable, non-cryptographic fingerprint (FNV-1a, two lanes) for object identities. */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
