import type { Fix } from '../model/chain.ts';
import type { Node } from '../model/graph.ts';
import type { Change } from './changes.ts';
import type { GraphIndex } from './graph-index.ts';
import { patchFor } from './patches.ts';

/** A change as a fix: what to do in a word and a sentence, where, what it closes, and a snippet where one is known. */
export function wordFix(
  change: Change,
  cuts: readonly string[],
  index: GraphIndex,
  together: readonly Change[] = [],
): Fix {
  const { action, target, detail } = describe(change, index);
  const also =
    together.length > 0 ? ` This works only together with the other changes: ${listed(together, index)}` : '';
  const patch = patchFor(action, change, index);
  return { action, target, cuts, detail: `${detail}${also}`, ...(patch !== undefined && { patch }) };
}

type Words = Pick<Fix, 'action' | 'target' | 'detail'>;

function describe(change: Change, index: GraphIndex): Words {
  const name = (id: string | undefined) => quoted(index.nodes.get(id ?? ''), id ?? '');
  switch (change.change) {
    case 'approve': {
      const isServer = index.nodes.get(change.node)?.kind === 'mcp-server';
      const what = isServer
        ? `each call of a tool of ${name(change.node)}`
        : `each call of ${name(change.node)}`;
      return { action: 'add-approval', target: change.node, detail: `Let a person confirm ${what}.` };
    }
    case 'approve-step': {
      const edge = index.edges.get(change.edge);
      const detail = `Let a person confirm what ${name(edge?.from)} passes to ${name(edge?.to)}.`;
      return { action: 'add-approval', target: change.edge, detail };
    }
    case 'bind': {
      const detail = `Take the destination of ${name(change.node)} from trusted data or configuration, not from the model.`;
      return { action: 'bind-destination', target: change.node, detail };
    }
    case 'isolate': {
      const detail = `Run ${name(change.node)} in a sandbox without network, name resolution and the host's files.`;
      return { action: 'restrict-tool', target: change.node, detail };
    }
    case 'protect': {
      const detail = `Keep ${name(change.node)} from writing the files that configure the agent.`;
      return { action: 'restrict-tool', target: change.node, detail };
    }
    case 'restrict-server': {
      const detail = `Start ${name(change.node)} with ${plain(change.setting)}, which takes away ${some(change.tools)}.`;
      return { action: 'restrict-tool', target: change.node, detail };
    }
    case 'quiet': {
      const detail = `Keep ${name(change.node)} from loading images and links from other hosts.`;
      return { action: 'disable-renderer', target: change.node, detail };
    }
    case 'type': {
      const edge = index.edges.get(change.edge);
      const detail = `Let ${name(edge?.from)} pass ${name(edge?.to)} only checked values (an enum, a number or an id), no free text.`;
      return { action: 'restrict-tool', target: change.edge, detail };
    }
    case 'split': {
      const readers = change.readers.map(name);
      const detail = `Split ${name(change.agent)}: let an agent without other tools read with ${some(readers, false)} and answer with checked values only.`;
      return { action: 'split-agent', target: change.agent, detail };
    }
    case 'take-away':
      return takeAway(change.agent, change.node, index, name);
    case 'remove':
      return { action: 'remove-tool', target: change.node, detail: `Remove ${name(change.node)}.` };
  }
}

function takeAway(agent: string, node: string, index: GraphIndex, name: (id: string) => string): Words {
  const kind = index.nodes.get(node)?.kind;
  const shared = (index.actors.get(node) ?? []).some(
    other => other !== agent && index.nodes.get(other)?.kind === 'agent',
  );
  const [edge] = index.between.get(`${agent}\0${node}`) ?? [];
  const target = shared && edge !== undefined ? edge : node;
  if (kind === 'mcp-server')
    return {
      action: 'remove-server',
      target,
      detail: `Remove the server ${name(node)} from ${name(agent)}.`,
    };
  if (isClient(index.nodes.get(agent)))
    return { action: 'deny', target, detail: `Deny ${name(node)} in the settings of ${name(agent)}.` };
  return { action: 'remove-tool', target, detail: `Take ${name(node)} away from ${name(agent)}.` };
}

/** Hosts of coding agents and MCP clients have rules of their own about tools. */
export const isClient = (node: Node | undefined): boolean => typeof node?.properties.client === 'string';

function listed(changes: readonly Change[], index: GraphIndex): string {
  return changes.map(change => describe(change, index).detail).join(' ');
}

function some(names: readonly string[], quote = true): string {
  const words = quote ? names.map(word => `'${plain(word)}'`) : names;
  const shown = words.slice(0, 3);
  const more = words.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(' and ');
}

function quoted(node: Node | undefined, id: string): string {
  return `'${plain(node?.name ?? id)}'`;
}

/** One line, no control characters, short. */
const plain = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').slice(0, 80);
