import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hittingSet } from '../../src/flow/hitting-set.ts';

/** Every subset tried: right and slow. */
function bruteForce(clauses: readonly (readonly number[])[], costs: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** costs.length; set++) {
    if (!clauses.every(clause => clause.some(option => (set >> option) & 1))) continue;
    least = Math.min(
      least,
      costs.reduce((sum, cost, option) => sum + (((set >> option) & 1) === 1 ? cost : 0), 0),
    );
  }
  return least;
}

const options = 9;
const someCosts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: options, maxLength: options });
const someClauses = fc.array(fc.uniqueArray(fc.nat(options - 1), { minLength: 1, maxLength: 4 }), {
  maxLength: 9,
});

describe('cheapest hitting set', () => {
  it('costs what trying every set costs, and hits every clause', () => {
    fc.assert(
      fc.property(someClauses, someCosts, (clauses, costs) => {
        const { chosen, cost, atLeast } = hittingSet(clauses, costs);
        expect(clauses.filter(clause => !clause.some(option => chosen.includes(option)))).toEqual([]);
        expect(cost).toBe(bruteForce(clauses, costs));
        expect(atLeast).toBe(cost);
      }),
      { numRuns: 300, seed: 20260920 },
    );
  });

  it('does not depend on the order of clauses', () => {
    const clauses = [
      [0, 1],
      [1, 2],
      [2, 0],
    ];
    const costs = [1, 1, 1];
    expect(hittingSet([...clauses].reverse(), costs)).toEqual(hittingSet(clauses, costs));
  });

  it('states a bound below its answer where the search is too large', () => {
    const clauses = Array.from({ length: 120 }, (_, at) =>
      Array.from({ length: 6 }, (_, step) => (at * 7 + step * (at % 11) + step) % 60),
    );
    const { cost, atLeast, chosen } = hittingSet(
      clauses,
      Array.from({ length: 60 }, (_, at) => 1 + (at % 3)),
    );
    expect(clauses.every(clause => clause.some(option => chosen.includes(option)))).toBe(true);
    expect(atLeast).toBeGreaterThan(0);
    expect(atLeast).toBeLessThanOrEqual(cost);
  });

  it('answers thousands of separate questions at once', () => {
    const clauses = Array.from({ length: 4000 }, (_, at) => [2 * at, 2 * at + 1]);
    const costs = clauses.flatMap(() => [2, 1]);
    expect(hittingSet(clauses, costs)).toMatchObject({ cost: 4000, atLeast: 4000 });
  });
});
