import type { Chain } from '../model/chain.ts';
import type { Finding } from '../model/finding.ts';
import type { Gap, Node } from '../model/graph.ts';
import type { Report } from '../model/report.ts';
import { chainRules, severities } from '../model/vocabulary.ts';
import { clean } from './clean.ts';
import { type Paint, paintSeverity, plain } from './paint.ts';
import { tellChain } from './text-chain.ts';
import { indexNodes, nameOf, placeOf, plural } from './wording.ts';

const maxStories = 12;
const maxSiblings = 8;
const maxFindings = 60;
const maxGaps = 15;

/** The report for people at a terminal: chains worst first, other findings, then what was not understood. */
export function text(report: Report, paint: Paint = plain): string {
  const nodes = indexNodes(report);
  const { chains } = report;
  const groups = familiesOf(chains);
  const shown = groups
    .slice(0, maxStories)
    .map(([first, ...others]) =>
      [tellChain(first, report, nodes, paint), ...tellSiblings(others, nodes, paint)].join('\n'),
    );
  const left = groups.slice(maxStories).reduce((sum, group) => sum + group.length, 0);
  const parts = [
    header(report, paint),
    ...shown,
    ...(left > 0 ? [paint.dim(`and ${plural(left, 'more chain')}: see --format json`)] : []),
    ...(chains.length === 0 ? [verdictWithoutChains(report)] : []),
    otherFindings(report, paint),
    gapsOf(report, paint),
    coverage(report, paint),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;

  function otherFindings({ findings }: Report, painter: Paint): string {
    const others = findings.filter(finding => !finding.chain);
    if (others.length === 0) return '';
    const sorted = [...others].sort(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
    );
    const rest = sorted.length - maxFindings;
    return [
      painter.bold('Other findings'),
      ...sorted.slice(0, maxFindings).map(finding => findingLine(finding, painter)),
      ...(rest > 0 ? [painter.dim(`  and ${plural(rest, 'more finding')}: see --format json`)] : []),
    ].join('\n');
  }

  function gapsOf({ gaps }: Report, painter: Paint): string {
    if (gaps.length === 0) return '';
    const rest = gaps.length - maxGaps;
    return [
      painter.bold(`Not understood (${gaps.length})`),
      ...gaps.slice(0, maxGaps).map(gap => gapLine(gap, painter, id => nameOf(nodes, id))),
      ...(rest > 0 ? [painter.dim(`  and ${plural(rest, 'more gap')}: see --format json`)] : []),
    ].join('\n');
  }
}

/** Chains of one rule through one agent, open or gated, belong together: the first one is told, the others are named. */
function familiesOf(chains: readonly Chain[]): readonly (readonly [Chain, ...Chain[]])[] {
  const groups = new Map<string, [Chain, ...Chain[]]>();
  for (const chain of chains) {
    const key = `${chain.context} ${chain.rule} ${chain.status} ${chain.tier}`;
    const group = groups.get(key);
    if (group) group.push(chain);
    else groups.set(key, [chain]);
  }
  const rank = ([first]: readonly [Chain, ...Chain[]]): number =>
    severities.indexOf(first.severity) * chainRules.length + chainRules.indexOf(first.rule);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

function tellSiblings(
  others: readonly Chain[],
  nodes: ReadonlyMap<string, Node>,
  paint: Paint,
): readonly string[] {
  if (others.length === 0) return [];
  const rest = others.length - maxSiblings;
  return [
    `  the same ends in ${plural(others.length, 'other tool')}:`,
    ...others.slice(0, maxSiblings).map(chain => {
      const facts = `${chain.severity}, risk ${Math.round(chain.risk)}  ${placeOf(nodes.get(chain.sink)?.location)}  ${clean(chain.id, 80)}`;
      return `    ${paint.cyan(nameOf(nodes, chain.sink))}  ${paint.dim(facts)}`;
    }),
    ...(rest > 0 ? [paint.dim(`    and ${rest} more`)] : []),
  ];
}

function header(report: Report, paint: Paint): string {
  const { nodes, frameworks } = report.summary;
  const counts = (['agent', 'tool', 'mcp-server'] as const)
    .map(kind => plural(nodes[kind] ?? 0, kind === 'mcp-server' ? 'MCP server' : kind))
    .join(', ');
  const used = frameworks.map(({ id, versions }) => clean([id, ...versions].join(' '), 60));
  return [
    `${paint.bold('trefoil')} ${report.tool.version}  ${clean(report.root, 120)}`,
    `${counts}${used.length > 0 ? paint.dim(`  (${used.join(', ')})`) : ''}`,
  ].join('\n');
}

function verdictWithoutChains(report: Report): string {
  const blind = report.summary.coverage.agentsWithUnknownTools;
  const agents = report.summary.nodes.agent ?? 0;
  const servers = report.summary.nodes['mcp-server'] ?? 0;
  const doubts = report.gaps.length > 0 ? ' This is no all-clear: see the gaps below.' : '';
  if (agents + servers === 0) return `No agent and no MCP server was found.${doubts}`;
  return `No chain was found.${blind > 0 ? ` ${plural(blind, 'agent')} could not be fully read: see below.` : ''}`;
}

function findingLine(finding: Finding, paint: Paint): string {
  return `  ${paintSeverity(finding.severity, paint)}  ${clean(finding.rule, 80)}  ${clean(finding.message)}  ${paint.dim(placeOf(finding.location))}`;
}

function gapLine(gap: Gap, paint: Paint, name: (id: string) => string): string {
  const affects =
    gap.affects && gap.affects.length > 0 ? ` [${gap.affects.slice(0, 3).map(name).join(', ')}]` : '';
  return `  ${gap.reason}  ${clean(gap.detail, 200)}${affects}  ${paint.dim(placeOf(gap.location))}`.trimEnd();
}

function coverage(report: Report, paint: Paint): string {
  const { coverage: seen, severities: levels, statuses } = report.summary;
  const skipped = Object.entries(seen.filesSkipped).map(([reason, count]) => `${count} ${clean(reason, 60)}`);
  const found = severities.filter(level => levels[level]).map(level => `${levels[level]} ${level}`);
  const gated = statuses.gated ?? 0;
  return [
    `${plural(report.findings.length, 'finding')}${found.length > 0 ? ` (${found.join(', ')})` : ''}, ` +
      `${plural(report.chains.length, 'chain')}${gated > 0 ? ` (${gated} gated)` : ''}`,
    paint.dim(
      `Read ${seen.filesParsed} of ${plural(seen.filesSeen, 'file')}${skipped.length > 0 ? `, skipped ${skipped.join(', ')}` : ''}; ` +
        `${plural(seen.agentsWithUnknownTools, 'agent')} with unknown tools, ${plural(seen.toolsWithoutEvidence, 'tool')} without evidence`,
    ),
  ].join('\n');
}
