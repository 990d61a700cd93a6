import type { LabelId } from '../../model/vocabulary.ts';

/**
 * Probability from which a label is given: half the F1 that is reached, which is the threshold that maximises F1 where
 * probabilities are calibrated. A missed leg also costs more than a label of low confidence.
 */
export const thresholds: { readonly [label in LabelId]: number } = {
  'untrusted-input': 0.42,
  'sensitive-data': 0.42,
  'external-sink': 0.41,
  'destructive-action': 0.37,
  'code-execution': 0.35,
};
