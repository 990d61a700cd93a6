/** A prediction beside the truth. */
export interface Judged {
  readonly server: string;
  readonly yes: boolean;
  readonly probability: number;
}

export interface Quality {
  readonly count: number;
  readonly positives: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Mean F1 over servers in which the label occurs or was predicted. */
  readonly macroF1: number;
  /** Mean accuracy over all servers. */
  readonly macroAccuracy: number;
  /** Expected calibration error over ten equal bins. */
  readonly calibrationError: number;
}

/** Scores predictions at a decision threshold. */
export function qualityOf(judged: readonly Judged[], threshold: number): Quality {
  const { tp, fp, fn } = countsOf(judged, threshold);
  const groups = new Map<string, Judged[]>();
  for (const one of judged) groups.set(one.server, [...(groups.get(one.server) ?? []), one]);
  const perServer = [...groups.values()].map(group => ({ group, counts: countsOf(group, threshold) }));
  const withLabel = perServer.filter(({ counts }) => counts.tp + counts.fp + counts.fn > 0);
  return {
    count: judged.length,
    positives: tp + fn,
    precision: ratio(tp, tp + fp),
    recall: ratio(tp, tp + fn),
    f1: ratio(2 * tp, 2 * tp + fp + fn),
    macroF1: mean(withLabel.map(({ counts }) => ratio(2 * counts.tp, 2 * counts.tp + counts.fp + counts.fn))),
    macroAccuracy: mean(perServer.map(({ group, counts }) => 1 - (counts.fp + counts.fn) / group.length)),
    calibrationError: calibrationError(judged),
  };
}

function countsOf(judged: readonly Judged[], threshold: number): { tp: number; fp: number; fn: number } {
  let [tp, fp, fn] = [0, 0, 0];
  for (const { yes, probability } of judged) {
    const said = probability >= threshold;
    if (yes && said) tp++;
    else if (said) fp++;
    else if (yes) fn++;
  }
  return { tp, fp, fn };
}

function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, yes: 0, sum: 0 }));
  for (const { yes, probability } of judged) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))];
    if (!bin) continue;
    bin.count++;
    bin.yes += yes ? 1 : 0;
    bin.sum += probability;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.yes - bin.sum), 0) / Math.max(1, judged.length);
}

function ratio(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
