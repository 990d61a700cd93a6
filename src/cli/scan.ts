import type { openModel } from '../label/llm/open-model.ts';
import { clean } from '../report/clean.ts';
import { readConfig } from './config.ts';
import { writeOutputs } from './outputs.ts';
import { createProgress } from './progress.ts';
import { readKnownIds } from './read-report.ts';
import { outputsOf, type ScanFlags } from './scan-flags.ts';
import { targetOf } from './targets.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';
import { defaultThreshold, exceeds } from './threshold.ts';
import { readVersion } from './version.ts';

/** `trefoil scan`: one report from the given paths, in every wanted format. `open` is another way to get a model. */
export async function scanCommand(
  paths: readonly string[],
  flags: ScanFlags,
  terminal: Terminal,
  open?: typeof openModel,
): Promise<ExitCode> {
  const outputs = outputsOf(flags);
  const target = targetOf(paths, terminal.cwd);
  const config = await readConfig(flags.config, target.root, terminal.cwd);
  const known =
    flags.baseline === undefined ? new Set<string>() : await readKnownIds(flags.baseline, terminal.cwd);

  const refine =
    flags.llm === undefined
      ? undefined
      : await (await import('./ask-model.ts')).askModel({ ...flags, llm: flags.llm }, terminal, open);
  const progress = createProgress(terminal, flags.quiet === true);
  const { scan } = await import('../main.ts');
  const result = await scan(target.root, readVersion(), {
    only: target.only,
    include: [...(config.include ?? []), ...flags.include],
    exclude: [...(config.exclude ?? []), ...flags.exclude],
    cache: flags.cache,
    ...(flags.jobs !== undefined && { jobs: flags.jobs }),
    accept: new Set(config.accept?.map(({ chain }) => chain)),
    whatIf: flags.whatIf,
    ...(config.catalog && { catalog: config.catalog }),
    ...(refine && { refine }),
    onProgress: text => progress.show(clean(text, 78)),
  }).finally(() => progress.clear());

  if (flags.dump) {
    const { dump } = await import('./dump.ts');
    await terminal.out(dump(flags.dump, result));
    return exitCodes.clean;
  }
  const options = flags.explorer === undefined ? {} : { explorer: flags.explorer };
  await writeOutputs(result.report, outputs, terminal, options);
  const threshold = flags.failOn ?? config['fail-on'] ?? defaultThreshold;
  return exceeds(result.report, threshold, known) ? exitCodes.findings : exitCodes.clean;
}
