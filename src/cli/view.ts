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
import { createSourceReader } from './view-sources.ts';
import { watchTree } from './watch.ts';

/** Flags of `trefoil view`. */
export interface ViewFlags {
  readonly output?: string;
  readonly port?: number;
  readonly watch?: boolean;
  readonly compare?: string;
  readonly open: boolean;
  readonly config?: string;
}

/** `trefoil view`: the explorer for a folder (scanned now) or a saved report, served on loopback or written to a file. */
export async function viewCommand(path: string, flags: ViewFlags, terminal: Terminal): Promise<ExitCode> {
  const saved = isFile(resolve(terminal.cwd, path)) && path.endsWith('.json');
  const load = saved ? () => readReport(path, terminal.cwd) : () => scanFolder(path, flags, terminal);
  const earlier = flags.compare === undefined ? undefined : await readReport(flags.compare, terminal.cwd);
  const draw = (report: Report) => render(report, 'html', false, terminal, earlier && { earlier });
  const first = await load();
  const page = await draw(first);
  if (flags.output !== undefined) {
    await writeFile(resolve(terminal.cwd, flags.output), page).catch((error: NodeJS.ErrnoException) => {
      throw new UserError(`cannot write ${flags.output} (${error.code ?? error.message})`);
    });
    terminal.err(`wrote ${flags.output}\n`);
    return exitCodes.clean;
  }
  const root = saved ? '' : targetOf([path], terminal.cwd).root;
  const sources = root === '' ? undefined : createSourceReader(root);
  sources?.allow(first);
  const server = await serve(livePage(page, root), flags.port ?? 0, sources);
  terminal.err(`explorer: ${server.url}  (Ctrl+C ends it)\n`);
  const watcher = flags.watch
    ? watchTree(
        resolve(terminal.cwd, path),
        async () => {
          const report = await load();
          sources?.allow(report);
          server.update(livePage(await draw(report), root));
        },
        message => terminal.err(`trefoil: ${message}\n`),
      )
    : undefined;
  if (flags.open) openBrowser(server.url);
  await terminal.stopped;
  watcher?.close();
  await server.close();
  return exitCodes.clean;
}

/** Tells the page that it is served, and where the tree lies on this machine: for editor links, on loopback only. */
export function livePage(page: string, root: string): string {
  const attribute = root.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
  return page.replace(
    '<meta name="trefoil-live" content="0"',
    () => `<meta name="trefoil-root" content="${attribute}" /><meta name="trefoil-live" content="1"`,
  );
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
    ...(config.catalog && { catalog: config.catalog }),
    onProgress: progress.show,
  }).finally(() => progress.clear());
  return result.report;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
