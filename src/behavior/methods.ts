import { setField } from './binding.ts';
import { methodOf } from './callee-text.ts';
import type { ExternalCall } from './externals.ts';
import { concat, constant, constantText, derive, type Flow, join, objectOf, typed } from './flow.ts';
import type { Machine } from './machine.ts';
import { elementOf, entryOf } from './members.ts';

const adds = new Set(['append', 'push', 'add', 'unshift', 'insert', 'appendleft']);
const extendsWith = new Set(['extend', 'update', 'assign']);
const sets = new Set([
  'set',
  'setdefault',
  'add_header',
  'setHeader',
  'replace_header',
  '__setitem__',
  'set_content',
  'attach',
]);
const picks = new Set(['find', 'pop', 'shift', 'at', 'findLast', 'popitem', 'next']);
const keeps = new Set([
  'filter',
  'slice',
  'sort',
  'reverse',
  'concat',
  'copy',
  'toSorted',
  'toReversed',
  'values',
  'splice',
  'flat',
]);
const same = new Set(['strip', 'toString', 'trim', 'valueOf']);
const wraps = new Set(['map', 'flatMap']);
const reads = new Set(['get', 'getItem', 'pop', 'setdefault']);
const counts = new Set([
  'count',
  'index',
  'indexOf',
  'includes',
  'startswith',
  'startsWith',
  'endswith',
  'endsWith',
  'has',
  'isdigit',
  'isalnum',
  'search',
  'size',
]);

/** Symbols of methods of lists, records, maps and strings, as the resolver spells them. */
export function isDataSymbol(symbol: string): boolean {
  return /^(?:list|record|text|function|globalThis\.(?:FormData|Headers|Map|Set|URLSearchParams|WeakMap))\(\)\./.test(
    symbol,
  );
}

/** A method of a list, a record, a string or a promise. `back` is what its callbacks returned. */
export function methodCall(m: Machine, call: ExternalCall, back: readonly Flow[]): Flow | undefined {
  const { receiver, args } = call;
  if (!receiver) return undefined;
  const name = methodOf(call.site.callee);
  if (name === 'then') return back.length > 0 ? join(back) : receiver;
  if (name === 'catch' || name === 'finally') return join([receiver, ...back]);
  // Each of several addresses stays what it is.
  if (same.has(name) && receiver.alternatives) return join(receiver.alternatives.map(one => derive([one])));
  const [first, second] = args.positional;
  if (name === 'format') return concat([receiver, ...args.positional, ...args.named.values()]);
  if (adds.has(name)) {
    const values = name === 'insert' ? args.positional.slice(-1) : args.positional;
    for (const value of values) setField(m, receiver, undefined, value);
    // `all.push(...page.items)`
    if (args.rest) setField(m, receiver, undefined, elementOf(args.rest));
    return constant;
  }
  if (extendsWith.has(name)) {
    for (const [key, field] of [...(first?.contents?.fields ?? []), ...args.named])
      setField(m, receiver, key, field);
    if (first && !first.contents?.fields.size) setField(m, receiver, undefined, elementOf(first));
    return constant;
  }
  if (sets.has(name)) {
    setField(m, receiver, second && first ? constantText(first) : undefined, second ?? first ?? constant);
    return second ?? constant;
  }
  if (wraps.has(name)) return objectOf([], back.length > 0 ? back : [elementOf(receiver)]);
  if (name === 'reduce') return join([...back, ...(second ? [second] : [])]);
  if (name === 'forEach') return constant;
  if (picks.has(name) && (first === undefined || back.length > 0)) return elementOf(receiver);
  if (keeps.has(name)) return name === 'concat' ? join([receiver, ...args.positional]) : receiver;
  if (reads.has(name) && first) {
    const key = constantText(first);
    const found = key === undefined ? entryOf(receiver, first) : m.member(receiver, key, call.frame);
    return second ? join([found, second]) : found;
  }
  if (name === 'items' || name === 'entries')
    return objectOf([], [objectOf([], [derive([{ sources: receiver.sources }]), elementOf(receiver)])]);
  if (counts.has(name)) return typed([receiver, ...args.positional]);
  if (name === 'join') return derive([receiver, ...(first ? [elementOf(first)] : [elementOf(receiver)])]);
  return derive([receiver, ...args.positional, ...back]);
}
