import { meetingAt } from './both.ts';
import { doubtOf, type SinkLeg, type SourceLeg } from './legs.ts';
import type { LocalSource } from './local.ts';
import { states } from './net.ts';
import { levelAt, pathTo, type SourceName } from './propagate.ts';
import type { ReachedSink } from './sinks.ts';
import type { Meetings, Taint } from './taint.ts';

/** One leg chosen as witness. */
export interface Witness {
  readonly node: number;
  readonly leg: SourceLeg;
  readonly level: number;
  readonly path: readonly number[];
  /** True when it lies in the junction's own context. */
  readonly local: boolean;
}

/** Two legs that meet in one run. */
export interface Pair {
  readonly untrusted: Witness;
  readonly sensitive: Witness;
  /** The way out, where it is another than the easiest one because the data joins on it. */
  readonly sink?: ReachedSink;
}

/** Sensitive data that joins on the way to a sink, with that way. */
export interface Joining {
  readonly sensitive: Witness;
  readonly sink: ReachedSink;
}

/** Sources looked at per leg when pairing; more would be alternatives only. */
const width = 40;

/** An agent's own sources of both legs. */
export interface Surroundings {
  readonly untrusted: readonly LocalSource[];
  readonly sensitive: readonly LocalSource[];
}

/** Picks the best pair of legs for each sink of one agent; what does not depend on the sink is looked for once. */
export class PairPicker {
  readonly #taint: Taint;
  readonly #agent: number;
  readonly #around: Surroundings;
  readonly #near = new Map<string, Pair | undefined>();
  readonly #far = new Map<Meetings, Pair | undefined>();

  constructor(taint: Taint, agent: number, around: Surroundings) {
    this.#taint = taint;
    this.#agent = agent;
    this.#around = around;
  }

  /** `joining` is what joins on the way to the sink. */
  pick(sink: ReachedSink, joining: readonly Joining[]): Pair | undefined {
    const taint = this.#taint;
    const later =
      joining.length > 0 ? pickOne(taint, this.#agent, this.#around.untrusted, 'untrusted') : undefined;
    const options = [
      this.#nearPair(sink.node),
      ...taint.meetings.map(meetings => this.#farPair(meetings, sink.node)),
      ...joining.map(item =>
        later && !isOwnData(taint, later, item.sensitive) ? { untrusted: later, ...item } : undefined,
      ),
    ];
    let best: Pair | undefined;
    for (const option of options) {
      if (option && (!best || comparePairs(option, best, sink) < 0)) best = option;
    }
    return best;
  }

  #nearPair(sink: number): Pair | undefined {
    const key = goesToOperator(this.#taint, sink) ? String(sink) : 'any';
    if (!this.#near.has(key)) this.#near.set(key, localPair(this.#taint, this.#agent, this.#around, sink));
    return this.#near.get(key);
  }

  #farPair(meetings: Meetings, sink: number): Pair | undefined {
    if (!this.#far.has(meetings)) this.#far.set(meetings, distantPair(this.#taint, this.#agent, meetings));
    const pair = this.#far.get(meetings);
    // The pair of an agent's own sources was looked at already.
    return pair?.sensitive.local && isReaderAlready(this.#taint, pair.sensitive.node, sink)
      ? undefined
      : pair;
  }
}

/** What only the operator of a server gets to read. */
const readByOperator: ReadonlySet<string> = new Set(['query', 'third-party-tool']);

/** Only the operator of the server reads what leaves here. */
export function goesToOperator(taint: Taint, sink: number): boolean {
  const ways = taint.net.legs[sink]?.sinks ?? [];
  return ways.length > 0 && ways.every(leg => readByOperator.has(leg.label.kind) && !asksElsewhere(leg));
}

/** The body of the tool sends the question on to a service of its own choice. */
const asksElsewhere = ({ label }: SinkLeg): boolean =>
  label.kind === 'query' && label.evidence.some(({ via }) => via === 'code');

/** The only reader of what leaves here is the operator of the server that the data came from. */
export function isReaderAlready(taint: Taint, source: number, sink: number): boolean {
  const { net } = taint;
  if (source === sink || !goesToOperator(taint, sink)) return false;
  const servers = net.providers.get(net.nodes[source]?.id ?? '') ?? [];
  const others = net.providers.get(net.nodes[sink]?.id ?? '') ?? [];
  return servers.some(server => others.includes(server));
}

/** The strongest single leg of an agent, for the rules with two legs. */
export function pickOne(
  taint: Taint,
  agent: number,
  around: readonly LocalSource[],
  leg: SourceName,
): Witness | undefined {
  const [first] = around;
  const near = first && witnessOf(taint, agent, first);
  const state = 4 * agent + states.in;
  const tree = taint[leg];
  const level = levelAt(tree, state);
  if (level === 3 || (near && near.level <= level)) return near;
  return distant(taint, agent, leg, pathTo(taint.net, tree, state), level);
}

function localPair(taint: Taint, agent: number, around: Surroundings, sink: number): Pair | undefined {
  let best: Pair | undefined;
  for (const u of around.untrusted.slice(0, width)) {
    for (const s of around.sensitive.slice(0, width)) {
      if (u.run >= 0 && s.run >= 0 && u.run !== s.run) continue;
      if (isOwnData(taint, u, s) || isReaderAlready(taint, s.node, sink)) continue;
      const pair = { untrusted: witnessOf(taint, agent, u), sensitive: witnessOf(taint, agent, s) };
      if (!best || comparePairs(pair, best, undefined) < 0) best = pair;
    }
  }
  return best;
}

/** The requester reads only what is the requester's own. */
function isOwnData(taint: Taint, u: Pick<Witness, 'leg'>, s: Pick<Witness, 'node'>): boolean {
  return u.leg.label.kind === 'user' && taint.net.nodes[s.node]?.properties.readers === 'requester';
}

function distantPair(taint: Taint, agent: number, meetings: Meetings): Pair | undefined {
  const { both, untrusted: from, sensitive: of } = meetings;
  const level = both.level[agent] ?? 3;
  if (level === 3) return undefined;
  const moves = meetingAt(taint.net, both, from, of, agent);
  const untrusted = distant(taint, agent, 'untrusted', moves.untrusted, level);
  const sensitive = distant(taint, agent, 'sensitive', moves.sensitive, level);
  return untrusted && sensitive && { untrusted, sensitive };
}

/** Sensitive data that only joins after the agent: inside the tool itself or in a later fixed step. By sink node. */
export function joiningOf(taint: Taint, agent: number): ReadonlyMap<number, readonly Joining[]> {
  const found = new Map<number, Joining[]>();
  const level = (node: number) => levelAt(taint.sensitive, 4 * node + states.amb);
  for (const { through, sink } of taint.detours(agent, node => level(node) < 3)) {
    const path = pathTo(taint.net, taint.sensitive, 4 * through + states.amb);
    const sensitive = distant(taint, agent, 'sensitive', path, level(through), through);
    if (sensitive) found.set(sink.node, [...(found.get(sink.node) ?? []), { sensitive, sink }]);
  }
  return found;
}

function witnessOf(taint: Taint, agent: number, source: LocalSource): Witness {
  const { node, leg, level, path } = source;
  return { node, leg, level, path, local: isLocal(taint, agent, node) };
}

function distant(
  taint: Taint,
  agent: number,
  name: SourceName,
  path: readonly number[],
  level: number,
  at: number = agent,
): Witness | undefined {
  const first = path[0];
  const node = first === undefined ? at : (taint.net.sources[first] ?? 0) >> 2;
  const leg = taint.net.legs[node]?.[name];
  if (!leg) return undefined;
  const crosses = path.some(move => {
    const from = (taint.net.sources[move] ?? 0) >> 2;
    return from !== agent && taint.net.owner[from] === 1;
  });
  return { node, leg, level, path, local: !crosses && isLocal(taint, agent, node) };
}

/** In the agent's context, or a thing that belongs to nobody's (a store's outside writer, a queue). */
function isLocal(taint: Taint, agent: number, node: number): boolean {
  if (taint.contexts.get(agent)?.inside.has(node)) return true;
  const kind = taint.net.nodes[node]?.kind;
  return kind !== 'tool' && kind !== 'mcp-server' && kind !== 'agent';
}

/** Open before gated, certain before guessed, own context before distant, then the heavier and shorter pair. */
function comparePairs(a: Pair, b: Pair, sink: ReachedSink | undefined): number {
  return (
    Number(levelOf(a, sink) === 2) - Number(levelOf(b, sink) === 2) ||
    doubt(a) - doubt(b) ||
    Number(!isNear(a)) - Number(!isNear(b)) ||
    levelOf(a, sink) - levelOf(b, sink) ||
    weight(b) - weight(a) ||
    surety(b) - surety(a) ||
    Number(isOneNode(a)) - Number(isOneNode(b)) ||
    length(a) - length(b) ||
    (a.sink?.path.length ?? 0) - (b.sink?.path.length ?? 0) ||
    a.untrusted.node - b.untrusted.node ||
    a.sensitive.node - b.sensitive.node
  );
}

/** Level of the weakest leg's best barrier; the easiest way out counts where the pair names none. */
const levelOf = (pair: Pair, sink: ReachedSink | undefined): number =>
  Math.max(pair.untrusted.level, pair.sensitive.level, (pair.sink ?? sink)?.level ?? 0);
const isNear = (pair: Pair): boolean => pair.untrusted.local && pair.sensitive.local;
const isOneNode = (pair: Pair): boolean => pair.untrusted.node === pair.sensitive.node;
const weight = (pair: Pair): number => pair.untrusted.leg.weight * pair.sensitive.leg.weight;
const length = (pair: Pair): number => pair.untrusted.path.length + pair.sensitive.path.length;

function surety(pair: Pair): number {
  return Math.min(pair.untrusted.leg.label.confidence, pair.sensitive.leg.label.confidence);
}

const doubt = (pair: Pair): number => doubtOf(pair.untrusted.leg.label) + doubtOf(pair.sensitive.leg.label);
