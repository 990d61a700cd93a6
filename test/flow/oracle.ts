import type { Barrier, Edge, Graph, Node } from '../../src/model/graph.ts';
import type { Label } from '../../src/model/label.ts';

/**
 * The semantics written down a second time, slowly: sets instead of arrays, every rule applied until nothing changes,
 * every run with what it can hold. Knows no levels: it asks once which steps are not effectively gated and once which
 * are not cut.
 */
export function expectedChains(graph: Graph): readonly string[] {
  const open = new World(graph, 'open');
  const any = new World(graph, 'any', open.killed);
  const found: string[] = [];
  for (const { agent } of graph.contexts) {
    for (const sink of graph.nodes) {
      const told = (world: World, rule: string) => world.rules(agent, sink.id).has(rule);
      const status = (rule: string) => (told(open, rule) ? 'open' : told(any, rule) ? 'gated' : undefined);
      const say = (rule: string) => found.push(`${rule} ${agent} ${sink.id} ${status(rule)}`);
      if (status('gate-killer')) say('gate-killer');
      const families = ['lethal', 'untrusted-to-action', 'sensitive-to-sink'].filter(status);
      const [first, ...behind] = families;
      if (!first) continue;
      say(first);
      if (status(first) === 'open') continue;
      const next = behind.find(rule => status(rule) === 'open');
      if (next) say(next);
    }
  }
  return found.sort();
}

type Leg = 'untrusted-input' | 'sensitive-data';
type Content = 'none' | 'u' | 's' | 'us';

class World {
  readonly killed: ReadonlySet<string>;
  readonly #graph: Graph;
  readonly #passes: 'open' | 'any';
  readonly #nodes: ReadonlyMap<string, Node>;
  readonly #owners: ReadonlySet<string>;
  readonly #ordered: ReadonlySet<string>;

  constructor(graph: Graph, passes: 'open' | 'any', killed?: ReadonlySet<string>) {
    this.#graph = graph;
    this.#passes = passes;
    this.#nodes = new Map(graph.nodes.map(node => [node.id, node]));
    this.#owners = new Set(graph.contexts.map(context => context.agent));
    this.#ordered = new Set(graph.edges.filter(e => e.kind === 'next').map(e => `${e.from} ${e.to}`));
    this.killed = killed ?? this.#findKilled();
  }

  #findKilled(): ReadonlySet<string> {
    let killed: ReadonlySet<string> = new Set();
    for (;;) {
      const next = new Set(killed);
      for (const agent of this.#owners) {
        const reached = this.#spread('untrusted-input', killed).in.has(agent);
        const writes = [...this.#sinks(agent, killed)].some(id => this.#has(id, 'configuration'));
        if (reached && writes) next.add(agent);
      }
      if (next.size === killed.size) return killed;
      killed = next;
    }
  }

  #has(id: string, kind: string): boolean {
    return this.#nodes.get(id)?.labels.some(label => label.kind === kind) === true;
  }

  /** Rules that hold for an agent and a sink, looking only at steps that pass. */
  rules(agent: string, sink: string): ReadonlySet<string> {
    const found = new Set<string>();
    if (!this.#sinks(agent, this.killed).has(sink)) return found;
    if (sink !== agent && this.#owners.has(sink)) return found;
    const labels = this.#nodes.get(sink)?.labels ?? [];
    const u = this.#spread('untrusted-input', this.killed);
    const s = this.#spread('sensitive-data', this.killed);
    const ways = labels.filter(label => label.label === 'external-sink');
    const free = ways.filter(label => label.destination !== 'constant');
    const passing = (list: readonly Label[]) => list.some(label => this.#passes === 'any' || isFree(label));
    if (u.in.has(agent) && this.#has(sink, 'configuration')) found.add('gate-killer');
    const acts = labels.some(label => label.label === 'destructive-action' && label.kind !== 'configuration');
    if (u.in.has(agent) && acts) found.add('untrusted-to-action');
    const onTheWay = [...this.#between(agent, sink)].some(id => s.amb.has(id));
    const exposed = s.in.has(agent) || onTheWay;
    if (exposed && passing(free.length > 0 ? free : ways)) found.add('sensitive-to-sink');
    if (free.length === 0 || !passing(free)) return found;
    const together = this.#runs(u.amb, s.amb).get(agent)?.has('us') === true;
    if (together || (u.in.has(agent) && onTheWay)) found.add('lethal');
    return found;
  }

  #stops(edge: Edge, leg: Leg | 'sink', killed: boolean): boolean {
    const counts = (barrier: Barrier) => {
      if (barrier.cut) return true;
      if (this.#passes === 'any' || killed || barrier.credit < 0.5) return false;
      return barrier.kind === 'gate' || leg !== 'sensitive-data';
    };
    return (edge.barriers ?? []).some(counts);
  }

  /** Where one leg gets: into every run (base), left by earlier steps (amb), answered to callers (ret), into any run (in). */
  #spread(leg: Leg, killed: ReadonlySet<string>) {
    const sources = this.#graph.nodes.filter(node => node.labels.some(label => label.label === leg));
    const base = new Set(sources.map(node => node.id));
    const [amb, ret, all] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const size = () => base.size + amb.size + ret.size + all.size;
    for (let before = -1; before !== size(); ) {
      before = size();
      for (const id of base) {
        amb.add(id);
        ret.add(id);
      }
      for (const id of amb) all.add(id);
      for (const edge of this.#graph.edges) {
        if (edge.carries === 'typed' || this.#stops(edge, leg, killed.has(edge.from))) continue;
        const { kind, from, to } = edge;
        const text = kind === 'input' && this.#nodes.get(from)?.kind === 'instruction';
        if (kind === 'result' && ret.has(from)) base.add(to);
        if ((kind === 'load' || kind === 'save' || text) && all.has(from)) base.add(to);
        if ((kind === 'call' || kind === 'emit' || (kind === 'input' && !text)) && all.has(from)) all.add(to);
        if (kind !== 'handoff') continue;
        if (all.has(from)) (this.#ordered.has(`${from} ${to}`) ? amb : all).add(to);
        if (ret.has(to)) ret.add(from);
      }
    }
    return { amb, in: all };
  }

  /** What single runs of each node can hold. A run starts empty or with everything its starter holds. */
  #runs(u: ReadonlySet<string>, s: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<Content>> {
    const content = (hasU: boolean, hasS: boolean): Content =>
      hasU && hasS ? 'us' : hasU ? 'u' : hasS ? 's' : 'none';
    const runs = new Map(this.#graph.nodes.map(({ id }) => [id, new Set([content(u.has(id), s.has(id))])]));
    const starts = this.#graph.edges.filter(
      ({ kind, from, to, carries }) =>
        carries !== 'typed' &&
        (kind === 'call' ||
          kind === 'emit' ||
          (kind === 'input' && this.#nodes.get(from)?.kind !== 'instruction') ||
          (kind === 'handoff' && !this.#ordered.has(`${from} ${to}`))),
    );
    for (let grew = true; grew; ) {
      grew = false;
      for (const edge of starts) {
        const target = runs.get(edge.to);
        for (const held of [...(runs.get(edge.from) ?? [])]) {
          const killed = this.killed.has(edge.from);
          const hasU =
            u.has(edge.to) || (held.includes('u') && !this.#stops(edge, 'untrusted-input', killed));
          const hasS = s.has(edge.to) || (held.includes('s') && !this.#stops(edge, 'sensitive-data', killed));
          const next = content(hasU, hasS);
          if (!target || target.has(next)) continue;
          target.add(next);
          grew = true;
        }
      }
    }
    return runs;
  }

  /** Nodes the agent makes act: over its own steps and what these set off, not through other agents. */
  #sinks(agent: string, killed: ReadonlySet<string>): Set<string> {
    return this.#onward(agent, agent, killed);
  }

  #onward(start: string, agent: string, killed: ReadonlySet<string>): Set<string> {
    const reached = new Set([start]);
    for (const id of reached) {
      if (id !== agent && this.#owners.has(id)) continue;
      for (const edge of this.#graph.edges) {
        if (edge.from !== id || edge.carries === 'typed' || !outward.has(edge.kind)) continue;
        if (!this.#stops(edge, 'sink', id === agent && killed.has(agent))) reached.add(edge.to);
      }
    }
    return reached;
  }

  /** Nodes after the agent on any way to the sink, the sink included. */
  #between(agent: string, sink: string): Set<string> {
    const after = this.#onward(agent, agent, this.killed);
    return new Set(
      [...after].filter(
        id => id !== agent && !this.#owners.has(id) && this.#onward(id, agent, this.killed).has(sink),
      ),
    );
  }
}

const outward = new Set<string>(['call', 'emit', 'save', 'handoff']);

const isFree = (label: Label): boolean => label.destination === 'model-chosen' && label.payload !== 'typed';
