import type { Location } from '../model/location.ts';
import { locate } from '../model/location.ts';
import { type Evaluator, unknown } from './evaluator.ts';
import { operate } from './operators.ts';
import { type Binding, type Definition, position, type Scope } from './scope.ts';
import type { Value } from './value.ts';

/** A definition that changes what the name held before: `page += line`. */
type Change = Extract<Definition, { readonly how: 'assign' }> & { readonly op: string };

const changeOf = ({ definition: d }: Binding): Change | undefined =>
  d.how === 'assign' && d.op !== undefined ? { ...d, op: d.op } : undefined;

/**
 * What a name holds after a change of it. Each change asks for all that may stand before it, so each is told once per run
 * of its scope, and the oldest first: a page put together in hundreds of steps costs no deep recursion and no doubling.
 */
export function runningValue(ev: Evaluator, binding: Binding, scope: Scope): Value {
  const told = scope.memo.get(binding);
  if (told && told !== 'busy') return told;
  const { name, from } = binding;
  const before: Binding[] = [];
  for (const earlier of [...(scope.static.bindings.get(name) ?? [])].reverse()) {
    if (earlier.from >= from) continue;
    if (changeOf(earlier)) before.push(earlier);
    else if (earlier.blocks.length === 0) break;
  }
  for (const earlier of before.reverse()) changed(ev, earlier, scope);
  return changed(ev, binding, scope);
}

function changed(ev: Evaluator, binding: Binding, scope: Scope): Value {
  const at: Location = locate(scope.static.file, binding.at);
  const change = changeOf(binding);
  if (!change) return unknown('dynamic', binding.name, at);
  const known = scope.memo.get(binding);
  if (known && known !== 'busy') return known;
  if (known || ev.budget.fuel <= 0) {
    ev.budget.cuts++;
    return known
      ? unknown('cycle', `${binding.name} hangs on itself`, at)
      : unknown('limit', 'too much work', at);
  }
  ev.budget.fuel--;
  scope.memo.set(binding, 'busy');
  const value = ev.evaluate(change.value, scope);
  const held = ev.lookup(binding.name, scope, position(binding.at[0], binding.at[1]), at);
  const result = operate(ev, change.op, held, value, at);
  scope.memo.set(binding, result);
  return result;
}
