import type { Chain } from '../../../src/model/chain.ts';
import type { Edge, Node } from '../../../src/model/graph.ts';
import type { Label } from '../../../src/model/label.ts';
import type { ChainRule, LabelId, NodeKind } from '../../../src/model/vocabulary.ts';

type Words<K extends string> = { readonly [key in K]: string };

/** What a label means for the reader. */
export const labelTitles: Words<LabelId> = {
  'untrusted-input': 'Untrusted text',
  'sensitive-data': 'Sensitive data',
  'external-sink': 'Way out',
  'code-execution': 'Runs code',
  'destructive-action': 'Acts on the world',
};

export const kindTitles: Words<NodeKind> = {
  agent: 'Agent',
  tool: 'Tool',
  'mcp-server': 'MCP server',
  store: 'Store',
  trigger: 'Trigger',
  instruction: 'Instruction',
  renderer: 'Renderer',
  model: 'Model',
  identity: 'Identity',
  human: 'Person',
  gate: 'Gate',
  workflow: 'Workflow',
  unknown: 'Unknown',
};

export const ruleTitles: Words<ChainRule> = {
  'lethal-trifecta': 'Lethal trifecta',
  'lethal-trifecta-across': 'Lethal trifecta across agents',
  'untrusted-to-action': 'Untrusted text can act',
  'sensitive-to-sink': 'Sensitive data can leave',
  'gate-killer': 'Agent can rewrite its gates',
  'staged-memory': 'Untrusted text can stay in memory',
};

export const legTitles = {
  untrusted: 'A stranger’s text comes in',
  sensitive: 'Sensitive data is within reach',
  sink: 'It can leave',
} as const;

/** Title of the last leg: actions do not send, they act. */
export function sinkTitle(chain: Chain): string {
  if (chain.rule === 'untrusted-to-action') return 'It can act';
  if (chain.rule === 'gate-killer') return 'It can change its own rules';
  if (chain.rule === 'staged-memory') return 'It can be planted for later runs';
  return legTitles.sink;
}

/** `email · anyone`. */
export function labelWords(label: Label): string {
  const attributes = [label.reach, label.scope, label.destination, label.payload].flatMap(word => word ?? []);
  return [label.kind, ...attributes].map(word => word.replaceAll('-', ' ')).join(' · ');
}

const stepWords: { readonly [kind in Edge['kind']]?: string } = {
  input: 'gives text to',
  call: 'calls',
  result: 'answers',
  handoff: 'hands over to',
  load: 'is read by',
  save: 'writes to',
  emit: 'sends to',
  uses: 'uses',
  provides: 'provides',
  delegates: 'delegates to',
  'hands-off': 'hands off to',
  reads: 'reads',
  writes: 'writes',
  triggers: 'starts',
  instructs: 'instructs',
  renders: 'is shown by',
  'authenticates-as': 'acts as',
  next: 'is followed by',
  guards: 'guards',
};

export function edgeWords(kind: Edge['kind'] | undefined): string {
  return (kind && stepWords[kind]) ?? 'leads to';
}

/** Name of a node, or its id when the report does not know it. */
export function nodeName(node: Node | undefined, id: string): string {
  return node?.name || id;
}
