import type { Report } from '../model/report.ts';
import { clean } from '../report/clean.ts';
import { plain } from '../report/paint.ts';
import { tellChain } from '../report/text-chain.ts';
import { indexNodes, plural } from '../report/wording.ts';
import { colors } from './colors.ts';
import { readReport } from './read-report.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

/** Ids on one side only, sorted, by what they name. */
export interface Difference {
  readonly added: Sides;
  readonly removed: Sides;
}

interface Sides {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly chains: readonly string[];
  readonly findings: readonly string[];
}

/** `trefoil diff A B`. Exit code 1 when B has an open chain that A has not. */
export async function diffCommand(
  before: string,
  after: string,
  flags: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const a = await readReport(before, terminal.cwd);
  const b = await readReport(after, terminal.cwd);
  const difference = compareReports(a, b);
  await terminal.out(
    flags.json ? `${JSON.stringify(difference, null, 2)}\n` : tell(difference, a, b, terminal),
  );
  const opened = b.chains.some(({ id, status }) => status === 'open' && difference.added.chains.includes(id));
  return opened ? exitCodes.findings : exitCodes.clean;
}

/** Compares two reports by their stable ids. */
export function compareReports(a: Report, b: Report): Difference {
  return { added: onlyIn(b, a), removed: onlyIn(a, b) };
}

function onlyIn(report: Report, other: Report): Sides {
  const missing = (
    items: readonly { readonly id: string }[],
    others: readonly { readonly id: string }[],
  ): string[] => {
    const known = new Set(others.map(({ id }) => id));
    return items.flatMap(({ id }) => (known.has(id) ? [] : [id])).sort();
  };
  return {
    nodes: missing(report.nodes, other.nodes),
    edges: missing(report.edges, other.edges),
    chains: missing(report.chains, other.chains),
    findings: missing(report.findings, other.findings),
  };
}

function tell(difference: Difference, a: Report, b: Report, terminal: Terminal): string {
  const paint = terminal.outIsTty ? colors(terminal.env) : plain;
  const { added, removed } = difference;
  const kinds = ['nodes', 'edges', 'chains', 'findings'] as const;
  const counts = kinds.map(kind => `${kind} +${added[kind].length} -${removed[kind].length}`).join(', ');
  const names = (report: Report, ids: readonly string[]): readonly string[] =>
    report.nodes.filter(({ id }) => ids.includes(id)).map(node => `${node.kind} ${clean(node.name, 80)}`);
  const nodes = indexNodes(b);
  return [
    counts,
    ...names(b, added.nodes).map(name => paint.green(`+ ${name}`)),
    ...names(a, removed.nodes).map(name => paint.red(`- ${name}`)),
    ...a.chains
      .filter(({ id }) => removed.chains.includes(id))
      .map(({ id, rule }) => paint.green(`gone: ${rule} ${id}`)),
    ...(added.chains.length > 0 ? [paint.bold(plural(added.chains.length, 'new chain'))] : []),
    ...b.chains.filter(({ id }) => added.chains.includes(id)).map(chain => tellChain(chain, b, nodes, paint)),
    '',
  ].join('\n');
}
