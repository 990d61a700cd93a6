import type { Severity } from '../model/vocabulary.ts';

/** Colours a piece of text that is already clean. A subset of picocolors. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly magenta: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour: files, pipes, NO_COLOR. */
export const plain: Paint = {
  bold: same,
  dim: same,
  red: same,
  yellow: same,
  green: same,
  cyan: same,
  magenta: same,
};

/** The colour of a severity word. */
export function paintSeverity(severity: Severity, paint: Paint): string {
  const word = severity.toUpperCase();
  if (severity === 'critical') return paint.bold(paint.red(word));
  if (severity === 'high') return paint.red(word);
  if (severity === 'medium') return paint.yellow(word);
  return severity === 'low' ? paint.cyan(word) : paint.dim(word);
}
