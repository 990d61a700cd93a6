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
  result: 'returns to',
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
  // One node may stand for all tools of a server.
  return node?.name.replace(/^\(tools of (.*)\)$/, '$1 tools') || id;
}

/** Name of an agent; where several have the same, with its file and line. */
export function agentName(nodes: ReadonlyMap<string, Node>, id: string): string {
  const own = nodes.get(id);
  const name = nodeName(own, id);
  if (!own?.location) return name;
  if ((namesakesIn(nodes).get(`${own.kind} ${name}`) ?? 0) < 2) return name;
  return `${name} (${own.location.file.replace(/^.*\//, '')}:${own.location.line}${/#\d+$/.exec(id)?.[0] ?? ''})`;
}

const namesakes = new WeakMap<ReadonlyMap<string, Node>, ReadonlyMap<string, number>>();

/** How many nodes have each kind and name, counted once per report. */
function namesakesIn(nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, number> {
  const known = namesakes.get(nodes);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const { kind, name } of nodes.values()) {
    const key = `${kind} ${name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  namesakes.set(nodes, counts);
  return counts;
}

/** What one step of a leg does, in the words of the story. */
export function storyWords(leg: 'untrusted' | 'sensitive' | 'sink', kind: Edge['kind'] | undefined): string {
  if (kind === 'result' || kind === 'load' || kind === 'input') {
    if (leg === 'untrusted')
      return kind === 'input' ? 'brings its text into' : 'brings a stranger’s text into';
    if (leg === 'sensitive') return 'gives its data to';
  }
  return edgeWords(kind);
}

/** The chain in one sentence; `name` quotes a node. */
export function chainSentence(
  chain: Chain,
  name: (id: string | undefined) => string,
  agent: string | undefined,
): string {
  const where = agent ? name(agent) : 'the agent';
  const from = name(chain.untrusted);
  const data = name(chain.sensitive);
  const out = name(chain.sink);
  switch (chain.rule) {
    case 'lethal-trifecta':
    case 'lethal-trifecta-across':
      return `Text that a stranger puts into ${from} can make ${where} take data from ${data} and send it out with ${chain.sensitive === chain.sink ? 'the same tool' : out}.`;
    case 'untrusted-to-action':
      return `Text that a stranger puts into ${from} can make ${where} act through ${out}.`;
    case 'sensitive-to-sink':
      return `${where} can send data from ${data} out with ${out}.`;
    case 'gate-killer':
      return `Text that a stranger puts into ${from} can make ${where} rewrite its own rules with ${out}.`;
    case 'staged-memory':
      return `Text that a stranger puts into ${from} can stay in ${out} and steer later runs of ${where}.`;
  }
}
