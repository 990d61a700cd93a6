import type { Argument } from '../lang/module.ts';
import { argumentsOf } from './call-arguments.ts';
import type { Evaluator, ObjectEffect } from './evaluator.ts';
import { concat, mergeRecords } from './operators.ts';
import type { Scope } from './scope.ts';
import { isTaken } from './truth.ts';
import type { CallArguments, ListValue, RecordValue } from './value.ts';

const adds = new Set(['append', 'push', 'add', 'unshift', 'appendleft']);
const extendsWith = new Set(['extend', 'update', 'concat']);

/** The run in which an effect's operands are read: that of the object when both are in the same body. */
export function effectScope(effect: ObjectEffect, scope: Scope): Scope {
  return effect.scope.static === scope.static ? scope : effect.scope;
}

function callArguments(ev: Evaluator, effect: ObjectEffect, scope: Scope): CallArguments {
  const args: readonly Argument[] = effect.expression.kind === 'call' ? effect.expression.args : [];
  return argumentsOf(ev, args, effectScope(effect, scope));
}

/** A list or record with what later statements put into it (`append`, `push`, `extend`, `x[k] = v`, `update` …). */
export function withEffects<T extends ListValue | RecordValue>(
  ev: Evaluator,
  value: T,
  scope: Scope,
): ListValue | RecordValue {
  let out: ListValue | RecordValue = value;
  for (const seen of ev.effects.effectsOn(value.id)) {
    const run = effectScope(seen, scope);
    // In a run of its own, a branch on what the caller gave is taken or not.
    const taken =
      seen.conditional && (!run.generic || run.called) ? isTaken(ev, seen.blocks, run) : undefined;
    if (taken === false) continue;
    const effect = taken && !seen.maybe ? { ...seen, conditional: false } : seen;
    out = out.kind === 'list' ? listEffect(ev, out, effect, scope) : recordEffect(ev, out, effect, scope);
  }
  return out;
}

function listEffect(ev: Evaluator, list: ListValue, effect: ObjectEffect, scope: Scope): ListValue {
  if (effect.kind === 'set') return list;
  const args = callArguments(ev, effect, scope);
  const flag = effect.conditional ? { conditional: true } : {};
  if (adds.has(effect.name)) {
    return { ...list, items: [...list.items, ...args.positional.map(value => ({ value, ...flag }))] };
  }
  const [first, second] = args.positional;
  if (effect.name === 'insert' && second)
    return { ...list, items: [...list.items, { value: second, ...flag }] };
  if (extendsWith.has(effect.name) && effect.name !== 'concat' && first) {
    return concat(list, first, list.at, effect.conditional);
  }
  return list;
}

function recordEffect(ev: Evaluator, record: RecordValue, effect: ObjectEffect, scope: Scope): RecordValue {
  const flag = effect.conditional ? { conditional: true } : {};
  if (effect.kind === 'set') {
    const value = ev.evaluate(effect.expression, effectScope(effect, scope));
    const key = effect.index ? ev.evaluate(effect.index, effectScope(effect, scope)) : undefined;
    const name = key === undefined ? effect.name : key.kind === 'literal' ? String(key.value) : '(computed)';
    return {
      ...record,
      entries: [
        ...record.entries.filter(e => e.key !== name || name === '(computed)'),
        { key: name, value, ...flag },
      ],
    };
  }
  const args = callArguments(ev, effect, scope);
  const [first, second] = args.positional;
  if (effect.name === 'update' && first) {
    const merged = mergeRecords(record, first, record.at);
    if (!effect.conditional) return merged;
    const before = new Set(record.entries.map(e => e.key));
    return {
      ...merged,
      entries: merged.entries.map(e => (before.has(e.key) ? e : { ...e, conditional: true })),
    };
  }
  if ((effect.name === 'set' || effect.name === 'setdefault') && first && second) {
    const key = first.kind === 'literal' ? String(first.value) : '(computed)';
    return { ...record, entries: [...record.entries, { key, value: second, ...flag }] };
  }
  if (effect.name === 'update' && args.named.length > 0) {
    return {
      ...record,
      entries: [...record.entries, ...args.named.map(n => ({ key: n.name, value: n.value, ...flag }))],
    };
  }
  return record;
}
