import { createColors } from 'picocolors';
import { type Paint, plain } from '../report/paint.ts';
import type { Terminal } from './terminal.ts';

/** Colours for a terminal; NO_COLOR and dumb terminals get none. */
export function colors(env: Terminal['env']): Paint {
  return env.NO_COLOR || env.TERM === 'dumb' ? plain : createColors(true);
}
