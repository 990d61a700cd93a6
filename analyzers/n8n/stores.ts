import type { Fact } from '../../src/model/fact.ts';
import { relate } from '../_shared/facts.ts';
import { asMap, asText } from '../_shared/lenient.ts';
import { baseName } from './classify.ts';
import type { Flow } from './flow.ts';
import { symbolOf } from './operations.ts';
import type { N8nNode } from './schema.ts';

/** Parameters that name the area inside a store; two nodes with the same one share it. */
const areaKeys = [
  'pineconeIndex',
  'qdrantCollection',
  'tableName',
  'memoryKey',
  'milvusCollection',
  'weaviateCollection',
  'mongoCollection',
  'indexName',
  'zepCollection',
  'redisIndex',
  'collectionName',
];

/** True for a vector store node, whatever its mode. */
export function isVectorStore(node: N8nNode): boolean {
  return /^vectorStore[A-Z]/.test(baseName(node.type));
}

/** Ref of the data behind a store node: shared by all nodes that name the same area, else the node's own. */
export function storeRef(flow: Flow, node: N8nNode): string {
  const area = areaOf(node);
  return area ? `n8n-store:${baseName(node.type)}:${area}` : `${flow.refOf(node.name)}:data`;
}

/** Memory and vector stores, and who reads and writes them through `ai_…` connections. */
export function storeFacts(flow: Flow): readonly Fact[] {
  return [...flow.workflow.nodes.values()].flatMap(node => {
    if (isVectorStore(node)) return vectorFacts(flow, node);
    return flow.roles.get(node.name) === 'store' ? memoryFacts(flow, node) : [];
  });
}

function memoryFacts(flow: Flow, node: N8nNode): readonly Fact[] {
  const ref = flow.refOf(node.name);
  const users = flow.workflow.connections.filter(
    wire => wire.from === node.name && wire.kind === 'ai_memory' && flow.roles.get(wire.to) === 'agent',
  );
  return [
    storeNode(flow, node, ref, 'memory'),
    ...users.flatMap(wire => [
      relate('reads', flow.refOf(wire.to), ref, flow.at(node.name)),
      relate('writes', flow.refOf(wire.to), ref, flow.at(node.name)),
    ]),
  ];
}

function vectorFacts(flow: Flow, node: N8nNode): readonly Fact[] {
  const ref = storeRef(flow, node);
  const at = flow.at(node.name);
  const own = flow.roles.get(node.name) === 'tool' ? [relate('reads', flow.refOf(node.name), ref, at)] : [];
  return [
    storeNode(flow, node, ref, 'vector'),
    ...own,
    ...readersOf(flow, node.name, 0).map(name => relate('reads', flow.refOf(name), ref, at)),
  ];
}

/** Nodes that take a vector store as a part: tools directly, agents and chains through a retriever. */
function readersOf(flow: Flow, name: string, depth: number): readonly string[] {
  if (depth > 4) return [];
  return flow.workflow.connections
    .filter(wire => wire.from === name && (wire.kind === 'ai_vectorStore' || wire.kind === 'ai_retriever'))
    .flatMap(wire => {
      const role = flow.roles.get(wire.to);
      return role === 'tool' || role === 'agent' ? [wire.to] : readersOf(flow, wire.to, depth + 1);
    });
}

function storeNode(flow: Flow, node: N8nNode, ref: string, kind: string): Fact {
  const area = areaOf(node);
  return {
    fact: 'node',
    ref,
    kind: 'store',
    name: area ? `${baseName(node.type)} ${area}` : node.name,
    framework: 'n8n',
    at: flow.at(node.name),
    symbol: symbolOf(node),
    properties: { store: kind, type: node.type },
  };
}

function areaOf(node: N8nNode): string | undefined {
  for (const key of areaKeys) {
    const value = node.parameters[key];
    const text = asText(value) ?? asText(asMap(value).value);
    if (text && !text.includes('{{')) return text;
  }
  return undefined;
}
