import type { Chain } from '../model/chain.ts';
import type { Node } from '../model/graph.ts';
import type { Report } from '../model/report.ts';
import { severities } from '../model/vocabulary.ts';
import { cleanLines } from './clean.ts';
import { chainLink } from './explorer-link.ts';
import { code, escapeText } from './markup.ts';
import {
  describeEvidence,
  describeLabel,
  indexNodes,
  legLabel,
  legNode,
  legs,
  nameOf,
  placeOf,
  plural,
} from './wording.ts';

const maxGaps = 50;

/** The report as GitHub-flavoured Markdown: for pull requests and tickets. Hostile names stay text. Chains link to the explorer's page, where one is named. */
export function markdown(report: Report, explorerAt?: string): string {
  const nodes = indexNodes(report);
  const { chains } = report;
  const others = report.findings.filter(finding => !finding.chain);
  const parts = [
    `# Trefoil report: ${code(report.root)}`,
    summary(report),
    ...(chains.length > 0
      ? ['## Chains', ...chains.map(chain => chainSection(chain, report, nodes) + linkTo(chain, explorerAt))]
      : ['No chain was found.']),
    ...(others.length > 0
      ? [
          '## Other findings',
          others
            .map(
              finding =>
                `- **${finding.severity}** ${code(finding.rule)} ${escapeText(finding.message)} (${code(placeOf(finding.location))})`,
            )
            .join('\n'),
        ]
      : []),
    ...(report.gaps.length > 0
      ? [
          '## Not understood',
          report.gaps
            .slice(0, maxGaps)
            .map(
              gap =>
                `- ${code(gap.reason)} ${escapeText(gap.detail)}${gap.location ? ` (${code(placeOf(gap.location))})` : ''}`,
            )
            .join('\n'),
          ...(report.gaps.length > maxGaps
            ? [`and ${plural(report.gaps.length - maxGaps, 'more gap')}`]
            : []),
        ]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function linkTo({ id }: Chain, explorerAt: string | undefined): string {
  return explorerAt === undefined ? '' : `\n\n[Show it in the explorer](${chainLink(explorerAt, id)})`;
}

function summary({ summary: { nodes, severities: found, coverage } }: Report): string {
  const kinds = Object.keys(nodes).sort();
  return [
    '| severity | findings |',
    '| --- | ---: |',
    ...severities.map(severity => `| ${severity} | ${found[severity] ?? 0} |`),
    '',
    `Seen: ${kinds.map(kind => `${nodes[kind] ?? 0} ${escapeText(kind)}`).join(', ') || 'nothing'}. ` +
      `Files read: ${coverage.filesParsed} of ${coverage.filesSeen}.`,
  ].join('\n');
}

function chainSection(chain: Chain, report: Report, nodes: ReadonlyMap<string, Node>): string {
  const context = report.contexts.find(({ id }) => id === chain.context);
  const lines = [
    `### ${chain.severity}: ${code(chain.rule)} in ${code(context ? nameOf(nodes, context.agent) : chain.context)}`,
    '',
    `Status ${chain.status}, ${chain.tier}, risk ${Math.round(chain.risk)}, confidence ${chain.confidence.toFixed(2)}, id ${code(chain.id)}.`,
    '',
    escapeText(chain.explanation, 2000),
    '',
  ];
  for (const leg of legs) {
    const id = legNode(chain, leg);
    if (!id) continue;
    const node = nodes.get(id);
    const label = legLabel(node, leg);
    const place = placeOf(node?.location);
    lines.push(
      `- **${leg}** ${code(nameOf(nodes, id))}${label ? `: ${describeLabel(label)}` : ''}${place ? ` (${code(place)})` : ''}`,
    );
    lines.push(
      ...(label?.evidence ?? []).slice(0, 2).map(evidence => `  - ${escapeText(describeEvidence(evidence))}`),
    );
  }
  lines.push(...chain.gates.map(gate => `- **gate** ${code(gate.mechanism)}: ${escapeText(gate.detail)}`));
  for (const fix of chain.fixes.slice(0, 3)) {
    lines.push(`- **fix** ${escapeText(fix.detail)}`);
    if (fix.patch) lines.push('', ...fence(fix.patch), '');
  }
  return lines.join('\n');
}

function fence(patch: string): readonly string[] {
  const content = cleanLines(patch);
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map(run => run.length));
  const ticks = '`'.repeat(longest + 1);
  return [ticks, ...content.split('\n'), ticks];
}
