import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossingsOf, orderItems } from '../../../visualizer/src/layout/order-items.ts';
import { type Item, type Lane, lanes } from '../../../visualizer/src/layout/types.ts';

const item = (id: string, lane: Lane): Item => ({
  id,
  lane,
  band: 'b',
  nodes: [id],
  title: id,
  kind: 'tool',
  part: false,
});

function tie(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const ties = new Map<string, Set<string>>();
  for (const [a, b] of [...pairs, ...pairs.map(([a, b]) => [b, a] as const)])
    ties.set(a, (ties.get(a) ?? new Set()).add(b));
  return ties;
}

/** Counts crossings the plain way: every pair of lines between two lanes. */
function naive(
  order: ReadonlyMap<Lane, readonly Item[]>,
  pairs: readonly (readonly [string, string])[],
): number {
  const at = new Map(
    [...order].flatMap(([lane, items]) =>
      items.map(({ id }, index) => [id, { lane: lanes.indexOf(lane), index }] as const),
    ),
  );
  const lines = pairs.map(([a, b]) => [at.get(a), at.get(b)].sort((x, y) => (x?.lane ?? 0) - (y?.lane ?? 0)));
  let count = 0;
  for (const [i, [a, b]] of lines.entries()) {
    for (const [c, d] of lines.slice(i + 1)) {
      if (!a || !b || !c || !d || a.lane !== c.lane || b.lane !== d.lane) continue;
      if ((a.index - c.index) * (b.index - d.index) < 0) count++;
    }
  }
  return count;
}

const pairs = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), {
  maxLength: 24,
  selector: ([a, b]) => `${a} ${b}`,
});

describe('crossing reduction', () => {
  it('untangles what can be untangled', () => {
    const items = ['a', 'b', 'c'].flatMap(id => [item(`${id}1`, 'untrusted'), item(`${id}2`, 'sensitive')]);
    const crossed = [...items.slice(0, 1), ...items.slice(2)].concat(items[1] ?? []);
    const ties = tie([
      ['a1', 'c2'],
      ['b1', 'b2'],
      ['c1', 'a2'],
    ]);
    expect(crossingsOf(orderItems(crossed, ties), ties)).toBe(0);
  });

  it('counts crossings as the plain way does, and never makes more of them', () => {
    fc.assert(
      fc.property(pairs, drawn => {
        const named = drawn.map(([a, b]) => [`l${a}`, `r${b}`] as const);
        const items = [0, 1, 2, 3, 4, 5, 6, 7].flatMap(n => [
          item(`l${n}`, 'agents'),
          item(`r${n}`, 'ways-out'),
        ]);
        const ties = tie(named);
        const given = new Map(lanes.map(lane => [lane, items.filter(one => one.lane === lane)]));
        expect(crossingsOf(given, ties)).toBe(naive(given, named));
        const ordered = orderItems(items, ties);
        expect(crossingsOf(ordered, ties)).toBe(naive(ordered, named));
        expect(crossingsOf(ordered, ties)).toBeLessThanOrEqual(crossingsOf(given, ties));
      }),
    );
  });
});
