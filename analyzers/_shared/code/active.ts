import type { Expression, Statement } from '../../../src/lang/module.ts';
import { partsOfBody } from '../../../src/resolve/parts.ts';
import type { Value } from '../../../src/resolve/value.ts';
import { argumentOf, membersOf, textOf } from './arguments.ts';
import type { FoundAgent } from './state.ts';

/** Names of the tools that stay on; undefined where no list says so, or one that is not known to its end. */
export function activeOf(agent: FoundAgent): ReadonlySet<string> | undefined {
  return perStep(argumentOf(agent.call.args, agent.rule.steps)) ?? always(agent);
}

/** A function asked before each step: what it leaves on, where every way out of it says so. */
function perStep(value: Value | undefined): ReadonlySet<string> | undefined {
  if (value?.kind !== 'function') return undefined;
  const { body } = value.def;
  if (body.at(-1)?.kind !== 'return') return undefined;
  const names = partsOfBody(value.def).flatMap(part => {
    const statement = part as unknown as Statement;
    return statement.kind === 'return' ? [leftOn(statement.value)] : [];
  });
  return names.every(list => list !== undefined) ? new Set(names.flat()) : undefined;
}

function leftOn(value: Expression | undefined): readonly string[] | undefined {
  const list =
    value?.kind === 'record'
      ? value.entries.find(({ key }) => key?.kind === 'literal' && key.value === 'activeTools')?.value
      : undefined;
  if (list?.kind !== 'list') return undefined;
  const names = list.items.flatMap(({ value: item, spread }) =>
    !spread && item.kind === 'literal' && typeof item.value === 'string' ? [item.value] : [],
  );
  return names.length === list.items.length ? names : undefined;
}

function always({ rule, call }: FoundAgent): ReadonlySet<string> | undefined {
  const [first, ...rest] = rule.active ?? [];
  if (first === undefined) return undefined;
  let value: Value | undefined = argumentOf(call.args, [first, `experimental_${first}`]);
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
