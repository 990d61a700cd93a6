import type { LabelId } from '../../model/vocabulary.ts';

/**
 * Probability from which a label is given. Below one half because a missed leg costs more than a label of low
 * confidence, and because half the best F1 is the threshold that maximises F1 for calibrated probabilities.
 */
export const thresholds: { readonly [label in LabelId]: number } = {
  'untrusted-input': 0.5,
  'sensitive-data': 0.5,
  'external-sink': 0.45,
  'destructive-action': 0.4,
  'code-execution': 0.4,
};
