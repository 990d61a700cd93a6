import fc from 'fast-check';
import type { Fact, RelationFact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { Label } from '../../src/model/label.ts';
import type { NodeKind, RelationKind } from '../../src/model/vocabulary.ts';
import { action, approval, node, rel, sensitive, sink, untrusted } from './picture.ts';

/** Open sources and ways out more often, so that a fair share of the systems has chains. */
const labels: readonly Label[] = [
  untrusted('web'),
  untrusted('web'),
  sensitive('database'),
  sensitive('database'),
  sensitive('database'),
  sink('email'),
  sink('email'),
  sink('email'),
  sink('network', { destination: 'constant' }),
  sink('chat', { destination: 'bound' }),
  sink('url', { payload: 'typed' }),
  action('pay'),
  action('configuration'),
];

const weak: Barrier = { ...approval, kind: 'sanitizer', mechanism: 'classifier', credit: 0.2 };
const cut: Barrier = { ...approval, mechanism: 'deny', cut: true };
const fake: Barrier = { ...approval, mechanism: 'prompt rule', credit: 0 };

const kindsOf: { readonly [prefix: string]: NodeKind } = {
  a: 'agent',
  t: 'tool',
  s: 'store',
  x: 'trigger',
  w: 'workflow',
  i: 'instruction',
};

/** Relations that real analyzers make, by the kinds of their ends. */
const pairs: readonly (readonly [string, RelationKind, string])[] = [
  ['a', 'uses', 't'],
  ['a', 'uses', 't'],
  ['a', 'uses', 't'],
  ['a', 'delegates', 'a'],
  ['a', 'hands-off', 'a'],
  ['a', 'reads', 's'],
  ['a', 'writes', 's'],
  ['t', 'reads', 's'],
  ['t', 'writes', 's'],
  ['x', 'triggers', 'a'],
  ['x', 'triggers', 'w'],
  ['w', 'uses', 'a'],
  ['a', 'next', 'a'],
  ['a', 'next', 't'],
  ['t', 'next', 'a'],
  ['i', 'instructs', 'a'],
];

const name = (prefix: string) =>
  fc
    .integer({ min: 0, max: { a: 2, t: 4, s: 1, x: 1, w: 0, i: 0 }[prefix] ?? 0 })
    .map(at => `${prefix}${at}`);

/** One relation, sometimes typed or with a barrier. */
export const someRelation: fc.Arbitrary<RelationFact> = fc
  .constantFrom(...pairs)
  .chain(([from, kind, to]) =>
    fc.tuple(
      name(from),
      fc.constant(kind),
      name(to),
      fc.constantFrom(
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        approval,
        weak,
        cut,
        fake,
      ),
      fc.integer({ min: 0, max: 7 }),
    ),
  )
  .map(([from, kind, to, barrier, typed]) =>
    rel(from, kind, to, {
      ...(barrier && { barriers: [barrier] }),
      ...(typed === 0 && { carries: 'typed' as const }),
    }),
  );

/** Small systems of agents, tools, stores and triggers with random roles. */
export const someFacts: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(
    fc.array(fc.array(fc.constantFrom(...labels), { maxLength: 2 }), { minLength: 12, maxLength: 12 }),
    fc.array(someRelation, { minLength: 5, maxLength: 16 }),
  )
  .map(([roles, relations]) => {
    const names = ['a0', 'a1', 'a2', 't0', 't1', 't2', 't3', 't4', 's0', 's1', 'x0', 'x1', 'w0', 'i0'];
    const used = new Set(relations.flatMap(({ from, to }) => [from, to]));
    const nodes = names
      .filter(item => used.has(item))
      .map(item => {
        const own = /^[ts]/.test(item) ? roles[names.indexOf(item)] : undefined;
        const text = /^[xi]/.test(item) ? [untrusted('email')] : [];
        return node(kindsOf[item[0] ?? ''] ?? 'unknown', item, own ?? text);
      });
    return [...nodes, ...relations];
  });
