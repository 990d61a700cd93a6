import type { Value } from '../../../src/resolve/value.ts';
import { argumentOf, membersOf, textOf } from './arguments.ts';
import type { FoundAgent } from './state.ts';

/** Names of the tools that stay on; undefined where no list says so, or one that is not known to its end. */
export function activeOf({ rule, call }: FoundAgent): ReadonlySet<string> | undefined {
  const [first, ...rest] = rule.active ?? [];
  if (first === undefined) return undefined;
  let value: Value | undefined = argumentOf(call.args, [first]);
  for (const key of rest) {
    value = value?.kind === 'record' ? value.entries.find(entry => entry.key === key)?.value : undefined;
  }
  if (value?.kind !== 'list') return undefined;
  const { members, open } = membersOf(value);
  const names = members.map(member => textOf(member.value));
  if (open !== undefined || names.length === 0) return undefined;
  return names.every(name => name !== undefined) ? new Set(names) : undefined;
}

/** A table of tools without those that are off. */
export function among(value: Value, active: ReadonlySet<string> | undefined): Value {
  if (!active || value.kind !== 'record') return value;
  return { ...value, entries: value.entries.filter(entry => active.has(entry.key)) };
}
