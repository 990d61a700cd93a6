import { analyzer as codingAgents } from '../../../analyzers/coding-agents/index.ts';
import { mcpConfig } from '../../../analyzers/mcp-config/index.ts';
import { analyzer as mcpServer } from '../../../analyzers/mcp-server/index.ts';
import type { Fact } from '../../model/fact.ts';
import type { Gap } from '../../model/graph.ts';
import { type Program, readProgram } from '../../pipeline/read-program.ts';
import { runCodeAnalyzers } from '../../pipeline/run-analyzers.ts';
import type { ScanOptions, ScanResult } from '../../pipeline/scan-types.ts';
import { conclude } from '../../pipeline.ts';
import type { Project } from '../../resolve/project.ts';
import type { ToolViews } from '../../servers/view.ts';
import type { Machine } from '../home/machine.ts';
import { readFound } from '../home/read.ts';
import { type Open, withKnownSecrets } from '../secrets/find-secrets.ts';
import { folderFiles } from '../static/folder-files.ts';
import { inheritUserServers } from './inherit.ts';
import { emptyProgram, machineFiles, machineProgram } from './programs.ts';

/** What to audit: a machine's clients, a repository, or nothing but saved listings. */
export type Subject =
  | { readonly of: 'machine'; readonly machine: Machine }
  | { readonly of: 'folder'; readonly root: string }
  | { readonly of: 'listings'; readonly name: string };

export interface AuditRequest {
  readonly subject: Subject;
  readonly version: string;
  readonly options: ScanOptions;
  /** Facts from saved listings and the like. */
  readonly facts?: readonly Fact[];
  /** Finds out what the configured servers are, beyond configuration and catalog. */
  readonly look?: (facts: readonly Fact[], root: string | undefined) => Promise<Looked>;
}

/** What looking at servers gave. */
export interface Looked {
  readonly views: ToolViews;
  readonly facts?: readonly Fact[];
  readonly gaps: readonly Gap[];
  /** Code of packages outside of the subject, for what the bodies of their tools do. */
  readonly projects?: readonly Project[];
}

const analyzers = [mcpConfig, codingAgents, mcpServer];

/** Audits the MCP servers of a subject. Starts no program and opens no connection unless `look` does. */
export async function auditServers(request: AuditRequest): Promise<ScanResult> {
  const { subject, options, version } = request;
  const program = await programOf(subject, options);
  const { configuration, project, settings } = program;
  const code =
    subject.of === 'folder' ? runCodeAnalyzers(analyzers, project, settings, configuration.facts) : [];
  const found = inheritUserServers([...configuration.facts, ...code, ...(request.facts ?? [])]);
  const seen = await withKnownSecrets(found, opener(subject));
  const root =
    subject.of === 'folder' ? subject.root : subject.of === 'machine' ? subject.machine.home : undefined;
  const looked = await request.look?.(seen, root);
  const known: Program = looked ? { ...program, gaps: [...program.gaps, ...looked.gaps] } : program;
  const facts = [...seen, ...(looked?.facts ?? [])];
  return conclude(known, facts, options, { analyzers, version }, looked?.views, looked?.projects);
}

/** Opens a client file again, under the rules it was found by. */
function opener(subject: Subject): Open {
  if (subject.of === 'listings') return () => undefined;
  const files = subject.of === 'machine' ? machineFiles(subject.machine) : undefined;
  const tree = subject.of === 'folder' ? folderFiles(subject.root) : undefined;
  return path => {
    const found = files?.get(path);
    const text = found ? readFound(found) : tree?.read(path);
    return typeof text === 'string' ? text : undefined;
  };
}

async function programOf(subject: Subject, options: ScanOptions): Promise<Program> {
  if (subject.of === 'machine') return machineProgram(subject.machine, [mcpConfig, codingAgents]);
  if (subject.of === 'folder') return readProgram(subject.root, analyzers, options);
  return emptyProgram(subject.name);
}
