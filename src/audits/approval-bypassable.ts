import type { Label } from '../model/label.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { configuredServers, listOf } from './servers.ts';
import { freeUses, groupBy, listNames } from './steps.ts';

/** Clients that run everything without asking, and servers whose consequential tools they do. */
export const approvalBypassable: Audit = {
  id: 'approval-bypassable',
  title: 'Consequential tools run without asking',
  severity: 'medium',
  tags: ['mcp', 'approval'],
  mappings: mappings['approval-bypassable'],
  run,
};

const maxNames = 5;

function* run(input: AuditInput): Iterable<FindingDraft> {
  yield* clients(input);
  yield* servers(input);
}

/** Clients set up to run everything without asking. Runs without a person, such as in CI, have nobody to ask. */
function* clients({ graph }: AuditInput): Iterable<FindingDraft> {
  for (const [id, uses] of groupBy(freeUses(graph), ({ agent }) => agent.id)) {
    const [agent] = uses.map(use => use.agent);
    const { client, approval, ci } = agent?.properties ?? {};
    if (!agent?.location || typeof client !== 'string' || approval !== 'off' || ci === true) continue;
    const free = uses.filter(({ tool }) => tool.labels.some(isConsequential));
    if (free.length === 0) continue;
    yield {
      about: [id],
      confidence: 0.95,
      message: `'${agent.name}' runs every tool without asking, among them ${listNames(free.map(({ tool }) => tool.name))}.`,
      location: agent.location,
    };
  }
}

function* servers({ facts, graph }: AuditInput): Iterable<FindingDraft> {
  for (const { fact, name, at } of configuredServers(facts)) {
    const approved = listOf(fact.properties?.autoApprove);
    if (approved.length === 0) continue;
    const node = graph.nodes.find(
      item =>
        item.kind === 'mcp-server' &&
        item.name === name &&
        item.location?.file === at.file &&
        item.location.line === at.line,
    );
    const offered = new Set(
      graph.edges.filter(edge => edge.kind === 'provides' && edge.from === node?.id).map(edge => edge.to),
    );
    const tools = graph.nodes.filter(item => offered.has(item.id) && item.labels.some(isConsequential));
    const free = tools.filter(tool => approved.includes('*') || approved.includes(tool.name));
    if (free.length === 0) continue;
    const names = free.map(tool => `'${tool.name}'`);
    yield {
      about: [at.file, name],
      severity: approved.includes('*') ? 'medium' : 'low',
      confidence: 0.9,
      message: `${approved.includes('*') ? 'Every tool' : 'A list of tools'} of '${name}' runs without asking, among them ${names.slice(0, maxNames).join(', ')}${names.length > maxNames ? ` and ${names.length - maxNames} more` : ''}.`,
      location: at,
    };
  }
}

function isConsequential(label: Label): boolean {
  return label.confidence >= 0.5 && label.label !== 'untrusted-input' && label.label !== 'sensitive-data';
}
