import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from '../model/report.ts';
import { openBrowser } from './browser.ts';
import { readConfig } from './config.ts';
import { render } from './outputs.ts';
import { createProgress } from './progress.ts';
import { readReport } from './read-report.ts';
import { targetOf } from './targets.ts';
import { type ExitCode, exitCodes, type Terminal, UserError } from './terminal.ts';
import { readVersion } from './version.ts';
import { serve } from './view-server.ts';
import { watchTree } from './watch.ts';

/** Flags of `trefoil view`. */
export interface ViewFlags {
  readonly output?: string;
  readonly port?: number;
  readonly watch?: boolean;
  readonly open: boolean;
  readonly config?: string;
}

/** `trefoil view`: the explorer for a folder (scanned now) or a saved report, served on loopback or written to a file. */
export async function viewCommand(path: string, flags: ViewFlags, terminal: Terminal): Promise<ExitCode> {
  const saved = isFile(resolve(terminal.cwd, path)) && path.endsWith('.json');
  const load = saved ? () => readReport(path, terminal.cwd) : () => scanFolder(path, flags, terminal);
  const page = await render(await load(), 'html', false, terminal);
  if (flags.output !== undefined) {
    await writeFile(resolve(terminal.cwd, flags.output), page).catch((error: NodeJS.ErrnoException) => {
      throw new UserError(`cannot write ${flags.output} (${error.code ?? error.message})`);
    });
    terminal.err(`wrote ${flags.output}\n`);
    return exitCodes.clean;
  }
  const server = await serve(page, flags.port ?? 0);
  terminal.err(`explorer: ${server.url}  (Ctrl+C ends it)\n`);
  const watcher = flags.watch
    ? watchTree(
        resolve(terminal.cwd, path),
        async () => server.update(await render(await load(), 'html', false, terminal)),
        message => terminal.err(`trefoil: ${message}\n`),
      )
    : undefined;
  if (flags.open) openBrowser(server.url);
  await terminal.stopped;
  watcher?.close();
  await server.close();
  return exitCodes.clean;
}

async function scanFolder(path: string, flags: ViewFlags, terminal: Terminal): Promise<Report> {
  const target = targetOf([path], terminal.cwd);
  const config = await readConfig(flags.config, target.root, terminal.cwd);
  const progress = createProgress(terminal, false);
  const { scan } = await import('../main.ts');
  const result = await scan(target.root, readVersion(), {
    only: target.only,
    include: config.include ?? [],
    exclude: config.exclude ?? [],
    accept: new Set(config.accept?.map(({ chain }) => chain)),
    onProgress: progress.show,
  }).finally(() => progress.clear());
  return result.report;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
