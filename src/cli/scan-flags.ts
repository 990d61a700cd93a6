import { isPage } from '../report/explorer-link.ts';
import { type Format, formats } from '../report/formats.ts';
import { UserError } from './terminal.ts';
import type { Threshold } from './threshold.ts';

/** Flags of `trefoil scan` as commander hands them over. */
export interface ScanFlags {
  readonly format: Format;
  readonly output?: string;
  readonly out: readonly string[];
  readonly explorer?: string;
  readonly failOn?: Threshold;
  readonly baseline?: string;
  readonly config?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly cache: boolean;
  readonly jobs?: number;
  readonly quiet?: boolean;
  readonly dump?: 'facts' | 'graph' | 'labels';
  readonly whatIf: readonly string[];
  /** `provider:model`: asks it about tools of which words alone are unsure. */
  readonly llm?: string;
}

/** One thing to write. Without `file` it goes to standard output. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

/** All outputs of a scan: the main one, then one per `--out`. */
export function outputsOf(
  flags: Pick<ScanFlags, 'format' | 'output' | 'out' | 'explorer'>,
): readonly Output[] {
  if (flags.explorer !== undefined && !isPage(flags.explorer))
    throw new UserError(`--explorer ${flags.explorer}: expected a path or an http address`);
  const main: Output = { format: flags.format, ...(flags.output !== undefined && { file: flags.output }) };
  return [main, ...flags.out.map(parsePair)];
}

function parsePair(pair: string): Output {
  const at = pair.indexOf('=');
  const format = formats.find(name => name === pair.slice(0, at));
  const file = pair.slice(at + 1);
  if (at < 0 || !format || !file)
    throw new UserError(`--out ${pair}: expected FORMAT=FILE with one of ${formats.join(', ')}`);
  return { format, file };
}
