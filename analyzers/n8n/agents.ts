import type { Fact, NodeFact } from '../../src/model/fact.ts';
import { clip, gap, relate } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import { baseName } from './classify.ts';
import { behind, type Flow } from './flow.ts';
import { reviewOf } from './gates.ts';
import type { N8nNode } from './schema.ts';
import { startsAlone } from './triggers.ts';

/** Chains answer once and call no tools; the rest loop. */
const looping: ReadonlySet<string> = new Set([
  'agent',
  'agentTool',
  'openAiAssistant',
  'openAi',
  'anthropic',
  'googleGemini',
  'ollama',
]);
const routers: ReadonlySet<string> = new Set(['textClassifier', 'sentimentAnalysis']);

/** Agents, chains, models and MCP triggers with the parts plugged into them (`ai_…` connections point from part to owner). */
export function agentFacts(flow: Flow): readonly Fact[] {
  return [...flow.workflow.nodes.values()].flatMap(node => {
    const role = flow.roles.get(node.name);
    if (role === 'agent')
      return [agentNode(flow, node), ...instructionOf(flow, node), ...partFacts(flow, node.name, 'uses')];
    if (role === 'model') return [modelNode(flow, node)];
    if (role === 'mcp-server') return [serverNode(flow, node), ...partFacts(flow, node.name, 'provides')];
    return [];
  });
}

function agentNode(flow: Flow, node: N8nNode): NodeFact {
  const name = baseName(node.type);
  const parsers = flow.into(node.name, 'ai_outputParser').length > 0;
  return {
    fact: 'node',
    ref: flow.refOf(node.name),
    kind: 'agent',
    name: node.name,
    framework: 'n8n',
    at: flow.at(node.name),
    symbol: `n8n:${node.type}`,
    properties: {
      type: node.type,
      ...(looping.has(name) ? { loop: true } : { singleStep: true }),
      autonomous: startedAlone(flow, node.name),
      ...(parsers && { structuredOutput: true }),
      ...(routers.has(name) && { output: 'typed' }),
      ...(flow.into(node.name, 'ai_memory').length > 0 && { persistent: true }),
    },
  };
}

function startedAlone(flow: Flow, name: string): boolean {
  return [...flow.workflow.nodes.values()].some(
    node => flow.roles.get(node.name) === 'trigger' && startsAlone(node) && behind(flow, node.name).has(name),
  );
}

function instructionOf(flow: Flow, node: N8nNode): readonly Fact[] {
  const options = asMap(node.parameters.options);
  const rows = [
    ...asList(asMap(node.parameters.messages).messageValues),
    ...asList(asMap(node.parameters.messages).values),
  ];
  const system =
    asText(options.systemMessage) ?? asText(asMap(rows[0]).message) ?? asText(asMap(rows[0]).content);
  if (!system) return [];
  const ref = `${flow.refOf(node.name)}:prompt`;
  const instruction: NodeFact = {
    fact: 'node',
    ref,
    kind: 'instruction',
    name: `${node.name} prompt`,
    framework: 'n8n',
    at: flow.at(node.name),
    description: clip(system),
  };
  return [instruction, relate('instructs', ref, flow.refOf(node.name), flow.at(node.name))];
}

function modelNode(flow: Flow, node: N8nNode): NodeFact {
  const { model, modelId, modelName } = node.parameters;
  const id = asText(model) ?? asText(asMap(model).value) ?? asText(asMap(modelId).value) ?? asText(modelName);
  return {
    fact: 'node',
    ref: flow.refOf(node.name),
    kind: 'model',
    name: id ?? node.name,
    framework: 'n8n',
    at: flow.at(node.name),
    properties: {
      type: node.type,
      ...(asText(asMap(node.parameters.options).baseURL) && {
        baseUrl: String(asMap(node.parameters.options).baseURL),
      }),
    },
  };
}

function serverNode(flow: Flow, node: N8nNode): NodeFact {
  const open = (node.parameters.authentication ?? 'none') === 'none';
  return {
    fact: 'node',
    ref: flow.refOf(node.name),
    kind: 'mcp-server',
    name: node.name,
    framework: 'n8n',
    at: flow.at(node.name),
    properties: { own: true, authentication: open ? 'none' : 'required' },
  };
}

/** Models and tools plugged in; review nodes are looked through and become barriers. */
function partFacts(flow: Flow, owner: string, relation: 'uses' | 'provides'): readonly Fact[] {
  const models = flow
    .into(owner, 'ai_languageModel')
    .map(wire => relate('uses', flow.refOf(owner), flow.refOf(wire.from), flow.at(wire.from)));
  return [...models, ...toolParts(flow, owner, owner, relation, undefined, 0)];
}

function toolParts(
  flow: Flow,
  owner: string,
  slot: string,
  relation: 'uses' | 'provides',
  review: string | undefined,
  depth: number,
): readonly Fact[] {
  if (depth > 4)
    return [gap('depth-limit', flow.at(slot), 'Review nodes are nested too deeply.', [flow.refOf(owner)])];
  return flow.into(slot, 'ai_tool').flatMap((wire): readonly Fact[] => {
    const role = flow.roles.get(wire.from);
    if (role === 'gate') return toolParts(flow, owner, wire.from, relation, wire.from, depth + 1);
    const barriers = review ? [reviewOf(flow, review)] : [];
    const extra = barriers.length > 0 ? { barriers } : {};
    if (role === 'agent')
      return [
        relate('delegates', flow.refOf(owner), flow.refOf(wire.from), flow.at(wire.from), {
          carries: 'arguments',
          ...extra,
        }),
      ];
    return [relate(relation, flow.refOf(owner), flow.refOf(wire.from), flow.at(wire.from), extra)];
  });
}
