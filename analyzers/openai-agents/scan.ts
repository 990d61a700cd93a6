import type { Ref, RelationFact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { FactList } from '../_shared/fact-list.ts';
import { clip, relate } from '../_shared/facts.ts';

export const framework = 'openai-agents';

/** One agent with the call that made it; a clone knows what it was cloned from. */
export interface AgentCall {
  readonly ref: Ref;
  readonly name: string;
  readonly kind: 'Agent' | 'SandboxAgent' | 'RealtimeAgent';
  readonly call: InstanceValue;
  readonly base?: AgentCall;
}

/** One thing an agent may use. */
export interface Use {
  readonly ref: Ref;
  /** The name the model sees. */
  readonly name: string;
  readonly relation: RelationFact['kind'];
  readonly at: Location;
  readonly conditional?: boolean;
  readonly barriers?: readonly Barrier[];
  readonly carries?: 'typed' | 'arguments';
  readonly properties?: RelationFact['properties'];
  /** Runs at the provider: its answer always goes back to the model. */
  readonly hosted?: boolean;
}

/** What stands behind a `tools` argument; `missing` says what could not be read. */
export interface Toolset {
  readonly uses: readonly Use[];
  readonly missing: readonly Missing[];
}

/** A part of a toolset that is not known before the program runs. */
export interface Missing {
  readonly detail: string;
  readonly at: Location;
  /** Who hands these tools out, where that is known: becomes a node of its own. */
  readonly source?: string;
}

export const nothing: Toolset = { uses: [], missing: [] };

export function one(use: Use): Toolset {
  return { uses: [use], missing: [] };
}

export function lost(detail: string, at: Location, source?: string): Toolset {
  return { uses: [], missing: [{ detail, at, ...(source !== undefined && { source }) }] };
}

export function join(parts: readonly Toolset[]): Toolset {
  return { uses: parts.flatMap(part => part.uses), missing: parts.flatMap(part => part.missing) };
}

/** Facts of one run of the analyzer, with what its parts need to know of each other. */
export class Scan extends FactList {
  readonly project: Project;
  readonly agents: AgentCall[] = [];
  /** Bodies of tools, searched for runs of other agents once all agents are known. */
  readonly handlers = new Map<Ref, FunctionValue>();
  readonly #byId = new Map<string, AgentCall>();
  readonly #asked = new Map<string, readonly unknown[]>();

  constructor(project: Project) {
    super();
    this.project = project;
  }

  /** Asks a costly question of the whole program once. */
  once<T>(question: string, ask: () => readonly T[]): readonly T[] {
    const known = this.#asked.get(question) ?? ask();
    this.#asked.set(question, known);
    return known as readonly T[];
  }

  /** Makes an agent known under its object and the place it is made at. */
  know(agent: AgentCall, ...ids: readonly string[]): void {
    if (!this.agents.includes(agent)) this.agents.push(agent);
    for (const id of [agent.call.id, ...ids]) {
      this.#byId.set(id, agent);
      const place = placeOf(id);
      if (!this.#byId.has(place)) this.#byId.set(place, agent);
    }
  }

  /** The agent a value denotes; members of an agent do not count. */
  agentOf(value: Value | undefined): AgentCall | undefined {
    if (value?.kind !== 'instance') return undefined;
    return this.#byId.get(value.id) ?? this.#byId.get(placeOf(value.id));
  }

  /** All agents among the alternatives of a value. */
  agentsOf(value: Value | undefined): readonly AgentCall[] {
    const options = value?.kind === 'union' ? value.options : [value];
    return [...new Set(options.flatMap(option => this.agentOf(option) ?? []))];
  }

  /** Relates an agent to what it uses. What could not be read marks the agent and leaves a gap and an unknown node. */
  attach(agent: Ref, found: Toolset): void {
    for (const use of found.uses) {
      if (use.ref === agent && use.relation === 'uses') continue;
      const { barriers, conditional, carries, properties } = use;
      this.add(
        relate(use.relation, agent, use.ref, use.at, {
          ...(barriers && barriers.length > 0 && { barriers }),
          ...(conditional && { conditional }),
          ...(carries && { carries }),
          ...(properties && { properties }),
        }),
      );
    }
    for (const { detail, at, source } of found.missing) {
      this.gap('unknown-tools', at, `Tools that are not known before the program runs: ${detail}.`, agent);
      if (source === undefined) continue;
      const ref = `unknown:${agent}:${source}`;
      const name = `(tools of ${source})`;
      const node = { fact: 'node', ref, kind: 'unknown', name, framework, at } as const;
      this.add({ ...node, properties: { reason: clip(detail, 200) } }, relate('uses', agent, ref, at));
    }
  }
}

/** An object id without its calling context. */
export const placeOf = (id: string): string => id.replace(/@[0-9a-z]+$/, '');
