import type { Location } from '../../src/model/location.ts';
import type { ConfigFile } from '../_shared/config-file.ts';
import { textsIn } from '../_shared/lenient.ts';
import { bridge, type Wire } from '../_shared/wires.ts';
import type { DifyApp, DifyNode } from './schema.ts';

/** What a node is to the analysis. `shape` is looked through. */
export type Role = 'agent' | 'tool' | 'start' | 'answer' | 'gate' | 'memory' | 'shape';

/** One app with roles and names for the linker. */
export interface Flow {
  readonly app: DifyApp;
  readonly ref: string;
  role(id: string): Role;
  refOf(id: string): string;
  at(id: string): Location;
}

const roles: Readonly<Record<string, Role>> = {
  agent: 'agent',
  answer: 'answer',
  assigner: 'memory',
  datasource: 'tool',
  'http-request': 'tool',
  'human-input': 'gate',
  'knowledge-index': 'tool',
  'knowledge-retrieval': 'tool',
  llm: 'agent',
  'parameter-extractor': 'agent',
  'question-classifier': 'agent',
  start: 'start',
  tool: 'tool',
  'trigger-plugin': 'start',
  'trigger-schedule': 'start',
  'trigger-webhook': 'start',
};

/** Reads an app of a file. */
export function readFlow(config: ConfigFile, app: DifyApp): Flow {
  return {
    app,
    ref: `dify:${config.path}`,
    role: id => roles[app.nodes.get(id)?.type ?? ''] ?? 'shape',
    refOf: id => `dify:${config.path}:${id}`,
    at: id =>
      config.at(...(app.nodes.get(id)?.path ?? ['app']), ...(app.nodes.has(id) ? ['data', 'type'] : [])),
  };
}

/** Pairs of steps: `data` where a variable of the first is used by the second, else only order. */
export function stepPairs(flow: Flow): readonly (Wire & { readonly data: boolean })[] {
  const isStep = (id: string) => flow.role(id) !== 'shape' && flow.role(id) !== 'gate';
  const uses = [...flow.app.nodes.values()].flatMap(node =>
    [...references(flow, node)].map(from => ({ from, to: node.id })),
  );
  const moved = bridge(uses, isStep).pairs;
  const key = (wire: Wire) => `${wire.from}\u0000${wire.to}`;
  const known = new Set(moved.map(key));
  const ordered = bridge(flow.app.wires, isStep).pairs.filter(pair => !known.has(key(pair)));
  return [
    ...moved.map(pair => ({ ...pair, data: true })),
    ...ordered.map(pair => ({ ...pair, data: false })),
  ];
}

/** Nodes whose variables a node uses, in text holes `{{#id.name#}}` and in selectors `[id, name]`. */
function references(flow: Flow, node: DifyNode): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (id: string | undefined) => {
    if (id && id !== node.id && flow.app.nodes.has(id)) found.add(id);
    if (id === 'sys')
      for (const other of flow.app.nodes.values()) if (flow.role(other.id) === 'start') found.add(other.id);
  };
  for (const { path, text } of textsIn(node.data)) {
    for (const match of text.matchAll(/\{\{#([\w-]{1,80})\.[^#}]{1,200}#\}\}/g)) add(match[1]);
    if (path.at(-1) === '0' && /selector$/.test(path.at(-2) ?? '')) add(text);
    else if (path.at(-1) === '0' && /(selector|variables|value|outputs)/.test(path.join('.'))) add(text);
  }
  return found;
}

/** True if a node uses a conversation variable: memory that outlives one run. */
export function readsConversation(node: DifyNode): boolean {
  for (const { path, text } of textsIn(node.data)) {
    if (text.includes('{{#conversation.')) return true;
    if (text === 'conversation' && path.at(-1) === '0') return true;
  }
  return false;
}
