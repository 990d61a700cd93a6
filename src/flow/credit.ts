import type { Barrier } from '../model/graph.ts';
import { creditFloor, gatedFrom, outsideHost, redacts } from './weights.ts';

/** The leg a barrier is asked to stop. */
export type LegName = 'untrusted' | 'sensitive' | 'sink';

/** 0 nothing in the way, 1 a weak barrier, 2 an effective one, 3 the step is cut. */
export type Level = 0 | 1 | 2 | 3;

/** Barriers of a step that can stop a leg: a filter for injected text stops no data, a redaction no injection. */
export function effective(
  barriers: readonly Barrier[] | undefined,
  leg: LegName,
  killed: boolean,
): readonly Barrier[] {
  if (!barriers) return [];
  return barriers.filter(item => {
    if (killed && !item.cut && !outsideHost.test(item.mechanism)) return false;
    if (item.kind === 'gate' || item.cut) return item.cut || item.credit > 0;
    if (item.credit <= 0) return false;
    const redaction = redacts.test(item.mechanism);
    return leg === 'untrusted' ? !redaction : leg === 'sensitive' ? redaction : true;
  });
}

/** However a host calls it, it is the same person who is asked. */
const person = /approv|\bask|confirm|interrupt|human|consent/i;

const technologyOf = (mechanism: string): string => (person.test(mechanism) ? 'a person' : mechanism);

/** What is left of the risk behind barriers: independent ones multiply, the same technology counts once. */
export function residual(barriers: readonly Barrier[]): number {
  if (barriers.some(item => item.cut)) return 0;
  const best = new Map<string, number>();
  for (const item of barriers) {
    const key = technologyOf(item.mechanism);
    best.set(key, Math.max(best.get(key) ?? 0, Math.min(1, item.credit)));
  }
  let rest = 1;
  for (const credit of best.values()) rest *= 1 - credit;
  return best.size === 0 ? 1 : Math.max(creditFloor, rest);
}

/** How much one step stands in the way of a leg. */
export function levelOf(barriers: readonly Barrier[] | undefined, leg: LegName, killed: boolean): Level {
  if (!barriers || barriers.length === 0) return 0;
  const found = effective(barriers, leg, killed);
  if (found.some(item => item.cut)) return 3;
  if (found.length === 0) return 0;
  return isGated(residual(found)) ? 2 : 1;
}

/** True when so little is left that the leg counts as gated. */
export const isGated = (rest: number): boolean => rest <= 1 - gatedFrom + 1e-9;
