import type { ClassValue, FunctionValue, InstanceValue, Value } from '../../../src/resolve/value.ts';
import { gap, relate } from '../facts.ts';
import { argumentOf, type Member, membersOf, optionsOf, textOf } from './arguments.ts';
import { serversOf } from './servers.ts';
import type { PassRule } from './spec.ts';
import { agentOf, type FoundAgent, placeOf, type State } from './state.ts';
import {
  classTool,
  functionTool,
  madeTool,
  packageTool,
  recordTool,
  symbolTool,
  type Told,
} from './tools.ts';

/** Gives an agent everything a tools argument holds; what is not understood is a gap of the agent. */
export function giveTools(state: State, agent: FoundAgent, value: Value): void {
  const resolved = value.kind === 'function' ? madeBy(state, value) : value;
  const { members, open } = membersOf(asMembers(state, resolved));
  if (open !== undefined) unknownTools(state, agent, value, open);
  for (const member of members) give(state, agent, member, 0);
}

/** A function alone: a tool (`tools=look`), or one that makes the list of tools. */
function madeBy(state: State, fn: FunctionValue): Value {
  const one: Value = { kind: 'list', id: `${fn.id}+`, items: [{ value: fn }], at: fn.at };
  if (state.decorated.has(fn.id)) return one;
  const made = state.project.call(fn);
  const isList = optionsOf(made).some(option => option.kind === 'list' || option.kind === 'record');
  return state.framework.functions && !isList ? one : made;
}

/** A record with a `type` is one provider tool, not a table of tools. */
function asMembers(state: State, value: Value): Value {
  const isOne =
    value.kind === 'record' &&
    state.framework.provider !== undefined &&
    value.entries.some(entry => entry.key === 'type');
  return isOne ? { kind: 'list', id: value.id, items: [{ value }], at: value.at } : value;
}

function give(state: State, agent: FoundAgent, member: Member, depth: number): void {
  const { value, key, conditional } = member;
  if (value.kind === 'union' || value.kind === 'list') {
    for (const inner of membersOf(value).members)
      give(state, agent, { ...inner, conditional: true }, depth + 1);
    return;
  }
  const other = value.kind === 'instance' ? agentOf(state, value.id) : undefined;
  if (other) {
    state.facts.push(
      relate('delegates', agent.ref, other.ref, value.at, { ...(conditional && { conditional }) }),
    );
    return;
  }
  if (value.kind === 'instance') {
    for (const { ref, barriers } of decoratedWith(state, value))
      state.facts.push(
        relate('uses', agent.ref, ref, value.at, { ...(barriers.length > 0 && { barriers }) }),
      );
  }
  const passed = passedOn(state, value);
  if (passed && depth < 6) {
    for (const inner of membersOf(passed).members)
      give(
        state,
        agent,
        {
          ...inner,
          conditional: conditional || inner.conditional,
          ...(inner.key === undefined && key !== undefined && { key }),
        },
        depth + 1,
      );
    return;
  }
  const told = toolsOf(state, value, key);
  if (told === undefined) {
    unknownTools(
      state,
      agent,
      value,
      value.kind === 'unknown' ? value.detail : 'a value that is made while the program runs',
    );
    return;
  }
  for (const { ref, barriers } of told) {
    state.facts.push(
      relate('uses', agent.ref, ref, value.at, {
        ...(barriers.length > 0 && { barriers }),
        ...(conditional && { conditional }),
      }),
    );
  }
}

/** What a wrapper or `client.listTools()` stands for. */
function passedOn(state: State, value: Value): Value | undefined {
  if (value.kind !== 'instance' && value.kind !== 'external') return undefined;
  const pass = state.passes.find(({ matches }) => matches(value.symbol));
  if (pass?.rule.from === 'receiver') return picked(value, value.receiver, pass.rule);
  if (value.kind === 'external') return undefined;
  if (pass) return argumentOf(value.args, pass.rule.from);
  const maker = state.makers.find(({ matches, rule }) => rule.wraps && matches(value.symbol));
  return maker && argumentOf(value.args, maker.rule.wraps);
}

/** `spec.to_tool_list(["read"])`: the toolkit with the choice as a setting of its own. */
function picked(call: Value, toolkit: Value | undefined, { picks }: PassRule): Value | undefined {
  if (!picks || toolkit?.kind !== 'instance' || call.kind !== 'instance') return toolkit;
  const value = argumentOf(call.args, picks.places);
  if (value?.kind !== 'list') return toolkit;
  const named = [...toolkit.args.named, { name: picks.setting, value }];
  return { ...toolkit, id: `${toolkit.id}~${call.id}`, args: { ...toolkit.args, named } };
}

function toolsOf(state: State, value: Value, key: string | undefined): readonly Told[] | undefined {
  const { framework } = state;
  if (value.kind === 'function') {
    return framework.functions || state.decorated.has(value.id)
      ? [functionTool(state, value, key)]
      : undefined;
  }
  if (value.kind === 'instance') return instanceTools(state, value, key);
  if (value.kind === 'external')
    return isDynamic(value.symbol) ? undefined : [packageTool(state, value, key)];
  if (value.kind === 'class') return classTools(state, value, value);
  if (value.kind === 'module' && framework.modules) return moduleTools(state, value);
  if (value.kind === 'record') return recordTools(state, value, key);
  const name = textOf(value);
  const symbol = name === undefined ? undefined : framework.named?.(name);
  return symbol && name ? [symbolTool(state, value, `${framework.id}:${symbol}`, name, symbol)] : undefined;
}

function instanceTools(
  state: State,
  value: InstanceValue,
  key: string | undefined,
): readonly Told[] | undefined {
  const maker = state.makers.find(({ matches }) => matches(value.symbol));
  if (maker) return [madeTool(state, value, maker.rule, key)];
  const server = state.servers.find(({ matches }) => matches(value.symbol));
  if (server) return serversOf(state, value, server.rule);
  const own = decoratedWith(state, value);
  if (own.length > 0 || (state.framework.holders ?? []).includes(value.symbol)) return own;
  const cls = value.classValue;
  return (
    (cls && classTools(state, value, cls)) ??
    (isDynamic(value.symbol) ? undefined : [packageTool(state, value, key)])
  );
}

/** Tools that a module of the project is: its decorated functions, else the function named like the file. */
function moduleTools(state: State, module: Value & { kind: 'module' }): readonly Told[] | undefined {
  const own = [...state.decorated.values()].flatMap(({ target }) =>
    target.kind === 'function' && target.file === module.path ? [functionTool(state, target, undefined)] : [],
  );
  if (own.length > 0) return own;
  const name =
    module.path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '';
  const fn = state.project.exported(module.path, name);
  return fn?.kind === 'function' ? [functionTool(state, fn, undefined)] : undefined;
}

/** Functions under a decorator of this object: `@toolset.tool`. */
function decoratedWith(state: State, value: InstanceValue): readonly Told[] {
  const place = placeOf(value.id);
  return [...state.decorated.values()].flatMap(({ receiver, target }) =>
    receiver !== undefined && placeOf(receiver) === place && target.kind === 'function'
      ? [functionTool(state, target, undefined)]
      : [],
  );
}

/** Results of the language's own functions say nothing about a tool. */
const isDynamic = (symbol: string): boolean =>
  /^(builtins|importlib|os|json|yaml|pathlib|globalThis)[.#]/.test(symbol);

function classTools(
  state: State,
  value: InstanceValue | ClassValue,
  cls: ClassValue,
): readonly Told[] | undefined {
  const bases = state.project.bases(cls);
  const found = state.classes.find(({ rule, matches }) => rule.bases.length === 0 || bases.some(matches));
  if (!found) return undefined;
  const { offers } = found.rule;
  if (!offers) return [classTool(state, value, cls, found.rule)];
  const listed = offers.listedIn ? state.project.classMember(cls, offers.listedIn) : undefined;
  const names = listed && new Set(membersOf(listed).members.flatMap(item => nameOfMethod(item.value) ?? []));
  const decorated =
    offers.decorators && new Set(state.project.decorated(offers.decorators).map(({ target }) => target.id));
  return state.project.methods(cls).flatMap(method => {
    const isOffered = decorated
      ? decorated.has(method.id)
      : names
        ? names.has(method.def.name)
        : !method.def.name.startsWith('_');
    return isOffered ? [functionTool(state, method, undefined)] : [];
  });
}

function nameOfMethod(value: Value): string | undefined {
  return value.kind === 'function' ? value.def.name : textOf(value);
}

function recordTools(
  state: State,
  value: Value & { kind: 'record' },
  key: string | undefined,
): readonly Told[] | undefined {
  const has = (name: string): boolean => value.entries.some(entry => entry.key === name);
  const [plain] = state.framework.makers;
  if (plain && (has('execute') || has('inputSchema') || has('parameters')))
    return [recordTool(state, value, plain, key)];
  const type = textOf(value.entries.find(entry => entry.key === 'type')?.value);
  if (!type || !state.framework.provider) return undefined;
  const symbol = `${state.framework.provider}:${type.replace(/_\d{6,8}$/, '')}`;
  return [symbolTool(state, value, state.project.ref(value), type, symbol)];
}

/** Says that an agent has tools that were not understood. */
export function unknownTools(state: State, agent: FoundAgent, value: Value, why: string): void {
  state.facts.push(
    gap('unknown-tools', value.at, `Not all tools are known: ${why}.`.slice(0, 300), [agent.ref]),
  );
  const source = value.kind === 'instance' || value.kind === 'external' ? value.symbol : undefined;
  if (source === undefined) return;
  const ref = `unknown:${agent.ref}:${source}`;
  const name = `(tools of ${source.split(/[.#/]/).at(-1) ?? source})`;
  state.facts.push(
    {
      fact: 'node',
      ref,
      kind: 'unknown',
      name,
      framework: state.framework.id,
      at: value.at,
      properties: { reason: why.slice(0, 200) },
    },
    relate('uses', agent.ref, ref, value.at),
  );
}
