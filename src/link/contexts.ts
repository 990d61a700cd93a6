import type { Context, Edge, Node } from '../model/graph.ts';
import { compareText } from './order.ts';

const around = new Set<string>(['call', 'result', 'input', 'load', 'save', 'emit', 'handoff']);

/**
 * One context per agent, and per MCP server that stands for its unknown client. It holds the owner, what it calls, reads
 * and writes, what starts and instructs it, and the stores behind its tools. Other agents have contexts of their own.
 */
export function contextsOf(nodes: readonly Node[], edges: readonly Edge[]): readonly Context[] {
  const kinds = new Map(nodes.map(node => [node.id, node.kind]));
  const neighbours = new Map<string, Set<string>>();
  const owners = new Set(nodes.filter(node => node.kind === 'agent').map(node => node.id));
  for (const edge of edges) {
    if (!around.has(edge.kind)) continue;
    put(neighbours, edge.from, edge.to);
    put(neighbours, edge.to, edge.from);
    if (edge.kind === 'call' && kinds.get(edge.from) === 'mcp-server') owners.add(edge.from);
  }
  return [...owners].sort(compareText).map(agent => {
    const inside = new Set([agent]);
    for (const near of neighbours.get(agent) ?? []) {
      const kind = kinds.get(near);
      if (kind === 'agent' || kind === 'workflow') continue;
      inside.add(near);
      if (kind !== 'tool' && kind !== 'mcp-server') continue;
      for (const store of neighbours.get(near) ?? []) if (kinds.get(store) === 'store') inside.add(store);
    }
    return { id: `context:${agent}`, agent, nodes: [...inside].sort(compareText) };
  });
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
