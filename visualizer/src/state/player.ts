import type { Chain, Step } from '../../../src/model/chain.ts';

export type Leg = 'untrusted' | 'sensitive' | 'sink';
export const legs: readonly Leg[] = ['untrusted', 'sensitive', 'sink'];

/** One picture of the story: a step of a leg, or the node alone where the leg needs no step. */
export interface Frame {
  readonly leg: Leg;
  readonly node: string;
  readonly step?: Step;
}

/** The story of a chain, leg by leg. */
export function framesOf(chain: Chain): readonly Frame[] {
  return legs.flatMap((leg): readonly Frame[] => {
    const node = chain[leg];
    if (!node) return [];
    const steps = chain.legs[leg];
    return steps.length === 0 ? [{ leg, node }] : steps.map(step => ({ leg, node, step }));
  });
}

/** The next frame to show: from the whole chain to the first, and behind the last back to the whole chain. */
export function nextFrame(step: number | undefined, count: number): number | undefined {
  if (step === undefined) return count > 0 ? 0 : undefined;
  return step + 1 < count ? step + 1 : undefined;
}

export function previousFrame(step: number | undefined, count: number): number | undefined {
  if (step === undefined) return count > 0 ? count - 1 : undefined;
  return step > 0 ? step - 1 : undefined;
}
