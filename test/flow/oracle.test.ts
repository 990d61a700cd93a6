import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChains } from '../../src/flow/analyze.ts';
import type { Engine } from '../../src/flow/taint.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Graph } from '../../src/model/graph.ts';
import { expectedChains } from './oracle.ts';
import { agentWith, graphOf, sensitive, sink, untrusted } from './picture.ts';
import { someFacts } from './random-facts.ts';

/** The same lines as the oracle's; staged memory has tests of its own. */
function found(graph: Graph, engine: Engine): readonly string[] {
  const owners = new Map(graph.contexts.map(context => [context.id, context.agent]));
  return findChains(graph, { engine })
    .chains.filter(chain => chain.rule !== 'staged-memory')
    .map(
      chain =>
        `${chain.rule.replace(/^lethal.*/, 'lethal')} ${owners.get(chain.context)} ${chain.sink} ${chain.status}`,
    )
    .sort();
}

describe('both engines and the slow oracle agree', () => {
  it('on a plain case, where the oracle says what is expected', () => {
    const graph = graphOf(agentWith('desk', { web: [untrusted()], crm: [sensitive()], mail: [sink()] }));
    const lines = ['lethal agent:app/desk.ts:desk tool:app/desk.ts:mail open'];
    expect(expectedChains(graph)).toEqual(lines);
    expect(found(graph, 'arrays')).toEqual(lines);
  });

  it.each(['arrays', 'graphology'] as const)('on random small systems: %s', engine => {
    fc.assert(
      fc.property(someFacts, (facts: readonly Fact[]) => {
        const graph = graphOf(facts);
        expect(found(graph, engine)).toEqual(expectedChains(graph));
      }),
      { numRuns: 400, seed: 20260917 },
    );
  });

  it('word for word on random small systems', () => {
    fc.assert(
      fc.property(someFacts, (facts: readonly Fact[]) => {
        const graph = graphOf(facts);
        expect(findChains(graph, { engine: 'graphology' })).toEqual(findChains(graph, { engine: 'arrays' }));
      }),
      { numRuns: 200, seed: 20260918 },
    );
  });
});
