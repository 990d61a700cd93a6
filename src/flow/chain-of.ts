import type { Chain } from '../model/chain.ts';
import type { Barrier } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import type { ChainRule, Tier } from '../model/vocabulary.ts';
import { effective, isGated, type LegName, residual } from './credit.ts';
import { explain } from './explain.ts';
import { shortHash } from './hash.ts';
import { isUncertain, type SinkLeg } from './legs.ts';
import type { Witness } from './pick.ts';
import { riskOf, round2, severityOf } from './risk.ts';
import type { ReachedSink } from './sinks.ts';
import type { Taint } from './taint.ts';
import { autonomy } from './weights.ts';
import { barriersOn, pathConfidence, stepsOfEdges, stepsOfMoves, witnessEdges } from './witness.ts';

/** What a rule found, before it is put into words and numbers. */
export interface Draft {
  readonly rule: ChainRule;
  readonly agent: number;
  readonly sink: ReachedSink;
  readonly sinkLeg: SinkLeg;
  readonly untrusted?: Witness;
  readonly sensitive?: Witness;
  readonly alternatives: Chain['alternatives'];
  /** Highest risk the rule may reach. */
  readonly cap: number;
  /** What is said as well when this one is gated and the other is open: a gate on one leg must not hide the rest. */
  readonly behind?: readonly Draft[];
}

/** Exposure of a chain that no outsider is part of. */
const noOutsider = 0.5;

/** Highest risk of a chain of which one role is a guess: names alone make no high finding. */
const guessCap = 54;

/** Highest risk of code that only tests and fixtures run. */
const testCap = 29;

const testPath =
  /(^|\/)(tests?|__tests__|fixtures?|specs?)\/|[._-](test|spec)\.[cm]?[jt]sx?$|(^|\/)test_[^/]*\.py$/;

/** Numbers, status, ids and words of one chain. Fixes are added later, when all chains are known. */
export function chainOf(taint: Taint, draft: Draft, brief = false): Chain {
  const { net } = taint;
  const { agent, sink, sinkLeg, untrusted, sensitive } = draft;
  const agentNode = net.nodes[agent];
  const sinkNode = net.nodes[sink.node];
  const agentId = agentNode?.id ?? '';
  const sinkId = sinkNode?.id ?? '';
  const legEdges: readonly (readonly [LegName, readonly number[], readonly Barrier[]])[] = [
    ['untrusted', untrusted ? witnessEdges(net, untrusted) : [], []],
    ['sensitive', sensitive ? witnessEdges(net, sensitive) : [], []],
    ['sink', sink.path, sinkLeg.limits],
  ];
  const gates: Barrier[] = [];
  let rest = 1;
  let gated = false;
  for (const [leg, edges, limits] of legEdges) {
    const standing = barriersOn(net, edges);
    const counted = standing.flatMap(({ barrier, from }) =>
      effective([barrier], leg, taint.killed.has(from)),
    );
    const left = residual([...counted, ...limits]);
    rest *= left;
    gated ||= isGated(left);
    for (const { barrier } of standing)
      gates.push(counted.includes(barrier) ? barrier : { ...barrier, credit: 0 });
    gates.push(...limits);
  }
  const labels = [untrusted?.leg.label, sensitive?.leg.label, sinkLeg.label].flatMap(label => label ?? []);
  const inTests = testPath.test(agentNode?.location?.file ?? '');
  const tier: Tier = inTests || guesses(draft) > 1 ? 'posture' : 'reachable';
  const watched = taint.unattended[agent] === 1 || isAutoApproved(taint, sink);
  const factors = {
    impact: round2(impactOf(taint, draft)),
    exposure: round2(untrusted?.leg.weight ?? noOutsider),
    sink: sinkLeg.action ? 1 : sinkLeg.weight,
    autonomy: round2((watched ? autonomy.unattended : autonomy.interactive) * rest),
  };
  const cap = Math.min(draft.cap, inTests ? testCap : 100, isGuessed(labels) ? guessCap : 100);
  const risk = riskOf(factors, cap);
  const allEdges = legEdges.flatMap(([, edges]) => edges);
  const confidence = Math.min(...labels.map(label => label.confidence)) * pathConfidence(net, allEdges);
  const chain: Chain = {
    id: `chain:${shortHash([familyOf(draft.rule), agentId, sinkId].join('\n'))}`,
    rule: draft.rule,
    tier,
    status: gated ? 'gated' : 'open',
    severity: severityOf(risk),
    risk,
    factors,
    confidence: round2(confidence),
    context: taint.contexts.get(agent)?.id ?? `context:${agentId}`,
    ...(untrusted && { untrusted: net.nodes[untrusted.node]?.id ?? '' }),
    ...(sensitive && { sensitive: net.nodes[sensitive.node]?.id ?? '' }),
    sink: sinkId,
    legs: {
      untrusted: untrusted ? stepsOfMoves(net, untrusted.path) : [],
      sensitive: sensitive ? stepsOfMoves(net, sensitive.path) : [],
      sink: stepsOfEdges(net, sink.path),
    },
    gates: distinct(gates),
    alternatives: draft.alternatives,
    explanation: '',
    fixes: [],
  };
  return brief ? chain : { ...chain, explanation: explain(taint, draft, chain) };
}

/**
 * Roles of a chain that are guesses. A second role that the same thing has by its name alone rests on the same word as the
 * guess, so it supports nothing.
 */
function guesses({ untrusted, sensitive, sink, sinkLeg }: Draft): number {
  const roles = [
    ...[untrusted, sensitive].flatMap(witness =>
      witness ? [{ node: witness.node, label: witness.leg.label }] : [],
    ),
    { node: sink.node, label: sinkLeg.label },
  ];
  const unsure = roles.filter(({ label }) => isUncertain(label));
  const echoes = roles.filter(
    ({ node, label }) => !isUncertain(label) && isNamed(label) && unsure.some(other => other.node === node),
  );
  return unsure.length + echoes.length;
}

/** One role is a guess, or every role rests on a name and on nothing else. */
const isGuessed = (labels: readonly Label[]): boolean => labels.some(isUncertain) || labels.every(isNamed);

const isNamed = ({ evidence }: Label): boolean =>
  evidence.length > 0 && evidence.every(({ via }) => via === 'name');

/** What is lost at worst: the data, or what the sink can do beside sending. */
function impactOf(taint: Taint, { sink, sinkLeg, untrusted, sensitive }: Draft): number {
  if (sinkLeg.action) return sinkLeg.action.impact;
  const acts = untrusted && sensitive ? (taint.net.legs[sink.node]?.actions ?? []) : [];
  return Math.max(sensitive?.leg.weight ?? memoryImpact, ...acts.map(leg => leg.action?.impact ?? 0));
}

/** Both trifecta rules are one family: a chain keeps its id when a nearer source comes or goes. */
const familyOf = (rule: ChainRule): ChainRule =>
  rule === 'lethal-trifecta-across' ? 'lethal-trifecta' : rule;

/** Impact of planting text where later runs read it. */
const memoryImpact = 0.8;

/** Mechanism and place tell barriers apart; the surest comes first. */
function distinct(gates: readonly Barrier[]): readonly Barrier[] {
  const seen = new Map<string, Barrier>();
  for (const gate of gates) {
    const key = [gate.mechanism, gate.gate, gate.location?.file, gate.location?.line, gate.detail].join('\n');
    const known = seen.get(key);
    if (!known || known.credit < gate.credit) seen.set(key, gate);
  }
  return [...seen.entries()]
    .sort(([a, x], [b, y]) => y.credit - x.credit || (a < b ? -1 : 1))
    .map(([, gate]) => gate);
}

/** The client starts this tool without asking: its server or the tool says so. */
function isAutoApproved(taint: Taint, sink: ReachedSink): boolean {
  const node = taint.net.nodes[sink.node];
  if (!node) return false;
  const servers = taint.net.providers.get(node.id) ?? [];
  const holders = [node, ...servers.map(id => taint.net.nodes[taint.net.indexOf.get(id) ?? -1])];
  return holders.some(holder => {
    const value = holder?.properties.autoApprove;
    if (value === true || value === '*') return true;
    return Array.isArray(value) && (value.includes('*') || value.includes(node.name));
  });
}
