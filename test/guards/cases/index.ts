import type { Case } from './case.ts';
import { falsePositives } from './false-positives.ts';
import { fakeGates, gates } from './gates.ts';
import { guards } from './guards.ts';
import { logins } from './logins.ts';
import { moreGates } from './more-gates.ts';

/** Every pair, in the order of the table in `docs/credit.md`. */
export const cases: readonly Case[] = [
  ...falsePositives,
  ...guards,
  ...fakeGates,
  ...gates,
  ...moreGates,
  ...logins,
];
