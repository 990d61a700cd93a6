import type { Fact } from '../../../src/model/fact.ts';
import type { Project, Symbols } from '../../../src/resolve/project.ts';
import { symbolMatcher } from '../../../src/resolve/symbols.ts';
import type { ClassValue, FunctionValue, InstanceValue, Value } from '../../../src/resolve/value.ts';
import type { AgentRule, CodeFramework } from './spec.ts';

/** An agent call with its rule. */
export interface FoundAgent {
  readonly rule: AgentRule;
  readonly call: InstanceValue;
  readonly ref: string;
}

/** A rule with the symbols it matches. */
export interface Matched<R> {
  readonly rule: R;
  readonly matches: (symbol: string) => boolean;
}

/** What one run over one project knows; lives only inside `codeFacts`. */
export interface State {
  readonly project: Project;
  readonly framework: CodeFramework;
  readonly agents: readonly FoundAgent[];
  /** Agents by the id of the object, calling contexts included, and by the place they are made at. */
  readonly byId: ReadonlyMap<string, FoundAgent>;
  /** Facts so far. */
  readonly facts: Fact[];
  /** Refs whose node facts are written already. */
  readonly told: Set<string>;
  /** Where tools that are told are made or defined, whatever calling context they were seen from. */
  readonly places: Set<string>;
  readonly makers: readonly Matched<CodeFramework['makers'][number]>[];
  readonly servers: readonly Matched<CodeFramework['servers'][number]>[];
  readonly passes: readonly Matched<CodeFramework['passes'][number]>[];
  readonly classes: readonly Matched<CodeFramework['classes'][number]>[];
  readonly decorated: ReadonlyMap<string, Decoration>;
  /** Functions that calls register with agents, once they were asked for. */
  readonly registrations: Map<'all', readonly { readonly agent: string; readonly tool: Value }[]>;
}

/** A function under a tool decorator. */
export interface Decoration {
  readonly rule: CodeFramework['decorators'][number];
  readonly target: FunctionValue | ClassValue;
  readonly args: InstanceValue['args'] | undefined;
  readonly receiver: string | undefined;
}

function callsOf(project: Project, rule: AgentRule): readonly InstanceValue[] {
  const found = project.calls(rule.symbols);
  const { methods } = rule;
  if (!methods) return found;
  const known = new Set(found.map(call => call.id));
  const others = project.methodCalls(methods.names, methods.packages);
  return [...found, ...others.flatMap(({ call }) => (known.has(call.id) || call.callee ? [] : [call]))];
}

/** An object of a project class that derives from an agent, with the arguments the agent gets. */
function asBase(project: Project, rule: AgentRule, call: InstanceValue): InstanceValue {
  return call.classValue && !rule.ownClass ? { ...call, args: project.passedUp(call) } : call;
}

/** Finds agents and decorated functions; everything else is asked for when an agent uses it. */
export function createState(project: Project, framework: CodeFramework): State {
  const agents = framework.agents.flatMap(rule =>
    callsOf(project, rule).map(call => ({ rule, call: asBase(project, rule, call), ref: project.ref(call) })),
  );
  const byId = new Map<string, FoundAgent>();
  for (const agent of agents) {
    byId.set(agent.call.id, agent);
    const place = agent.call.id.split('@')[0] ?? agent.call.id;
    if (!byId.has(place)) byId.set(place, agent);
  }
  const decorated = new Map<string, Decoration>();
  for (const rule of framework.decorators) {
    for (const { target, args, receiver } of project.decorated(rule.symbols)) {
      const owner = receiver && 'id' in receiver ? receiver.id : undefined;
      if (rule.exceptIn && isMethodOf(project, target, rule.exceptIn)) continue;
      if (!decorated.has(target.id)) decorated.set(target.id, { rule, target, args, receiver: owner });
    }
  }
  return {
    project,
    framework,
    agents,
    byId,
    facts: [],
    told: new Set(),
    places: new Set(),
    makers: framework.makers.map(rule => ({ rule, matches: symbolMatcher(rule.symbols) })),
    servers: framework.servers.map(rule => ({ rule, matches: symbolMatcher(rule.symbols) })),
    passes: framework.passes.map(rule => ({ rule, matches: symbolMatcher(rule.symbols) })),
    classes: framework.classes.map(rule => ({ rule, matches: symbolMatcher(rule.bases) })),
    decorated,
    registrations: new Map(),
  };
}

function isMethodOf(project: Project, target: FunctionValue | ClassValue, symbols: Symbols): boolean {
  if (target.kind !== 'function' || !target.owner) return false;
  return project.bases(target.owner).some(symbolMatcher(symbols));
}

/** The agent an object is, whatever calling context it was seen from. */
export function agentOf(state: State, id: string): FoundAgent | undefined {
  return state.byId.get(id) ?? state.byId.get(id.split('@')[0] ?? id);
}

/** An object id without its calling context. */
export const placeOf = (id: string): string => id.split('@')[0] ?? id;
