import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Report } from '../model/report.ts';
import type { Format } from '../report/formats.ts';
import { isExplorer } from '../report/html.ts';
import { colors } from './colors.ts';
import { readRules } from './rule-pages.ts';
import type { Output } from './scan-flags.ts';
import { type Terminal, UserError } from './terminal.ts';

/** What the formats of one run have in common. */
export interface OutputOptions {
  /** Puts the table of servers before prose formats. */
  readonly matrix?: boolean;
  /** Where the explorer's page will lie: SARIF and Markdown link its chains. */
  readonly explorer?: string;
}

/** Writes every output; standard output gets at most one. */
export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  terminal: Terminal,
  { matrix = false, explorer }: OutputOptions = {},
): Promise<void> {
  // Files first: what cannot be written must not leave half an answer on standard output.
  const ordered = [...outputs].sort((a, b) => Number(a.file === undefined) - Number(b.file === undefined));
  for (const { format, file } of ordered) {
    const toTerminal = file === undefined;
    const colored = toTerminal && terminal.outIsTty;
    const page = await render(report, format, colored, terminal, explorer ? { explorerAt: explorer } : {});
    const text = matrix ? (await matrixOf(report, format, colored, terminal)) + page : page;
    if (toTerminal) await terminal.out(text);
    else await save(resolve(terminal.cwd, file), file, text);
  }
}

async function matrixOf(
  report: Report,
  format: Format,
  colored: boolean,
  terminal: Terminal,
): Promise<string> {
  if (format !== 'text' && format !== 'markdown') return '';
  const { matrixMarkdown, matrixText } = await import('../report/server-matrix.ts');
  if (format === 'markdown') return `${matrixMarkdown(report)}\n`;
  return `${matrixText(report, colored ? colors(terminal.env) : undefined)}\n`;
}

/** One report in one format. `colored` matters to `text` only. */
export async function render(
  report: Report,
  format: Format,
  colored: boolean,
  terminal: Terminal,
  extras: { readonly earlier?: Report; readonly explorerAt?: string } = {},
): Promise<string> {
  const { reporters } = await import('../main.ts');
  return reporters[format](report, {
    ...extras,
    ...(colored && { paint: colors(terminal.env) }),
    rules: format === 'sarif' ? await readRules() : [],
    explorer: format === 'html' ? await readExplorer() : '',
  });
}

async function save(path: string, shown: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UserError(`cannot write ${shown} (${code})`);
  }
}

/** The built explorer: beside the command when installed, in the visualizer's folder when run from source. */
async function readExplorer(): Promise<string> {
  for (const place of ['./explorer.html', '../../visualizer/dist/index.html']) {
    const url = new URL(place, import.meta.url);
    if (!existsSync(url)) continue;
    const page = await readFile(url, 'utf8');
    if (isExplorer(page)) return page;
  }
  throw new UserError('the explorer is not part of this build: run npm run build');
}
