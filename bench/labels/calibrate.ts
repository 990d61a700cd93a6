import type { Row } from './rows.ts';

/** Turns a margin into a probability: 1 / (1 + exp(-(slope · margin + shift))). */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

/** One margin with the true answer and its weight. */
export interface Outcome {
  readonly margin: number;
  readonly yes: boolean;
  readonly weight: number;
}

/** Longest Newton step: far from the answer the curve is flat and a full step would overshoot. */
const longest = 0.5;

/** Platt scaling by damped Newton steps, with a weak pull towards slope 1 and shift 0 for rare labels. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  let slope = 1;
  let shift = 0;
  const pull = 1;
  for (let round = 0; round < 200; round++) {
    let [gs, gt, hss, hst, htt] = [pull * (slope - 1), pull * shift, pull, 0, pull];
    for (const { margin, yes, weight } of outcomes) {
      const p = probability(margin, { slope, shift });
      const error = weight * (p - (yes ? 1 : 0));
      const curve = weight * Math.max(p * (1 - p), 1e-6);
      gs += error * margin;
      gt += error;
      hss += curve * margin * margin;
      hst += curve * margin;
      htt += curve;
    }
    const det = hss * htt - hst * hst;
    const [ds, dt] = [(htt * gs - hst * gt) / det, (hss * gt - hst * gs) / det];
    const scale = Math.min(1, longest / Math.max(Math.abs(ds), Math.abs(dt)));
    slope -= scale * ds;
    shift -= scale * dt;
    if (Math.abs(ds) + Math.abs(dt) < 1e-6) break;
  }
  return { slope, shift };
}

export function probability(margin: number, { slope, shift }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * margin + shift)));
}

/**
 * How much a row counts for calibration. Probabilities are for listings that others wrote; our own rows are clearer than
 * those, and the catalog judges capabilities.
 */
export function speaksFor({ dataset }: Row): number {
  if (dataset === 'catalog') return 0;
  return dataset === 'own' ? 0.25 : 1;
}
