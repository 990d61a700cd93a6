import type { Chain } from '../../model/chain.ts';
import type { Report } from '../../model/report.ts';
import { type Severity, severities } from '../../model/vocabulary.ts';
import { clean } from '../../report/clean.ts';
import { type ServerRow, serverRows } from '../../report/server-matrix.ts';
import { indexNodes, legs, nameOf, placeOf } from '../../report/wording.ts';

/** How much of a report one answer shows. */
export interface Window {
  readonly limit: number;
  readonly offset: number;
  /** Nothing below. */
  readonly severity: Severity;
}

/** Answers longer than this are cut: the reader is a model, and names come from whoever wrote the scanned files. */
const maxCharacters = 40_000;
const maxGaps = 20;

/** Counts, then chains, other findings and gaps, worst first, as JSON. */
export function reportAnswer(report: Report, window: Window): string {
  const wanted = (severity: Severity): boolean =>
    severities.indexOf(severity) <= severities.indexOf(window.severity);
  const chains = report.chains.filter(chain => wanted(chain.severity));
  const others = report.findings.filter(finding => !finding.chain && wanted(finding.severity));
  const { nodes, severities: counts, coverage } = report.summary;
  return bounded({
    root: clean(report.root, 80),
    nodes,
    severities: counts,
    files: { seen: coverage.filesSeen, read: coverage.filesParsed },
    chains: { total: chains.length, shown: page(chains, window).map(chain => chainRow(chain, report)) },
    findings: {
      total: others.length,
      shown: page(others, window).map(({ id, rule, severity, message, location }) => ({
        id,
        rule,
        severity,
        message: clean(message, 400),
        place: placeOf(location),
      })),
    },
    gaps: {
      total: report.gaps.length,
      shown: report.gaps.slice(0, maxGaps).map(({ reason, detail, location }) => ({
        reason,
        detail: clean(detail, 200),
        place: placeOf(location),
      })),
    },
  });
}

/** The servers with what they bring, before the rest. */
export function serversAnswer(report: Report, window: Window): string {
  const rows = serverRows(report);
  const servers = { total: rows.length, shown: page(rows, window).map(serverRow) };
  return bounded({ servers, ...(JSON.parse(reportAnswer(report, window)) as object) });
}

/** What a change would do: chains that go, that stay open, and that become gated. */
export function whatIfAnswer(
  before: Report,
  after: { readonly chains: readonly Chain[] },
  changes: readonly string[],
): string {
  const open = (chains: readonly Chain[]): readonly Chain[] =>
    chains.filter(({ status }) => status === 'open');
  const left = new Set(open(after.chains).map(({ id }) => id));
  const closed = open(before.chains).filter(({ id }) => !left.has(id));
  return bounded({
    changes: changes.map(change => clean(change, 100)),
    openBefore: open(before.chains).length,
    openAfter: left.size,
    closed: closed.slice(0, 50).map(({ id, rule, severity }) => ({ id, rule, severity })),
    stillOpen: open(after.chains)
      .slice(0, 50)
      .map(({ id, rule, severity }) => ({ id, rule, severity })),
  });
}

function page<T>(items: readonly T[], { offset, limit }: Window): readonly T[] {
  return items.slice(offset, offset + limit);
}

function chainRow(chain: Chain, report: Report): object {
  const nodes = indexNodes(report);
  const agent = report.contexts.find(({ id }) => id === chain.context)?.agent;
  const players = legs.flatMap(leg => {
    const id = chain[leg];
    return id === undefined
      ? []
      : [[leg, { name: nameOf(nodes, id), place: placeOf(nodes.get(id)?.location) }]];
  });
  const [fix] = chain.fixes;
  return {
    id: chain.id,
    rule: chain.rule,
    severity: chain.severity,
    status: chain.status,
    tier: chain.tier,
    agent: agent === undefined ? '' : nameOf(nodes, agent),
    ...Object.fromEntries(players),
    ...(fix && { fix: clean(fix.detail, 300) }),
  };
}

function serverRow(row: ServerRow): object {
  const { name, clients, enabled, tools, known, labels } = row;
  return {
    name: clean(name, 80),
    clients: clients.slice(0, 20).map(client => clean(client, 80)),
    enabled,
    tools,
    known,
    labels: Object.fromEntries(Object.entries(labels).filter(([, kinds]) => kinds.length > 0)),
  };
}

/** Halves every list until the whole fits; says so. */
function bounded(value: object): string {
  const text = JSON.stringify(value, null, 1);
  if (text.length <= maxCharacters) return text;
  return bounded({ ...(halved(value) as object), cut: 'The answer was too long; ask for fewer at a time.' });
}

function halved(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, Math.floor(value.length / 2)).map(halved);
  if (typeof value === 'string') return value.slice(0, 200);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, halved(item)]));
}

/** Text for a model: escapes and invisible characters out, not longer than an answer may be. */
export function boundedText(text: string): string {
  return text.length <= maxCharacters ? text : `${text.slice(0, maxCharacters)}\n(cut)`;
}
