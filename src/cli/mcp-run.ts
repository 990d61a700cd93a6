import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { Platform } from '../../analyzers/mcp-config/places.ts';
import type { AuditRequest, Subject } from '../mcp/audit/audit.ts';
import type { ScanResult } from '../pipeline/scan-types.ts';
import { clean } from '../report/clean.ts';
import { readConfig } from './config.ts';
import type { Config } from './config-schema.ts';
import { type ConnectFlags, connectLook } from './mcp-connect.ts';
import { type PackageFlags, packageLook } from './mcp-packages.ts';
import { createProgress } from './progress.ts';
import { targetOf } from './targets.ts';
import { type Terminal, UserError } from './terminal.ts';
import { readVersion } from './version.ts';

/** Flags that say what to audit and how to look at it. */
export interface SubjectFlags extends PackageFlags, ConnectFlags {
  readonly config?: string;
  readonly quiet?: boolean;
  readonly listing?: readonly string[];
  readonly home?: string;
  readonly platform?: Platform;
  readonly llm?: string;
}

/** A finished audit, with what the project decides about its own audits. */
export interface AuditRun extends ScanResult {
  readonly config: Config;
}

/** Audits the servers of a subject as the flags say. */
export async function runAudit(
  subject: Subject,
  flags: SubjectFlags,
  terminal: Terminal,
  drift?: AuditRequest['options']['drift'],
): Promise<AuditRun> {
  const root = subject.of === 'folder' ? subject.root : terminal.cwd;
  const config = await readConfig(flags.config, root, terminal.cwd);
  const { llm } = flags;
  const refine =
    llm === undefined
      ? undefined
      : await (await import('./ask-model.ts')).askModel({ ...flags, llm, cache: true }, terminal);
  const progress = createProgress(terminal, flags.quiet === true);
  const show = (text: string): void => progress.show(clean(text, 78));
  const { auditServers } = await import('../mcp/audit/audit.ts');
  const facts = await listingFactsOf(flags.listing ?? [], terminal);
  const packages = await packageLook(subject, flags, terminal, show);
  const asking = { flags, rows: config.catalog, progress: { ...progress, show }, before: packages };
  const result = await auditServers({
    subject,
    version: readVersion(),
    facts,
    look: (await connectLook(subject, asking, terminal)) ?? packages,
    options: {
      accept: new Set(config.accept?.map(({ chain }) => chain)),
      ...(config.include && { include: config.include }),
      ...(config.exclude && { exclude: config.exclude }),
      ...(config.catalog && { catalog: config.catalog }),
      ...(refine && { refine }),
      ...(drift && { drift }),
      onProgress: show,
    },
  }).finally(() => progress.clear());
  return { ...result, config };
}

/** This machine, a home folder, a repository, or nothing but saved listings. */
export async function subjectOf(
  path: string | undefined,
  flags: SubjectFlags,
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
