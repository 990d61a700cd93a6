import type { LabelId } from '../../model/vocabulary.ts';
import data from './data/weights.json' with { type: 'json' };
import type { Features } from './features.ts';

/** A feature that counted for or against a label, with its share of the margin. */
export interface Share {
  readonly feature: string;
  readonly share: number;
}

/** Probability of one label and what it rests on. */
export interface Judgement {
  readonly label: LabelId;
  readonly probability: number;
  readonly shares: readonly Share[];
}

let table: ReadonlyMap<string, readonly number[]> | undefined;

/** The trained weights in hundredths, one list per feature in the order of `data.labels`; indexed on first use. */
function weights(): ReadonlyMap<string, readonly number[]> {
  table ??= new Map(Object.entries(data.weights));
  return table;
}

/** Judges every label; `described` chooses the calibration, because a name alone says less. */
export function judge(features: Features, described: boolean): readonly Judgement[] {
  const known = [...features].flatMap(([feature, value]) => {
    const own = weights().get(feature);
    return own === undefined ? [] : [{ feature, value, own }];
  });
  return data.labels.map((label, at) => {
    const shares = known.map(({ feature, value, own }) => ({
      feature,
      share: (value * (own[at] ?? 0)) / 100,
    }));
    const margin = shares.reduce((sum, { share }) => sum + share, (data.intercepts[at] ?? 0) / 100);
    const [slope = 1, shift = 0] = data.calibrations[at]?.[described ? 0 : 1] ?? [];
    return { label: label as LabelId, probability: 1 / (1 + Math.exp(-(slope * margin + shift))), shares };
  });
}
