import type { Chain } from '../model/chain.ts';
import type { Node } from '../model/graph.ts';
import type { Report } from '../model/report.ts';
import { clean } from '../report/clean.ts';
import { plain } from '../report/paint.ts';
import { tellChain } from '../report/text-chain.ts';
import { indexNodes, plural } from '../report/wording.ts';
import { colors } from './colors.ts';
import { readReport } from './read-report.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

/** Ids on one side only, sorted, by what they name; and what is on both sides and not the same. */
export interface Difference {
  readonly added: Sides;
  readonly removed: Sides;
  readonly changed: {
    readonly nodes: readonly NodeChange[];
    readonly chains: readonly ChainChange[];
  };
}

/** A node whose labels or description are others: a server that was updated, a tool that does more. */
export interface NodeChange {
  readonly id: string;
  readonly addedLabels: readonly string[];
  readonly removedLabels: readonly string[];
  readonly description: boolean;
}

export interface ChainChange {
  readonly id: string;
  /** `status severity` before and after. */
  readonly before: string;
  readonly after: string;
}

interface Sides {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly chains: readonly string[];
  readonly findings: readonly string[];
}

/** `trefoil diff A B`, of scans or audits. Exit code 1 when B has an open chain that is not open in A. */
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
  const known = new Set(a.chains.filter(({ status }) => status === 'open').map(({ id }) => id));
  const opened = b.chains.some(({ id, status }) => status === 'open' && !known.has(id));
  return opened ? exitCodes.findings : exitCodes.clean;
}

/** Compares two reports by their stable ids. */
export function compareReports(a: Report, b: Report): Difference {
  return {
    added: onlyIn(b, a),
    removed: onlyIn(a, b),
    changed: { nodes: changedNodes(a, b), chains: changedChains(a, b) },
  };
}

function changedNodes(a: Report, b: Report): readonly NodeChange[] {
  const before = new Map(a.nodes.map(node => [node.id, node]));
  return b.nodes.flatMap(node => {
    const old = before.get(node.id);
    if (!old) return [];
    const [was, is] = [labelsOf(old), labelsOf(node)];
    const change = {
      id: node.id,
      addedLabels: is.filter(label => !was.includes(label)),
      removedLabels: was.filter(label => !is.includes(label)),
      description: old.description !== node.description,
    };
    const same = change.addedLabels.length + change.removedLabels.length === 0 && !change.description;
    return same ? [] : [change];
  });
}

function labelsOf({ labels }: Node): readonly string[] {
  return [...new Set(labels.map(({ label, kind }) => `${label}/${kind}`))].sort();
}

function changedChains(a: Report, b: Report): readonly ChainChange[] {
  const words = ({ status, severity }: Chain): string => `${status} ${severity}`;
  const before = new Map(a.chains.map(chain => [chain.id, words(chain)]));
  return b.chains.flatMap(chain => {
    const old = before.get(chain.id);
    return old === undefined || old === words(chain)
      ? []
      : [{ id: chain.id, before: old, after: words(chain) }];
  });
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
    ...difference.changed.nodes.map(change => paint.yellow(`~ ${nodeWords(change, b)}`)),
    ...difference.changed.chains.map(
      ({ id, before, after }) => `chain ${clean(id, 80)}: ${clean(before, 40)}, now ${clean(after, 40)}`,
    ),
    ...a.chains
      .filter(({ id }) => removed.chains.includes(id))
      .map(({ id, rule }) => paint.green(`gone: ${clean(rule, 80)} ${clean(id, 80)}`)),
    ...(added.chains.length > 0 ? [paint.bold(plural(added.chains.length, 'new chain'))] : []),
    ...b.chains.filter(({ id }) => added.chains.includes(id)).map(chain => tellChain(chain, b, nodes, paint)),
    '',
  ].join('\n');
}

function nodeWords({ id, addedLabels, removedLabels, description }: NodeChange, report: Report): string {
  const node = report.nodes.find(item => item.id === id);
  const parts = [
    ...addedLabels.map(label => `+${label}`),
    ...removedLabels.map(label => `-${label}`),
    ...(description ? ['another description'] : []),
  ];
  return `${node?.kind ?? 'node'} ${clean(node?.name ?? id, 80)}: ${clean(parts.join(', '), 400)}`;
}
