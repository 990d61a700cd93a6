import type { InstanceValue, Value } from '../../../src/resolve/value.ts';
import { argumentOf } from './arguments.ts';
import type { RegisterRule } from './spec.ts';
import { agentOf, type FoundAgent, type State } from './state.ts';

/** Tools that later calls give to an agent, or to the object that holds its tools. */
export function gained(state: State, { rule, call }: FoundAgent): readonly Value[] {
  if (!rule.gains) return [];
  const { methods, on, tools } = rule.gains;
  const holder = on ? argumentOf(call.args, on) : call;
  if (holder?.kind !== 'instance') return [];
  return state.project
    .uses(holder)
    .flatMap(use =>
      use.kind === 'call' && methods.includes(use.method) ? [argumentOf(use.args, tools)] : [],
    )
    .flatMap(value => (value ? [listOf(value)] : []));
}

/** Functions that a call of the framework registers with an agent. */
export function registeredWith(state: State, agent: FoundAgent): readonly Value[] {
  return registrations(state).flatMap(item => (item.agent === agent.ref ? [listOf(item.tool)] : []));
}

interface Registration {
  readonly agent: string;
  readonly tool: Value;
}

function registrations(state: State): readonly Registration[] {
  const known = state.registrations.get('all');
  if (known) return known;
  const found = (state.framework.registers ?? []).flatMap(rule =>
    state.project.calls(rule.symbols).flatMap((call): readonly Registration[] => {
      const holder = holderOf(call, rule.agent);
      const agent = holder?.kind === 'instance' ? agentOf(state, holder.id) : undefined;
      const tool = argumentOf(call.args, rule.tool);
      return agent && tool ? [{ agent: agent.ref, tool }] : [];
    }),
  );
  state.registrations.set('all', found);
  return found;
}

function holderOf(call: InstanceValue, agent: RegisterRule['agent']): Value | undefined {
  if (agent === 'maker') return makerOf(call);
  return agent === 'receiver' ? call.receiver : argumentOf(call.args, agent);
}

/** `agent.register_for_llm(…)(f)`: the call of what a method of the agent gave. */
function makerOf(call: InstanceValue): Value | undefined {
  return call.receiver?.kind === 'instance' ? call.receiver.receiver : call.receiver;
}

/** One given thing as a list: a function alone would be taken for one that makes the tools. */
function listOf(value: Value): Value {
  if (value.kind !== 'function') return value;
  return { kind: 'list', id: `${value.id}+`, items: [{ value }], at: value.at };
}
