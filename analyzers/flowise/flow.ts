import type { Location } from '../../src/model/location.ts';
import type { ConfigFile } from '../_shared/config-file.ts';
import type { FlowExport, FlowNode } from './schema.ts';

/** What a component is to the analysis. `shape` is looked through. */
export type Role =
  | 'agent'
  | 'tool'
  | 'mcp'
  | 'model'
  | 'store'
  | 'loader'
  | 'start'
  | 'gate'
  | 'reply'
  | 'tool-node'
  | 'shape';

/** One flow with roles and names for the linker. */
export interface Flow {
  readonly export: FlowExport;
  readonly ref: string;
  readonly title: string;
  /** Version 2 flows draw order; others draw what is plugged into what. */
  readonly ordered: boolean;
  role(id: string): Role;
  refOf(id: string): string;
  at(id: string): Location;
}

/** Reads a flow of a file. */
export function readFlow(config: ConfigFile, flow: FlowExport): Flow {
  const title =
    config.path
      .split('/')
      .at(-1)
      ?.replace(/\.json$/i, '') ?? config.path;
  return {
    export: flow,
    ref: `flowise:${config.path}`,
    title,
    ordered: [...flow.nodes.values()].some(node => node.category === 'Agent Flows'),
    role: id => roleOf(flow.nodes.get(id)),
    refOf: id => `flowise:${config.path}:${id}`,
    at: id => config.at(...(flow.nodes.get(id)?.path ?? []), 'data', 'name'),
  };
}

const byName: Readonly<Record<string, Role>> = {
  agentAgentflow: 'agent',
  conditionAgentAgentflow: 'agent',
  customFunction: 'shape',
  directReplyAgentflow: 'reply',
  executeFlowAgentflow: 'tool',
  httpAgentflow: 'tool',
  humanInputAgentflow: 'gate',
  llmAgentflow: 'agent',
  retrieverAgentflow: 'tool',
  seqAgent: 'agent',
  seqConditionAgent: 'agent',
  seqExecuteFlow: 'tool',
  seqLLMNode: 'agent',
  seqStart: 'start',
  seqToolNode: 'tool-node',
  startAgentflow: 'start',
  supervisor: 'agent',
  toolAgentflow: 'tool',
  worker: 'agent',
};

const byCategory: Readonly<Record<string, Role>> = {
  Agents: 'agent',
  Chains: 'agent',
  'Chat Models': 'model',
  'Document Loaders': 'loader',
  Engine: 'agent',
  LLMs: 'model',
  Memory: 'store',
  'Multi Agents': 'agent',
  Tools: 'tool',
  'Tools (MCP)': 'mcp',
  'Vector Stores': 'store',
};

function roleOf(node: FlowNode | undefined): Role {
  if (!node) return 'shape';
  if (/MCP$/.test(node.name)) return 'mcp';
  if (/^customFunctionAgentflow$/.test(node.name) || node.name === 'seqCustomFunction')
    return callsOut(node) ? 'tool' : 'shape';
  return byName[node.name] ?? byCategory[node.category] ?? 'shape';
}

/** Function nodes are looked through unless their code calls out. */
function callsOut(node: FlowNode): boolean {
  return Object.values(node.inputs).some(
    value => typeof value === 'string' && /\b(fetch\s*\(|axios|require\()/.test(value),
  );
}

/** True for chains: one model call (or a fixed number), no loop over tools. */
export function isSingle(node: FlowNode): boolean {
  return (
    node.category === 'Chains' ||
    ['llmAgentflow', 'conditionAgentAgentflow', 'seqLLMNode', 'seqConditionAgent'].includes(node.name)
  );
}
