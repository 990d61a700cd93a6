import type { Edge, Node } from '../model/graph.ts';
import type { Report } from '../model/report.ts';
import { clean } from './clean.ts';
import { legs } from './wording.ts';

const maxNodes = 150;

const classes: readonly string[] = [
  'classDef untrusted fill:#fde8d7,stroke:#b45309',
  'classDef sensitive fill:#dbeafe,stroke:#1d4ed8',
  'classDef sink fill:#fee2e2,stroke:#b91c1c',
  'classDef agent fill:#f3f4f6,stroke:#374151',
];

/** A flow chart of the chains; without chains, of agents and what they use. Names are escaped as entities. */
export function mermaid(report: Report): string {
  const steps = report.chains.flatMap(chain => legs.flatMap(leg => chain.legs[leg]));
  const edges = new Map(report.edges.map(edge => [edge.id, edge]));
  const drawn = steps.length > 0 ? steps.flatMap(step => edges.get(step.edge) ?? []) : report.edges;
  const players = new Set([
    ...report.chains.flatMap(legNodes),
    ...drawn.flatMap(({ from, to }) => [from, to]),
  ]);
  const shown = report.nodes.filter(({ id }) => players.has(id) || players.size === 0).slice(0, maxNodes);
  const names = new Map(shown.map((node, index) => [node.id, `n${index}`]));
  const lines = [...new Set(drawn)].flatMap(edge => line(edge, names));
  const left = Math.max(0, players.size - shown.length);
  return [
    'flowchart LR',
    ...shown.map(node => `  ${names.get(node.id)}${shape(node)}${classOf(node)}`),
    ...[...new Set(lines)],
    ...(left > 0 ? [`  %% ${left} more nodes`] : []),
    ...classes.map(definition => `  ${definition}`),
    '',
  ].join('\n');
}

function legNodes(chain: Report['chains'][number]): readonly string[] {
  return [chain.untrusted, chain.sensitive, chain.sink].filter(id => id !== undefined);
}

function line(edge: Edge, names: ReadonlyMap<string, string>): readonly string[] {
  const from = names.get(edge.from);
  const to = names.get(edge.to);
  if (!from || !to) return [];
  const gate = edge.barriers?.find(barrier => barrier.kind === 'gate');
  const words = gate ? `${edge.kind}, gate: ${gate.mechanism}` : edge.kind;
  return [`  ${from} ${gate ? '-.->' : '-->'}|"${escapeText(words)}"| ${to}`];
}

function shape(node: Node): string {
  const label = `"${escapeText(`${node.kind}: ${node.name}`)}"`;
  if (node.kind === 'agent') return `([${label}])`;
  if (node.kind === 'store') return `[(${label})]`;
  return node.kind === 'gate' || node.kind === 'human' ? `{{${label}}}` : `[${label}]`;
}

function classOf(node: Node): string {
  if (node.kind === 'agent') return ':::agent';
  const has = (label: string): boolean => node.labels.some(found => found.label === label);
  if (has('external-sink') || has('code-execution')) return ':::sink';
  if (has('sensitive-data')) return ':::sensitive';
  return has('untrusted-input') ? ':::untrusted' : '';
}

/** Everything but letters, digits and a few harmless signs becomes a numeric entity. */
function escapeText(text: string): string {
  return clean(text, 60).replace(/[^\p{L}\p{N} _.,/-]/gu, character => `#${character.codePointAt(0)};`);
}
