import { createHash } from 'node:crypto';
import type { NodeFact } from '../../model/fact.ts';
import type { Graph, Node } from '../../model/graph.ts';
import { stableText } from '../stable-text.ts';
import type { Lock, LockedServer } from './lock-file.ts';

/** Below this a label is a guess, and too unsteady to hold anyone to. */
const minConfidence = 0.4;

/** A locked server with the node ids behind it. */
export interface Located {
  readonly locked: LockedServer;
  readonly node: Node;
  /** Node ids of tools, prompts and resources by name. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Every enabled server that a client configures, as it is now: by name, package and version. */
export function locate(graph: Graph, origins: ReadonlyMap<string, NodeFact>): readonly Located[] {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const offers = new Map<string, Node[]>();
  for (const { kind, from, to } of graph.edges) {
    const part = kind === 'provides' ? nodes.get(to) : undefined;
    if (part) offers.set(from, [...(offers.get(from) ?? []), part]);
  }
  return graph.nodes
    .filter(node => node.kind === 'mcp-server' && node.properties.enabled !== false && isConfigured(node))
    .map(node => locatedOf(node, offers.get(node.id) ?? [], origins))
    .sort((a, b) => (keyOf(a.locked) < keyOf(b.locked) ? -1 : 1));
}

/** What `trefoil mcp lock` writes. */
export function makeLock(located: readonly Located[], of: Lock['of'], trefoil: string): Lock {
  return { lockVersion: 1, trefoil, of, servers: located.map(({ locked }) => locked) };
}

/** Labels of a node that are more than a guess, sorted. */
export function labelsOf(node: Node): readonly string[] {
  const sure = node.labels.filter(label => label.confidence >= minConfidence);
  return [...new Set(sure.map(({ label, kind }) => `${label}/${kind}`))].sort();
}

function isConfigured(node: Node): boolean {
  return node.properties.origins !== undefined || node.properties.via === 'listing';
}

function keyOf({ name, package: key, version }: LockedServer): string {
  return JSON.stringify([name, key ?? '', version ?? '']);
}

function locatedOf(node: Node, parts: readonly Node[], origins: ReadonlyMap<string, NodeFact>): Located {
  const tools = parts.filter(part => part.kind === 'tool');
  const others = parts.filter(part => part.kind === 'store' || part.kind === 'instruction');
  const { package: key, version, integrity, instructions } = node.properties;
  const via = tools.map(tool => tool.properties.via ?? 'code');
  return {
    node,
    parts: new Map([...others, ...tools].map(part => [part.name, part.id])),
    locked: {
      name: node.name,
      ...(typeof key === 'string' && { package: key }),
      ...(typeof version === 'string' && { version }),
      ...(typeof integrity === 'string' && { integrity }),
      from: [...new Set(via.map(String))].sort().join('+') || withoutTools(node),
      ...(typeof instructions === 'string' && { instructions: digest(instructions) }),
      tools: byName(tools, tool => ({
        definition: definitionOf(tool, origins.get(tool.id)),
        labels: [...labelsOf(tool)],
      })),
      others: byName(others, part => digest([part.kind, part.description ?? '', part.properties.uri ?? ''])),
    },
  };
}

/** How a server became known that offers no tool. */
function withoutTools({ properties }: Node): string {
  if (properties.via === 'listing') return 'listing';
  return properties.protocol === undefined ? 'nothing' : 'live';
}

function byName<T>(parts: readonly Node[], value: (part: Node) => T): { [name: string]: T } {
  const sorted = parts.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return Object.fromEntries(sorted.map(part => [part.name, value(part)]));
}

/** A hash over everything a model and a client learn of a tool. */
function definitionOf(tool: Node, fact: NodeFact | undefined): string {
  const { description = '', annotations = {}, parameters = [], schema } = fact ?? {};
  return digest({ name: tool.name, description, annotations, schema: schema ?? parameters });
}

function digest(value: unknown): string {
  return `sha256-${createHash('sha256').update(stableText(value)).digest('hex')}`;
}
