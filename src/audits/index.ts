import { shortHash } from '../flow/hash.ts';
import type { Chain } from '../model/chain.ts';
import type { ServerDrift } from '../model/drift.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Graph } from '../model/graph.ts';
import { compareLocations } from '../model/location.ts';
import { severities } from '../model/vocabulary.ts';
import { approvalBypassable } from './approval-bypassable.ts';
import { attackerWritableCorpus } from './attacker-writable-corpus.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { changingDefinition } from './changing-definition.ts';
import { ciAgentOutsiders } from './ci-agent-outsiders.ts';
import { codeWithoutIsolation } from './code-without-isolation.ts';
import { configSecret } from './config-secret.ts';
import { declaredNotEnforced } from './declared-not-enforced.ts';
import { destructiveWithoutGate } from './destructive-without-gate.ts';
import { exposedTransport } from './exposed-transport.ts';
import { gateKiller } from './gate-killer.ts';
import { hiddenBehavior } from './hidden-behavior.ts';
import { installScript } from './install-script.ts';
import { lethalTrifecta } from './lethal-trifecta.ts';
import { lethalTrifectaAcross } from './lethal-trifecta-across.ts';
import { lookalikePackage } from './lookalike-package.ts';
import { modelEndpoint } from './model-endpoint.ts';
import { needlessParameter } from './needless-parameter.ts';
import { openDestination } from './open-destination.ts';
import { overScoped } from './over-scoped.ts';
import { rendererSink } from './renderer-sink.ts';
import { selfWritableConfig } from './self-writable-config.ts';
import { sensitiveToSink } from './sensitive-to-sink.ts';
import { serverDrift } from './server-drift.ts';
import { stagedMemory } from './staged-memory.ts';
import { tokenPassthrough } from './token-passthrough.ts';
import { toolPoisoning } from './tool-poisoning.ts';
import { toolShadowing } from './tool-shadowing.ts';
import { unpinnedServer } from './unpinned-server.ts';
import { argumentInjection, openRequest, pathTraversal } from './unsafe-arguments.ts';
import { untrustedToAction } from './untrusted-to-action.ts';
import { weakEgressList } from './weak-egress-list.ts';
import { wideResultAudit } from './wide-result.ts';

/** Every rule, chain rules first. */
export const audits: readonly Audit[] = [
  lethalTrifecta,
  lethalTrifectaAcross,
  untrustedToAction,
  gateKiller,
  stagedMemory,
  sensitiveToSink,
  toolPoisoning,
  hiddenBehavior,
  changingDefinition,
  toolShadowing,
  argumentInjection,
  pathTraversal,
  openRequest,
  needlessParameter,
  configSecret,
  selfWritableConfig,
  tokenPassthrough,
  exposedTransport,
  lookalikePackage,
  unpinnedServer,
  installScript,
  serverDrift,
  approvalBypassable,
  declaredNotEnforced,
  ciAgentOutsiders,
  rendererSink,
  weakEgressList,
  codeWithoutIsolation,
  destructiveWithoutGate,
  attackerWritableCorpus,
  overScoped,
  openDestination,
  wideResultAudit,
  modelEndpoint,
];

/** Runs all rules over a labelled graph and its chains. By severity, then place, then id. */
export function audit(
  graph: Graph,
  chains: readonly Chain[],
  facts: readonly Fact[] = [],
  drift: readonly ServerDrift[] = [],
): readonly Finding[] {
  const input: AuditInput = { graph, chains, facts, drift };
  const findings = audits.flatMap(rule => [...rule.run(input)].map(draft => finish(rule, draft)));
  const unique = new Map(findings.map(finding => [finding.id, finding]));
  return [...unique.values()].sort(compareFindings);
}

function finish(rule: Audit, draft: FindingDraft): Finding {
  return {
    id: `finding:${shortHash([rule.id, ...draft.about].join('\n'))}`,
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    confidence: draft.confidence,
    message: draft.message,
    location: draft.location,
    related: draft.related ?? [],
    ...(draft.chain && { chain: draft.chain }),
    mappings: rule.mappings,
  };
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareLocations(a.location, b.location) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.id < b.id ? -1 : 1)
  );
}
