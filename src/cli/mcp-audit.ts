import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { Platform } from '../../analyzers/mcp-config/places.ts';
import type { Subject } from '../mcp/audit/audit.ts';
import { clean } from '../report/clean.ts';
import type { Format } from '../report/formats.ts';
import { readConfig } from './config.ts';
import { writeOutputs } from './outputs.ts';
import { createProgress } from './progress.ts';
import { readKnownIds } from './read-report.ts';
import { outputsOf } from './scan-flags.ts';
import { targetOf } from './targets.ts';
import { type ExitCode, exitCodes, type Terminal, UserError } from './terminal.ts';
import { defaultThreshold, exceeds, type Threshold } from './threshold.ts';
import { readVersion } from './version.ts';

/** Flags of `trefoil mcp audit` as commander hands them over. */
export interface McpAuditFlags {
  readonly format: Format;
  readonly output?: string;
  readonly out: readonly string[];
  readonly failOn?: Threshold;
  readonly baseline?: string;
  readonly config?: string;
  readonly quiet?: boolean;
  readonly listing?: readonly string[];
  readonly home?: string;
  readonly platform?: Platform;
  readonly llm?: string;
}

/** `trefoil mcp audit`: the servers of this machine, of a repository, of a home folder, or of saved listings. */
export async function mcpAuditCommand(
  path: string | undefined,
  flags: McpAuditFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const outputs = outputsOf(flags);
  const subject = await subjectOf(path, flags, terminal);
  const root = subject.of === 'folder' ? subject.root : terminal.cwd;
  const config = await readConfig(flags.config, root, terminal.cwd);
  const known =
    flags.baseline === undefined ? new Set<string>() : await readKnownIds(flags.baseline, terminal.cwd);
  const { llm } = flags;
  const refine =
    llm === undefined
      ? undefined
      : await (await import('./ask-model.ts')).askModel({ ...flags, llm, cache: true }, terminal);
  const progress = createProgress(terminal, flags.quiet === true);
  const { auditServers } = await import('../mcp/audit/audit.ts');
  const facts = await listingFactsOf(flags.listing ?? [], terminal);
  const { report } = await auditServers({
    subject,
    version: readVersion(),
    facts,
    options: {
      accept: new Set(config.accept?.map(({ chain }) => chain)),
      ...(config.include && { include: config.include }),
      ...(config.exclude && { exclude: config.exclude }),
      ...(config.catalog && { catalog: config.catalog }),
      ...(refine && { refine }),
      onProgress: text => progress.show(clean(text, 78)),
    },
  }).finally(() => progress.clear());
  await writeOutputs(report, outputs, terminal, { matrix: true });
  const threshold = flags.failOn ?? config['fail-on'] ?? defaultThreshold;
  return exceeds(report, threshold, known) ? exitCodes.findings : exitCodes.clean;
}

async function subjectOf(
  path: string | undefined,
  flags: McpAuditFlags,
  terminal: Terminal,
): Promise<Subject> {
  const { homeOnly, thisMachine } = await import('../mcp/home/machine.ts');
  const { homePlatform } = await import('../mcp/home/subject.ts');
  if (flags.home !== undefined) {
    const { root } = targetOf([flags.home], terminal.cwd);
    return { of: 'machine', machine: homeOnly(root, flags.platform ?? homePlatform(root) ?? 'linux') };
  }
  if (path !== undefined) {
    const { root } = targetOf([path], terminal.cwd);
    const platform = flags.platform ?? homePlatform(root);
    return platform ? { of: 'machine', machine: homeOnly(root, platform) } : { of: 'folder', root };
  }
  if (flags.listing && flags.listing.length > 0) return { of: 'listings', name: 'listing' };
  return { of: 'machine', machine: thisMachine(homedir(), process.platform, terminal.env) };
}

async function listingFactsOf(files: readonly string[], terminal: Terminal) {
  if (files.length === 0) return [];
  const { listingFacts } = await import('../mcp/listing.ts');
  const all = await Promise.all(
    files.map(async file => {
      const text = await readFile(resolve(terminal.cwd, file), 'utf8').catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? error.code : error;
        throw new UserError(code === 'ENOENT' ? `${file} does not exist` : `cannot read ${file} (${code})`);
      });
      return listingFacts(file, text);
    }),
  );
  return all.flat();
}
