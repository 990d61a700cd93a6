import type { NodeFact, ToolParameter } from '../../../src/model/fact.ts';
import type { Barrier, Json } from '../../../src/model/graph.ts';
import type {
  ClassValue,
  FunctionValue,
  InstanceValue,
  RecordValue,
  Value,
} from '../../../src/resolve/value.ts';
import { describe, relate } from '../facts.ts';
import { approvalOf } from './approval.ts';
import { argumentOf, nameOf, schemaOf, settingsOf, textOf, truthOf } from './arguments.ts';
import { isToldFixedText } from './fixed-text.ts';
import { isMemberName } from './methods.ts';
import type { MakerRule, ToolClassRule } from './spec.ts';
import { agentOf, placeOf, type State } from './state.ts';
import { waitBarrier } from './wait-hook.ts';

/** A tool that was told, and what stands before it. */
export interface Told {
  readonly ref: string;
  readonly barriers: readonly Barrier[];
}

interface Tool {
  readonly value: Value;
  readonly name: string;
  readonly description?: string | undefined;
  readonly parameters?: readonly ToolParameter[] | undefined;
  readonly handler?: FunctionValue | undefined;
  readonly symbol?: string;
  readonly settings?: NodeFact['settings'];
  readonly properties?: { readonly [key: string]: Json };
}

/** A function as a tool, with what its decorator says. */
export function functionTool(state: State, fn: FunctionValue, key: string | undefined): Told {
  const decoration = state.decorated.get(fn.id);
  const given = decoration && textOf(argumentOf(decoration.args, decoration.rule.name));
  const about = decoration && textOf(argumentOf(decoration.args, decoration.rule.description));
  const name = key ?? given ?? (fn.def.name || 'anonymous');
  const ref = tell(state, {
    value: fn,
    name,
    description: about ?? fn.def.doc,
    parameters: state.project.parameters(fn).filter(parameter => !isMemberName(parameter)),
    handler: fn,
  });
  return { ref, barriers: approvalOf(state.project, decoration?.args, decoration?.rule.approval) };
}

/** The result of a tool maker: `tool({…})`, `FunctionTool(fn)`. */
export function madeTool(state: State, call: InstanceValue, rule: MakerRule, key: string | undefined): Told {
  const handler = functionOf(argumentOf(call.args, rule.handler));
  const given = textOf(argumentOf(call.args, rule.name));
  const name = key ?? given ?? (handler?.def.name || call.holder || nameOf(call, undefined));
  const direct = truthOf(argumentOf(call.args, rule.returnDirect)) === true;
  const schema = schemaOf(state.project, argumentOf(call.args, rule.parameters));
  const ref = tell(state, {
    value: call,
    name,
    description: textOf(argumentOf(call.args, rule.description)) ?? handler?.def.doc,
    parameters:
      schema ?? (handler ? state.project.parameters(handler).filter(item => !isMemberName(item)) : undefined),
    handler,
    ...(direct && { properties: { returnDirect: true } }),
  });
  const waits = handler ? waitBarrier(state.project, handler) : [];
  return { ref, barriers: [...approvalOf(state.project, call.args, rule.approval), ...waits] };
}

/** A tool written as a plain record: `{description, inputSchema, execute}`. */
export function recordTool(
  state: State,
  record: RecordValue,
  rule: MakerRule,
  key: string | undefined,
): Told {
  const args = { positional: [record], named: [] };
  const handler = functionOf(argumentOf(args, rule.handler));
  const ref = tell(state, {
    value: record,
    name: key ?? textOf(argumentOf(args, rule.name)) ?? 'tool',
    description: textOf(argumentOf(args, rule.description)),
    parameters: schemaOf(state.project, argumentOf(args, rule.parameters)),
    handler,
  });
  return { ref, barriers: approvalOf(state.project, args, rule.approval) };
}

/** An object of a project class that is a tool by its base. */
export function classTool(
  state: State,
  value: InstanceValue | ClassValue,
  cls: ClassValue,
  rule: ToolClassRule,
): Told {
  const { project } = state;
  state.places.add(placeOf(cls.id));
  const attribute = (name: string): Value | undefined => {
    const found = value.kind === 'instance' ? project.member(value, name) : undefined;
    return found && found.kind !== 'unknown' ? found : project.classMember(cls, name);
  };
  const method = rule.methods
    .map(name => project.classMember(cls, name))
    .find(found => found?.kind === 'function');
  const handler = functionOf(method);
  const schema = rule.schema ? schemaOf(project, attribute(rule.schema)) : undefined;
  const ref = tell(state, {
    value,
    name: textOf(attribute(rule.name)) ?? cls.def.name,
    description: textOf(attribute(rule.description)) ?? cls.def.doc,
    parameters:
      schema ?? (handler ? project.parameters(handler).filter(item => !isMemberName(item)) : undefined),
    handler,
  });
  return { ref, barriers: [] };
}

/** A tool of a package, known to the catalog by its symbol or not at all. */
export function packageTool(
  state: State,
  value: InstanceValue | (Value & { kind: 'external' }),
  key: string | undefined,
): Told {
  const symbol = value.symbol;
  const short =
    symbol
      .replace(/\(\)$/, '')
      .split(/[.#/:]/)
      .at(-1) ?? symbol;
  const settings = value.kind === 'instance' ? settingsOf(value.args) : {};
  const ref = tell(state, {
    value,
    name: key ?? short,
    symbol,
    ...(Object.keys(settings).length > 0 && { settings }),
  });
  return { ref, barriers: [] };
}

/** A tool known by its name or type only. */
export function symbolTool(state: State, value: Value, ref: string, name: string, symbol: string): Told {
  if (!state.told.has(ref)) {
    state.told.add(ref);
    state.facts.push({
      fact: 'node',
      ref,
      kind: 'tool',
      name,
      framework: state.framework.id,
      at: value.at,
      symbol,
    });
  }
  return { ref, barriers: [] };
}

/** Writes the node of a tool once, and the agents its body runs. */
function tell(state: State, tool: Tool): string {
  const { project, framework } = state;
  const ref = project.ref(tool.value);
  if ('id' in tool.value) state.places.add(placeOf(tool.value.id));
  if (state.told.has(ref)) return ref;
  state.told.add(ref);
  const { name, symbol, settings, parameters, handler, properties } = tool;
  state.facts.push({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework: framework.id,
    at: tool.value.at,
    ...describe(tool.description),
    ...(symbol && { symbol }),
    ...(settings && { settings }),
    ...(parameters && { parameters }),
    ...(handler && { handler: project.functionRef(handler) }),
    ...(properties && { properties }),
  });
  if (handler) tellDelegations(state, ref, handler);
  return ref;
}

/** An agent that is run inside a tool's body gets the arguments and gives its answer back. */
export function tellDelegations(state: State, ref: string, handler: FunctionValue): void {
  if (state.agents.length === 0) return;
  const runs = new Set(state.framework.runs);
  for (const call of state.project.callsIn(handler)) {
    const method = call.symbol.split(/[.#]/).at(-1) ?? '';
    if (!runs.has(method.replace(/\(\)$/, ''))) continue;
    const candidates = [call.receiver, ...call.args.positional, ...call.args.named.map(item => item.value)];
    for (const value of candidates) {
      const agent = value?.kind === 'instance' ? agentOf(state, value.id) : undefined;
      if (!agent) continue;
      const told = isToldFixedText(call) ? { properties: { told: 'fixed' } } : {};
      state.facts.push(relate('delegates', ref, agent.ref, call.at, { carries: 'arguments', ...told }));
    }
  }
}

/** The function a handler argument denotes. */
export function functionOf(value: Value | undefined): FunctionValue | undefined {
  if (value?.kind === 'function') return value;
  if (value?.kind !== 'union') return undefined;
  return value.options.find(option => option.kind === 'function');
}
