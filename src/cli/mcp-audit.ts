import type { Format } from '../report/formats.ts';
import { lockDrift } from './mcp-lock.ts';
import { runAudit, type SubjectFlags, subjectOf } from './mcp-run.ts';
import { writeOutputs } from './outputs.ts';
import { readKnownIds } from './read-report.ts';
import { outputsOf } from './scan-flags.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';
import { defaultThreshold, exceeds, type Threshold } from './threshold.ts';

/** Flags of `trefoil mcp audit` as commander hands them over. */
export interface McpAuditFlags extends SubjectFlags {
  readonly format: Format;
  readonly output?: string;
  readonly out: readonly string[];
  readonly failOn?: Threshold | 'drift';
  readonly explorer?: string;
  readonly baseline?: string;
  readonly lock?: string;
  readonly locked?: boolean;
}

/** `trefoil mcp audit`: the servers of this machine, of a repository, of a home folder, or of saved listings. */
export async function mcpAuditCommand(
  path: string | undefined,
  flags: McpAuditFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const outputs = outputsOf(flags);
  const subject = await subjectOf(path, flags, terminal);
  const known =
    flags.baseline === undefined ? new Set<string>() : await readKnownIds(flags.baseline, terminal.cwd);
  const mustMatch = flags.locked === true || flags.failOn === 'drift';
  const drift = await lockDrift(subject, flags.lock, mustMatch, terminal);
  const { report, config } = await runAudit(subject, flags, terminal, drift?.compare);
  await writeOutputs(report, outputs, terminal, {
    matrix: true,
    ...(flags.explorer !== undefined && { explorer: flags.explorer }),
  });
  if (mustMatch && drift?.differs()) return exitCodes.findings;
  if (flags.failOn === 'drift') return exitCodes.clean;
  const threshold = flags.failOn ?? config['fail-on'] ?? defaultThreshold;
  return exceeds(report, threshold, known) ? exitCodes.findings : exitCodes.clean;
}
