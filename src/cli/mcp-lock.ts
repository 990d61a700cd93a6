import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { AuditRequest, Subject } from '../mcp/audit/audit.ts';
import { plural } from '../report/wording.ts';
import { runAudit, type SubjectFlags, subjectOf } from './mcp-run.ts';
import { readFound, readRegular } from './read-found.ts';
import { type ExitCode, exitCodes, type Terminal, UserError } from './terminal.ts';
import { readVersion } from './version.ts';

/** Flags of `trefoil mcp lock`. */
export interface McpLockFlags extends SubjectFlags {
  readonly output?: string;
}

const maxSize = 64_000_000;
const kinds = { machine: 'a machine', folder: 'a repository', listings: 'saved listings' } as const;

/** `trefoil mcp lock`: writes down what the servers are now. */
export async function mcpLockCommand(
  path: string | undefined,
  flags: McpLockFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { locate, makeLock } = await import('../mcp/lock/make.ts');
  const { writeLock } = await import('../mcp/lock/lock-file.ts');
  const subject = await subjectOf(path, flags, terminal);
  const file = await lockPlace(subject, flags.output, terminal);
  const { report, origins } = await runAudit(subject, flags, terminal);
  const located = locate(report, origins);
  await writeFile(file, writeLock(makeLock(located, subject.of, readVersion()))).catch(
    (error: NodeJS.ErrnoException) => {
      throw new UserError(`cannot write ${flags.output ?? 'mcp.lock.json'} (${error.code ?? error.message})`);
    },
  );
  const tools = located.reduce((sum, { locked }) => sum + Object.keys(locked.tools).length, 0);
  terminal.err(
    `wrote ${shown(file, terminal)}: ${plural(located.length, 'server')}, ${plural(tools, 'tool')}\n`,
  );
  return exitCodes.clean;
}

/** How an audit compares itself with a lock file. */
export interface LockDrift {
  readonly compare: NonNullable<AuditRequest['options']['drift']>;
  /** Whether anything differed, once the audit has run. */
  differs(): boolean;
}

/** The comparison with the named lock file, else with the one that lies there; undefined when there is none to find. */
export async function lockDrift(
  subject: Subject,
  named: string | undefined,
  required: boolean,
  terminal: Terminal,
): Promise<LockDrift | undefined> {
  const { compareLock } = await import('../mcp/lock/compare.ts');
  const { lockName, parseLock } = await import('../mcp/lock/lock-file.ts');
  const { locate } = await import('../mcp/lock/make.ts');
  const file = await lockPlace(subject, named, terminal);
  const text =
    named === undefined && subject.of === 'folder'
      ? await readFound(subject.root, file, maxSize)
      : await readRegular(file, maxSize);
  if (typeof text !== 'string') {
    if (text.code === 'ENOENT' && named === undefined && !required) return undefined;
    const hint = text.code === 'ENOENT' ? ': trefoil mcp lock writes one' : '';
    throw new UserError(`cannot read ${named ?? lockName} (${text.code})${hint}`);
  }
  const lock = parseLock(text);
  if (typeof lock === 'string') throw new UserError(`${named ?? lockName} ${lock}`);
  if (lock.of !== subject.of) {
    if (named === undefined && !required) return undefined;
    throw new UserError(
      `${named ?? lockName} was written for ${kinds[lock.of]}, not for ${kinds[subject.of]}`,
    );
  }
  let differs = false;
  return {
    compare: (graph, origins) => {
      const drift = compareLock(lock, locate(graph, origins), lockName, readVersion());
      differs = drift.length > 0;
      return drift;
    },
    differs: () => differs,
  };
}

/** In the audited folder; for a machine and for listings where the command runs. */
async function lockPlace(subject: Subject, named: string | undefined, terminal: Terminal): Promise<string> {
  if (named !== undefined) return resolve(terminal.cwd, named);
  const { lockName } = await import('../mcp/lock/lock-file.ts');
  return join(subject.of === 'folder' ? subject.root : terminal.cwd, lockName);
}

function shown(file: string, terminal: Terminal): string {
  const inside = relative(terminal.cwd, file);
  return inside.startsWith('..') ? file : inside;
}
