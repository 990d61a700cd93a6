import type { Fix } from '../model/chain.ts';
import type { Node } from '../model/graph.ts';
import type { Change } from './changes.ts';
import type { PatchRow } from './data/patches.ts';
import type { GraphIndex } from './graph-index.ts';
import { allPatchRows } from './patch-rows.ts';

/** A snippet for a fix in the dialect of the framework or client at hand; undefined where none is known. */
export function patchFor(action: Fix['action'], change: Change, index: GraphIndex): string | undefined {
  const node = index.nodes.get(nodeOf(change, index) ?? '');
  const agent = index.nodes.get(agentOf(change, index) ?? '');
  const owner = agent ?? node;
  if (!node || !owner) return undefined;
  const server = index.nodes.get((index.providers.get(node.id) ?? [])[0] ?? '');
  const row = allPatchRows.find(item => fits(item, action, change, owner, node, server));
  if (!row) return undefined;
  const words: { readonly [name: string]: string | undefined } = {
    tool: node.name,
    agent: owner.name,
    server: server?.name ?? (node.kind === 'mcp-server' ? node.name : undefined),
    setting: change.change === 'restrict-server' ? change.setting : undefined,
    mcpTool:
      node.kind === 'mcp-server'
        ? `mcp__${node.name}`
        : server
          ? `mcp__${server.name}__${node.name}`
          : node.name,
  };
  return row.text.replace(/\{\{(\w+)\}\}/g, (_, word: string) => inQuotes(words[word] ?? word));
}

function fits(
  row: PatchRow,
  action: Fix['action'],
  change: Change,
  owner: Node,
  node: Node,
  server: Node | undefined,
): boolean {
  if (row.action !== action) return false;
  if (row.change && row.change !== change.change) return false;
  if (row.clients && !row.clients.includes(String(owner.properties.client))) return false;
  if (
    row.frameworks &&
    !row.frameworks.includes(owner.framework ?? '') &&
    !row.frameworks.includes(node.framework ?? '')
  )
    return false;
  if (row.language && row.language !== languageOf(owner.location?.file ?? node.location?.file ?? ''))
    return false;
  if (row.symbol && !row.symbol.test(String(node.properties.symbol ?? ''))) return false;
  return row.of === undefined || row.of === (server || node.kind === 'mcp-server' ? 'server' : 'own');
}

function nodeOf(change: Change, index: GraphIndex): string | undefined {
  if ('node' in change) return change.node;
  if ('edge' in change) return index.edges.get(change.edge)?.to;
  return change.readers[0];
}

/** The agent whose definition holds the snippet: the one named, else the first that acts on the node. */
function agentOf(change: Change, index: GraphIndex): string | undefined {
  if ('agent' in change) return change.agent;
  if ('edge' in change) return index.edges.get(change.edge)?.from;
  return (index.actors.get(change.node) ?? []).find(id => index.nodes.get(id)?.kind === 'agent');
}

function languageOf(file: string): PatchRow['language'] {
  if (/\.(py|ipynb)$/.test(file)) return 'python';
  return /\.[cm]?[jt]sx?$/.test(file) ? 'javascript' : undefined;
}

/** Safe inside double quotes of Python, JavaScript, JSON, YAML and TOML; names come from the scanned tree. */
const inQuotes = (text: string): string =>
  JSON.stringify(text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').slice(0, 80)).slice(1, -1);
