import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, findChains } from '../../src/flow/analyze.ts';
import { applyChanges } from '../../src/flow/changes.ts';
import { optionsOf } from '../../src/flow/fix-options.ts';
import { wordFix } from '../../src/flow/fix-words.ts';
import { indexGraph } from '../../src/flow/graph-index.ts';
import type { Chain } from '../../src/model/chain.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Graph } from '../../src/model/graph.ts';
import { approval, graphOf, node, rel, sensitive, sink, untrusted } from './picture.ts';
import { someFacts } from './random-facts.ts';

/** An open way of one agent to one sink; which rule speaks about it may change with what else is there. */
const openWays = (graph: Graph): readonly string[] => [
  ...new Set(open(findChains(graph).chains).map(chain => `${chain.context} ${chain.sink}`)),
];

const open = (chains: readonly Chain[]) => chains.filter(chain => chain.status === 'open');
const lethal = (graph: Graph) =>
  open(findChains(graph).chains)
    .filter(chain => chain.rule.startsWith('lethal'))
    .map(chain => chain.id);

const acts = new Set(['call', 'emit', 'save', 'handoff']);
const runs = { numRuns: 100, seed: 20260919 };

describe('properties on random small systems', () => {
  it('a gate on any step opens nothing', () => {
    fc.assert(
      fc.property(someFacts, fc.nat(), (facts, pick) => {
        const graph = graphOf(facts);
        const steps = graph.edges.filter(edge => acts.has(edge.kind));
        const chosen = steps[pick % Math.max(1, steps.length)];
        const gated = {
          ...graph,
          edges: graph.edges.map(edge =>
            edge === chosen ? { ...edge, barriers: [...(edge.barriers ?? []), approval] } : edge,
          ),
        };
        expect(openWays(graph)).toEqual(expect.arrayContaining([...openWays(gated)]));
        expect(lethal(graph)).toEqual(expect.arrayContaining(lethal(gated)));
      }),
      runs,
    );
  });

  it('an edge less opens nothing', () => {
    fc.assert(
      fc.property(someFacts, fc.nat(), (facts, pick) => {
        const graph = graphOf(facts);
        const gone = graph.edges[pick % Math.max(1, graph.edges.length)];
        const less = { ...graph, edges: graph.edges.filter(edge => edge !== gone) };
        expect(openWays(graph)).toEqual(expect.arrayContaining([...openWays(less)]));
        expect(lethal(graph)).toEqual(expect.arrayContaining(lethal(less)));
      }),
      runs,
    );
  });

  it('a tool more closes nothing', () => {
    const role = fc.constantFrom(untrusted(), sensitive(), sink());
    fc.assert(
      fc.property(someFacts, fc.array(role, { maxLength: 3 }), (facts, labels) => {
        const agent = facts.find(fact => fact.fact === 'node' && fact.kind === 'agent');
        fc.pre(agent?.fact === 'node');
        if (agent?.fact !== 'node') return;
        const more = [...facts, node('tool', 'zz', labels), rel(agent.ref, 'uses', 'zz')];
        expect(openWays(graphOf(more))).toEqual(expect.arrayContaining([...openWays(graphOf(facts))]));
        expect(lethal(graphOf(more))).toEqual(expect.arrayContaining(lethal(graphOf(facts))));
      }),
      runs,
    );
  });

  it('the order of facts, nodes and edges means nothing', () => {
    fc.assert(
      fc.property(someFacts, fc.infiniteStream(fc.nat()), (facts, random) => {
        const graph = graphOf(facts);
        const other = graphOf(shuffled(facts, random));
        expect(other).toEqual(graph);
        const turned = {
          nodes: shuffled(graph.nodes, random),
          edges: shuffled(graph.edges, random),
          contexts: shuffled(graph.contexts, random),
        };
        expect(analyze(turned)).toEqual(analyze(graph));
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it('other names change names alone', () => {
    const shape = (graph: Graph, name: (id: string) => string) => {
      const all = (chosen: string | undefined, others: readonly string[]) =>
        [...(chosen ? [chosen] : []), ...others].map(name).sort();
      return findChains(graph)
        .chains.map(chain => ({
          rule: chain.rule,
          status: chain.status,
          risk: chain.risk,
          sink: name(chain.sink),
          untrusted: all(chain.untrusted, chain.alternatives.untrusted),
          sensitive: all(chain.sensitive, chain.alternatives.sensitive),
        }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    };
    const last = (id: string) => id.split(':').at(-1) ?? '';
    fc.assert(
      fc.property(someFacts, facts => {
        // Longer names that keep their order, so that ties are broken the same way.
        const renamed = facts.map(fact =>
          fact.fact === 'node' ? { ...fact, name: `${fact.name}-new` } : fact,
        );
        const plain = shape(graphOf(facts), last);
        expect(shape(graphOf(renamed), id => last(id).replace('-new', ''))).toEqual(plain);
      }),
      runs,
    );
  });

  it('the plan closes every open chain', () => {
    fc.assert(
      fc.property(someFacts, facts => {
        const graph = graphOf(facts);
        const { plan } = analyze(graph);
        const left = open(findChains(applyChanges(graph, plan?.changes ?? [])).chains);
        expect(left.map(chain => chain.id).sort()).toEqual(plan?.left);
        expect(plan?.atLeast).toBeLessThanOrEqual(plan?.cost ?? 0);
      }),
      { ...runs, numRuns: 80 },
    );
  });

  it('a fix by itself closes every chain it claims to cut', () => {
    let checked = 0;
    fc.assert(
      fc.property(someFacts, facts => {
        const graph = graphOf(facts);
        const index = indexGraph(graph);
        const { chains } = analyze(graph);
        const options = chains.flatMap(chain => optionsOf(chain, index));
        for (const fix of chains.flatMap(chain => chain.fixes)) {
          const option = options.find(({ change }) => wordFix(change, [], index).detail === fix.detail);
          if (!option) continue;
          checked++;
          const after = open(findChains(applyChanges(graph, [option.change])).chains).map(({ id }) => id);
          expect(fix.cuts.filter(id => after.includes(id))).toEqual([]);
        }
      }),
      { ...runs, numRuns: 60 },
    );
    expect(checked).toBeGreaterThan(40);
  });

  it('ids of chains survive unrelated edits', () => {
    const ids = (facts: readonly Fact[]) => findChains(graphOf(facts)).chains.map(chain => chain.id);
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 2, max: 900 }), (facts, line) => {
        const moved = facts.map(fact => ({ ...fact, at: { ...fact.at, line: fact.at.line + line } }));
        const other = [
          ...moved,
          node('agent', 'aa-other', [], { file: 'app/other.ts' }),
          node('tool', 'aa-tool', [sensitive()], { file: 'app/other.ts' }),
          rel('aa-other', 'uses', 'aa-tool'),
        ];
        expect(ids(other)).toEqual(ids(facts));
      }),
      runs,
    );
  });
});

/** Fisher and Yates, with numbers of fast-check so that failures can be run again. */
function shuffled<T>(items: readonly T[], random: Iterator<number>): readonly T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = (random.next().value ?? 0) % (at + 1);
    const [a, b] = [mixed[at], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[at], mixed[other]] = [b, a];
  }
  return mixed;
}
