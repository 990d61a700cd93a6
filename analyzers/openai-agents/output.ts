import type { Value } from '../../src/resolve/value.ts';
import { argumentOf, isNothing } from '../_shared/code/arguments.ts';
import type { AgentCall, Scan } from './scan.ts';

/** `output_type` of an agent or of what it was cloned from. */
export function outputType(agent: AgentCall): Value | undefined {
  const own = argumentOf(agent.call.args, ['output_type', 'outputType']);
  return own ?? (agent.base && outputType(agent.base));
}

/** Whether all an agent can answer is numbers, booleans or fixed words: no instruction and no free text. */
export function isTyped(scan: Scan, agent: AgentCall): boolean {
  const type = outputType(agent);
  if (!type || isNothing(type)) return false;
  if (type.kind === 'external') return /^builtins\.(?:bool|int|float)$/.test(type.symbol);
  const fields = scan.project.fields(type);
  return (
    fields.length > 0 &&
    fields.every(
      field => field.values !== undefined || /^(?:boolean|number|integer|enum)$/.test(field.type ?? ''),
    )
  );
}
