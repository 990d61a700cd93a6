import type { Fact, NodeFact, Ref } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { FactList } from '../_shared/fact-list.ts';
import { relate } from '../_shared/facts.ts';

export const framework = 'langchain';

/** One thing an agent may use, as found behind a `tools` argument. */
export interface ToolUse {
  readonly ref: Ref;
  /** The name the model sees. */
  readonly name: string;
  readonly kind: 'tool' | 'mcp-server' | 'agent';
  readonly relation: 'uses' | 'hands-off' | 'delegates';
  readonly conditional: boolean;
  readonly at: Location;
  /** For MCP servers: the tools that stay. */
  readonly only?: readonly string[];
  /** A schema without an effect: choosing it only says what the model wants. */
  readonly isIntent?: boolean;
  /** The body that runs, where it is code of the project. */
  readonly handler?: FunctionValue;
}

/** Names of tools that the middleware of an agent hides from its model, or the only ones it leaves. */
export interface Withheld {
  readonly excluded?: readonly string[];
  readonly allowed?: readonly string[];
}

/** What stands behind a `tools` argument; `missing` says what could not be read. */
export interface Toolset {
  readonly uses: readonly ToolUse[];
  readonly missing: readonly { readonly detail: string; readonly at: Location }[];
}

/** An agent or graph that other code may call. */
export interface Runnable {
  readonly ref: Ref;
  readonly name: string;
  readonly kind: 'agent' | 'workflow';
  readonly call: InstanceValue;
}

/**
 * Facts of one run of the analyzer, with what several parts need to know of each other: which objects are agents and
 * graphs, and which tools an agent has.
 */
export class Scan extends FactList {
  readonly project: Project;
  /** Agents and graphs by object id. */
  readonly runnables = new Map<string, Runnable>();
  /** Tools of an agent by its ref. */
  readonly tools = new Map<Ref, ToolUse[]>();
  /** Tools that middleware hides from the model, by agent. */
  readonly hidden = new Map<Ref, readonly Withheld[]>();
  readonly bodies = new Map<string, readonly InstanceValue[]>();
  /** Handlers already searched for agents, interrupts and stores, by tool ref. */
  readonly handlers = new Map<Ref, FunctionValue>();
  /** What a tool without a project function runs: an agent's method, a library object. */
  readonly toolBodies = new Map<Ref, Value | undefined>();
  /** Agents whose tools are partly unknown. */
  readonly incomplete = new Set<Ref>();
  /** Bindings of tools to a model that some agent accounts for, by place. */
  readonly bound = new Set<string>();
  /** Agents that can hand over to one another, for hand-offs by name. */
  readonly teams: (readonly Runnable[])[] = [];
  readonly #nodes = new Map<Ref, NodeFact>();

  constructor(project: Project) {
    super();
    this.project = project;
  }

  override add(...facts: readonly Fact[]): void {
    super.add(...facts);
    for (const fact of facts)
      if (fact.fact === 'node' && !this.#nodes.has(fact.ref)) this.#nodes.set(fact.ref, fact);
  }

  /** The node that has been added under a ref. */
  node(ref: Ref): NodeFact | undefined {
    return this.#nodes.get(ref);
  }

  /** Name of an added node; the ref itself for anything else. */
  nameOf(ref: Ref): string {
    return this.#nodes.get(ref)?.name ?? ref;
  }

  /** Takes tools from the sight of an agent's model. */
  hide(agent: Ref, rule: Withheld): void {
    this.hidden.set(agent, [...(this.hidden.get(agent) ?? []), rule]);
  }

  /** Relates an agent to what it uses. Tools that could not be read mark the agent and leave a gap. */
  attach(agent: Ref, found: Toolset): void {
    const known = this.tools.get(agent) ?? [];
    this.tools.set(agent, known);
    for (const use of found.uses) {
      if (use.ref === agent) continue;
      if (!known.some(item => item.ref === use.ref)) known.push(use);
      const properties = use.only ? { tools: use.only } : undefined;
      this.add(
        relate(use.relation, agent, use.ref, use.at, {
          ...(use.conditional && { conditional: true }),
          ...(properties && { properties }),
        }),
      );
    }
    if (found.missing.length > 0) this.incomplete.add(agent);
    for (const { detail, at } of found.missing) this.gap('unknown-tools', at, detail, agent);
  }

  /** The agent or graph a value denotes. */
  runnable(value: Value | undefined): Runnable | undefined {
    for (let next = value; next; ) {
      if (next.kind === 'instance') {
        const known = this.runnables.get(next.id) ?? this.runnables.get(next.id.replace(/@[0-9a-z]+$/, ''));
        if (known) return known;
      }
      next = next.kind === 'instance' || next.kind === 'external' ? next.receiver : undefined;
    }
    return undefined;
  }
}

/** The node fact of an agent. */
export function agentNode(
  ref: Ref,
  name: string,
  at: Location,
  properties: NonNullable<NodeFact['properties']>,
): NodeFact {
  return { fact: 'node', ref, kind: 'agent', name, framework, at, properties };
}
