import type { Value } from '../../src/resolve/value.ts';
import { argumentOf, textOf } from '../_shared/code/arguments.ts';

/**
 * Where a shell of the Responses API runs: `environment: {type: 'container_auto'}` is a container of the provider, which
 * reaches no network unless its policy lists hosts; without one, or with `local`, the own program runs the commands.
 */
export function boxOf(tool: Value): 'isolated' | 'network' | undefined {
  const environment = fieldOf(tool, 'environment');
  const type = environment && textOf(fieldOf(environment, 'type'));
  if (!environment || type === undefined || !type.startsWith('container')) return undefined;
  const policy = fieldOf(environment, 'network_policy') ?? fieldOf(environment, 'networkPolicy');
  const allowed = policy && textOf(fieldOf(policy, 'type'));
  return policy === undefined || allowed === 'disabled' ? 'isolated' : 'network';
}

function fieldOf(value: Value, name: string): Value | undefined {
  if (value.kind === 'record') return value.entries.find(entry => entry.key === name)?.value;
  return value.kind === 'instance' ? argumentOf(value.args, [name]) : undefined;
}
