import type { Log, Result, Run, ToolComponent } from 'sarif';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Severity } from '../model/vocabulary.ts';
import { clean } from './clean.ts';
import { chainLink } from './explorer-link.ts';
import type { RuleHelp } from './rule-help.ts';
import { codeFlowsOf, message, sarifLocation } from './sarif-flow.ts';
import { taxaOf, taxonomiesOf } from './sarif-taxa.ts';
import { indexNodes } from './wording.ts';

const levels: { readonly [severity in Severity]: Result.level } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** The numbers code-scanning services sort by (0 to 10). */
const scores: { readonly [severity in Severity]: number } = {
  critical: 9.5,
  high: 8,
  medium: 5.5,
  low: 2.5,
  info: 0.5,
};

const maxNotifications = 500;

/**
 * SARIF 2.1.0: one result per finding, one thread flow per leg, fingerprints from the stable finding id, rules with
 * help, taxonomies for the mapped standards, gaps as notifications. Results of chains link to the explorer's page, where
 * one is named.
 */
export function sarif(report: Report, rules: readonly RuleHelp[] = [], explorerAt?: string): string {
  const nodes = indexNodes(report);
  const chains = new Map(report.chains.map(chain => [chain.id, chain]));
  const descriptors = describeRules(report.findings, rules);
  const taxonomies = taxonomiesOf(report.findings);

  const results = report.findings.map((finding): Result => {
    const chain = finding.chain === undefined ? undefined : chains.get(finding.chain);
    const link = chain && explorerAt ? chainLink(explorerAt, chain.id) : undefined;
    const taxa = taxaOf(finding);
    return {
      ruleId: finding.rule,
      ruleIndex: descriptors.findIndex(({ id }) => id === finding.rule),
      level: levels[finding.severity],
      message: message(finding.message),
      locations: [sarifLocation(finding.location)],
      ...(finding.related.length > 0 && {
        relatedLocations: finding.related.map((related, id) => ({
          id,
          ...sarifLocation(related.location),
          message: message(related.message),
        })),
      }),
      ...(chain && { codeFlows: codeFlowsOf(chain, nodes), rank: chain.risk }),
      ...(link && isAbsolute(link) && { hostedViewerUri: link }),
      ...(chain?.status === 'accepted' && { suppressions: [{ kind: 'external' as const }] }),
      ...(taxa.length > 0 && { taxa: [...taxa] }),
      partialFingerprints: { 'trefoilFinding/v1': finding.id },
      properties: {
        severity: finding.severity,
        confidence: finding.confidence,
        ...(chain && {
          chain: chain.id,
          tier: chain.tier,
          status: chain.status,
          fixes: chain.fixes.map(fix => clean(fix.detail)),
          ...(link && { explorer: link }),
        }),
      },
    };
  });

  const run: Run = {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        rules: descriptors,
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { description: { text: 'The scanned folder' } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(report) }],
    ...(taxonomies.length > 0 && { taxonomies: [...taxonomies] }),
    results,
  };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The format allows nothing relative as the address of a viewer. */
function isAbsolute(link: string): boolean {
  return /^https?:/i.test(link);
}

function describeRules(
  findings: readonly Finding[],
  rules: readonly RuleHelp[],
): NonNullable<ToolComponent['rules']> {
  const used = [...new Set(findings.map(({ rule }) => rule))].sort();
  return used.map(id => {
    const help = rules.find(rule => rule.id === id);
    const worst = Math.max(
      ...findings.filter(({ rule }) => rule === id).map(({ severity }) => scores[severity]),
    );
    return {
      id,
      name: id,
      shortDescription: { text: help?.title ?? id },
      ...(help && { fullDescription: { text: help.title }, help: { text: help.page, markdown: help.page } }),
      properties: { tags: ['security', 'ai-agent'], 'security-severity': worst.toFixed(1) },
    };
  });
}

function notificationsOf({
  gaps,
}: Report): NonNullable<Run['invocations']>[number]['toolExecutionNotifications'] {
  return gaps.slice(0, maxNotifications).map(gap => ({
    level: 'note' as const,
    descriptor: { id: gap.reason },
    message: message(gap.detail),
    ...(gap.location && { locations: [sarifLocation(gap.location)] }),
  }));
}
