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

/** Platt scaling by Newton steps, with a weak pull towards slope 1 and shift 0 for rare labels. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  let slope = 1;
  let shift = 0;
  const pull = 1;
  for (let round = 0; round < 50; round++) {
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
    slope -= ds;
    shift -= dt;
    if (Math.abs(ds) + Math.abs(dt) < 1e-6) break;
  }
  return { slope, shift };
}

export function probability(margin: number, { slope, shift }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * margin + shift)));
}
