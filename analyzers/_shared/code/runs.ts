import type { InstanceValue, Value } from '../../../src/resolve/value.ts';
import { optionsOf } from './arguments.ts';
import type { RunCall } from './program.ts';
import { agentOf, type State } from './state.ts';

/** Calls that run an agent: a method of it, the agent itself as a function, or a function that is given it. */
export function runsOf(state: State): readonly RunCall[] {
  const { project, framework } = state;
  const names = new Set(framework.runs);
  const found = new Map<string, RunCall>();
  const add = (call: InstanceValue, agent: string): void => {
    const key = `${call.id} ${agent}`;
    if (!found.has(key)) found.set(key, { call, agent });
  };
  for (const agent of state.agents) {
    for (const use of project.uses(agent.call))
      if (use.kind === 'call' && names.has(use.method)) add(use.result, agent.ref);
    // The call that makes it is the call that runs it: `generateText({ tools })`.
    if (names.has(agent.call.symbol.split(/[#.]/).at(-1) ?? '')) add(agent.call, agent.ref);
  }
  // The object itself is called: `agent(question)`.
  const callable = framework.agents
    .flatMap(({ symbols }) => symbols)
    .filter(symbol => names.has(`${symbol.split(/[#.]/).at(-1)}()`));
  if (callable.length > 0)
    for (const call of project.calls(callable.map(symbol => `${symbol}()`)))
      for (const ref of agentsIn(state, call.receiver ? [call.receiver] : [])) add(call, ref);
  const methods = [...names].filter(name => /^\w+$/.test(name));
  for (const { receiver, call } of project.methodCalls(methods, modulesOf(state))) {
    for (const ref of agentsIn(state, [
      receiver,
      ...call.args.positional,
      ...call.args.named.map(item => item.value),
    ]))
      add(call, ref);
  }
  return [...found.values()];
}

/** Packages of the framework, and every file of the project that may import its agents. */
function modulesOf({ framework, project, agents }: State): readonly string[] {
  const own = framework.agents.flatMap(({ symbols }) =>
    symbols.flatMap(symbol => symbol.split(symbol.includes('#') ? '#' : '.')[0] ?? []),
  );
  const files = agents.flatMap(({ call }) => moduleNames(call.at.file));
  return [...new Set([...own, ...files])].filter(name => name !== '' && project.importing([name]).length > 0);
}

/** Spellings under which other files import a Python file. */
function moduleNames(file: string): readonly string[] {
  const parts = file
    .replace(/\.\w+$/, '')
    .replace(/\/__init__$/, '')
    .split('/');
  return parts.map((_, index) => parts.slice(index).join('.'));
}

function agentsIn(state: State, values: readonly Value[]): readonly string[] {
  return values.flatMap(optionsOf).flatMap(value => {
    const agent = value.kind === 'instance' ? agentOf(state, value.id) : undefined;
    return agent ? [agent.ref] : [];
  });
}
