import { homedir } from 'node:os';
import type { UserRows } from '../catalog/types.ts';
import type { AuditRequest, Subject } from '../mcp/audit/audit.ts';
import type { Question } from '../mcp/live/connect.ts';
import { clean } from '../report/clean.ts';
import type { Progress } from './progress.ts';
import { type Terminal, UserError } from './terminal.ts';

/** Flags of `trefoil mcp audit` and `lock` about live connections. */
export interface ConnectFlags {
  /** True without names. */
  readonly connect?: true | readonly string[];
  readonly yes?: boolean;
  readonly sandbox?: boolean;
  readonly passEnv?: readonly string[];
  /** Seconds per server. */
  readonly timeout?: number;
}

type Look = NonNullable<AuditRequest['look']>;

/** How to ask: by which flags, with which knowledge, after which look without asking. */
export interface Asking {
  readonly flags: ConnectFlags;
  readonly rows: UserRows | undefined;
  readonly progress: Progress;
  readonly before: Look;
}

/**
 * Asks the servers themselves, after what `before` finds out without asking. Undefined without `--connect`. Whoever is at
 * a terminal is asked for each server; elsewhere servers must be named, or `--yes` given.
 */
export async function connectLook(
  subject: Subject,
  { flags, rows, progress, before }: Asking,
  terminal: Terminal,
): Promise<Look | undefined> {
  if (flags.connect === undefined) return undefined;
  const wanted = flags.connect === true ? ('all' as const) : new Set(flags.connect);
  const { confirm } = terminal;
  if (wanted === 'all' && !flags.yes && !confirm)
    throw new UserError('--connect starts programs: name the servers (--connect NAME) or add --yes');
  const { connectServers } = await import('../mcp/live/connect.ts');
  const { configSources } = await import('../mcp/live/sources.ts');
  const { defaultLimits } = await import('../mcp/live/limits.ts');
  const sandbox = flags.sandbox ? await sandboxHere() : undefined;
  return async (facts, root) => {
    const known = await before(facts, root);
    const asked = await connectServers(facts, {
      sources: configSources(subject),
      wanted,
      consent: async question => {
        if (flags.yes || !confirm) return true;
        progress.clear();
        return confirm(wording(question, flags.sandbox === true));
      },
      env: terminal.env,
      passed: new Set(flags.passEnv),
      home: subject.of === 'machine' ? subject.machine.home : homedir(),
      limits:
        flags.timeout === undefined ? defaultLimits : { ...defaultLimits, deadline: flags.timeout * 1000 },
      ...(sandbox && { sandbox }),
      ...(rows && { rows }),
      views: known.views,
      onProgress: progress.show,
    });
    return { ...known, ...asked, gaps: known.gaps, facts: [...(known.facts ?? []), ...(asked.facts ?? [])] };
  };
}

async function sandboxHere() {
  const { findSandbox } = await import('../mcp/live/sandbox.ts');
  const sandbox = findSandbox();
  if (sandbox) return sandbox;
  throw new UserError('--sandbox: this system offers neither bwrap nor user namespaces');
}

function wording({ server, what, where }: Question, sandboxed: boolean): string {
  const verb = /^https?:/.test(what) ? 'Connect to' : sandboxed ? 'Start in a sandbox' : 'Start';
  return `${verb} '${clean(server, 60)}'?  ${clean(what, 300)}  (${clean(where, 120)})`;
}
