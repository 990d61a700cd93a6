import type { Chain } from '../model/chain.ts';
import type { Draft } from './chain-of.ts';
import type { SinkLeg } from './legs.ts';
import { memoriesOf } from './memories.ts';
import { states } from './net.ts';
import {
  goesToOperator,
  isReaderAlready,
  type Joining,
  joiningOf,
  type Pair,
  PairPicker,
  pickOne,
  type Surroundings,
  type Witness,
} from './pick.ts';
import { levelAt } from './propagate.ts';
import type { ReachedSink } from './sinks.ts';
import type { Taint } from './taint.ts';

/** Highest risk of a rule with two legs. */
const caps = { action: 79, exposure: 54, memory: 79, none: 100 } as const;

/** One agent with everything the rules look at. */
interface Scene {
  readonly taint: Taint;
  readonly agent: number;
  readonly around: Surroundings;
  readonly untrusted: Witness | undefined;
  readonly pairs: PairPicker;
  alternatives(chosen: Chosen): Chain['alternatives'];
}

type Chosen = Partial<Pair> & { readonly sink: ReachedSink };

/**
 * Everything the rules say about one agent: at most one chain per sink, plus gate killers and staged memory. `brief`
 * leaves out alternatives.
 */
export function draftsOf(taint: Taint, agent: number, brief = false): readonly Draft[] {
  const untrustedHere = levelAt(taint.untrusted, 4 * agent + states.in) < 3;
  const sinks = taint.sinks(agent);
  if (sinks.length === 0 && !untrustedHere) return [];
  const around: Surroundings = {
    untrusted: taint.sources(agent, 'untrusted'),
    sensitive: taint.sources(agent, 'sensitive'),
  };
  const untrusted = pickOne(taint, agent, around.untrusted, 'untrusted');
  const scene: Scene = {
    taint,
    agent,
    around,
    untrusted,
    pairs: new PairPicker(taint, agent, around),
    alternatives: brief ? () => noAlternatives : alternativesOf(taint, around, sinks),
  };
  const joining = joiningOf(taint, agent);
  const found = sinks.flatMap(sink => sinkDrafts(scene, sink, joining.get(sink.node) ?? []));
  if (!untrusted) return found;
  const said = new Set(found.filter(draft => draft.rule === 'staged-memory').map(draft => draft.sink.node));
  const memories = memoriesOf(taint, agent, untrusted).filter(({ sink }) => !said.has(sink.node));
  const staged = memories.map(({ sink, leg }) =>
    draftOf(scene, 'staged-memory', leg, caps.memory, { untrusted, sink }),
  );
  return [...found, ...staged];
}

const noAlternatives: Chain['alternatives'] = { untrusted: [], sensitive: [], sink: [] };

function draftOf(scene: Scene, rule: Draft['rule'], sinkLeg: SinkLeg, cap: number, chosen: Chosen): Draft {
  return { rule, agent: scene.agent, sinkLeg, ...chosen, alternatives: scene.alternatives(chosen), cap };
}

function sinkDrafts(scene: Scene, sink: ReachedSink, joining: readonly Joining[]): readonly Draft[] {
  const { taint, untrusted } = scene;
  const legs = taint.net.legs[sink.node];
  if (!legs) return [];
  const ways = legs.sinks.filter(leg => leg.label.kind !== 'memory');
  const open = ways.find(leg => !leg.constant);
  const pair = ways.length > 0 ? scene.pairs.pick(sink, joining) : undefined;
  const drafts: Draft[] = [];
  const draft = (rule: Draft['rule'], sinkLeg: SinkLeg, cap: number, chosen: Partial<Pair>): Draft =>
    draftOf(scene, rule, sinkLeg, cap, { sink, ...chosen });
  const killer = legs.actions.find(leg => leg.action?.configuration);
  if (untrusted && killer) drafts.push(draft('gate-killer', killer, caps.none, { untrusted }));
  const act = legs.actions.find(leg => !leg.action?.configuration);
  const actions =
    untrusted && act
      ? [draft('untrusted-to-action', act, act.action?.grave ? caps.none : caps.action, { untrusted })]
      : [];
  const exposed = open ?? ways[0];
  const exposures = exposed
    ? exposuresOf(scene, sink, joining).map(chosen =>
        draft('sensitive-to-sink', exposed, caps.exposure, chosen),
      )
    : [];
  if (pair && open) {
    const near = pair.untrusted.local && pair.sensitive.local;
    const rule = near ? 'lethal-trifecta' : 'lethal-trifecta-across';
    drafts.push({ ...draft(rule, open, caps.none, pair), behind: [...actions, ...exposures] });
  } else {
    const [first, ...behind] = [...actions, ...exposures];
    if (first) drafts.push({ ...first, behind });
  }
  const memory = legs.sinks.find(leg => leg.label.kind === 'memory');
  if (untrusted && memory) drafts.push(draft('staged-memory', memory, caps.memory, { untrusted }));
  return drafts;
}

/** The best way of sensitive data out: what the agent holds, else what joins on the way. At most one. */
function exposuresOf(
  { taint, agent, around }: Scene,
  sink: ReachedSink,
  joining: readonly Joining[],
): readonly Partial<Pair>[] {
  const others = goesToOperator(taint, sink.node)
    ? around.sensitive.filter(source => !isReaderAlready(taint, source.node, sink.node))
    : around.sensitive;
  const best = pickOne(taint, agent, others, 'sensitive');
  const held = best && isReaderAlready(taint, best.node, sink.node) ? undefined : best;
  const ways: readonly Joining[] = [...(held ? [{ sensitive: held, sink }] : []), ...joining];
  const level = (way: Joining) => Math.max(way.sensitive.level, way.sink.level);
  const easiest = ways.reduce<Joining | undefined>((a, b) => (!a || level(b) < level(a) ? b : a), undefined);
  return easiest ? [easiest] : [];
}

/** Other nodes that could play a leg, by id; what is chosen is left out. Sorted once per agent, for all of its chains. */
function alternativesOf(
  { net }: Taint,
  around: Surroundings,
  sinks: readonly ReachedSink[],
): (chosen: Chosen) => Chain['alternatives'] {
  const idOf = (node: number): string | undefined => net.nodes[node]?.id;
  const ids = (nodes: readonly number[]): readonly string[] =>
    [...new Set(nodes)].flatMap(node => idOf(node) ?? []).sort();
  const without = (all: readonly string[]): ((own: number) => readonly string[]) => {
    const known = new Map<number, readonly string[]>();
    return own => {
      const before = known.get(own);
      if (before) return before;
      const id = idOf(own);
      const others = all.filter(other => other !== id);
      known.set(own, others);
      return others;
    };
  };
  const untrusted = without(ids(around.untrusted.map(item => item.node)));
  const sensitive = without(ids(around.sensitive.map(item => item.node)));
  const ways = sinks.filter(({ node }) => net.legs[node]?.sinks.some(leg => !leg.constant));
  const ends = without(ids(ways.map(item => item.node)));
  return chosen => ({
    untrusted: chosen.untrusted ? untrusted(chosen.untrusted.node) : [],
    sensitive: chosen.sensitive ? sensitive(chosen.sensitive.node) : [],
    sink: ends(chosen.sink.node),
  });
}
