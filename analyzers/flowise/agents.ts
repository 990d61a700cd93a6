import type { Fact, NodeFact } from '../../src/model/fact.ts';
import { clip, relate } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import { type Flow, isSingle } from './flow.ts';
import { approvalOf } from './gates.ts';
import type { FlowNode } from './schema.ts';
import { toolFacts } from './tools.ts';

/** Agents, chains, models and stores as nodes, with the instructions, tools and knowledge written inside them. */
export function agentFacts(flow: Flow): readonly Fact[] {
  return [...flow.export.nodes.values()].flatMap(node => {
    const role = flow.role(node.id);
    if (role === 'agent')
      return [agentNode(flow, node), ...instructionFacts(flow, node), ...innerParts(flow, node)];
    if (role === 'model')
      return [plainNode(flow, node, 'model', asText(node.inputs.modelName) ?? node.label)];
    if (role === 'store') return [plainNode(flow, node, 'store', node.label)];
    if (role === 'loader') return [plainNode(flow, node, 'tool', node.label)];
    return [];
  });
}

function agentNode(flow: Flow, node: FlowNode): NodeFact {
  return {
    fact: 'node',
    ref: flow.refOf(node.id),
    kind: 'agent',
    name:
      asText(node.inputs.workerName) ??
      asText(node.inputs.supervisorName) ??
      asText(node.inputs.seqAgentName) ??
      asText(node.inputs.agentName) ??
      node.label,
    framework: 'flowise',
    at: flow.at(node.id),
    symbol: `flowise:${node.name}`,
    properties: { component: node.name, ...(isSingle(node) ? { singleStep: true } : { loop: true }) },
  };
}

function plainNode(flow: Flow, node: FlowNode, kind: 'model' | 'store' | 'tool', name: string): NodeFact {
  return {
    fact: 'node',
    ref: flow.refOf(node.id),
    kind,
    name,
    framework: 'flowise',
    at: flow.at(node.id),
    symbol: `flowise:${node.name}`,
    properties: { component: node.name },
  };
}

function instructionFacts(flow: Flow, node: FlowNode): readonly Fact[] {
  const messages = [...asList(node.inputs.agentMessages), ...asList(node.inputs.llmMessages)].map(asMap);
  const text =
    messages
      .filter(message => message.role === 'system')
      .map(message => asText(message.content) ?? '')
      .join('\n') ||
    [
      node.inputs.systemMessage,
      node.inputs.systemMessagePrompt,
      node.inputs.workerPrompt,
      node.inputs.supervisorPrompt,
    ]
      .map(asText)
      .find(Boolean);
  if (!text) return [];
  const ref = `${flow.refOf(node.id)}:prompt`;
  const at = flow.at(node.id);
  return [
    {
      fact: 'node',
      ref,
      kind: 'instruction',
      name: `${node.label} prompt`,
      framework: 'flowise',
      at,
      description: clip(text.replace(/<[^>]{0,300}>/g, '')),
    },
    relate('instructs', ref, flow.refOf(node.id), at),
  ];
}

/** Version 2 agents name their model, tools and document stores in their own inputs. */
function innerParts(flow: Flow, node: FlowNode): readonly Fact[] {
  const owner = flow.refOf(node.id);
  const at = flow.at(node.id);
  const facts: Fact[] = [];
  const model =
    asText(node.inputs.agentModel) ?? asText(node.inputs.llmModel) ?? asText(node.inputs.conditionAgentModel);
  if (model) {
    const config = asMap(
      node.inputs.agentModelConfig ?? node.inputs.llmModelConfig ?? node.inputs.conditionAgentModelConfig,
    );
    facts.push({
      fact: 'node',
      ref: `${owner}:model`,
      kind: 'model',
      name: asText(config.modelName) ?? model,
      framework: 'flowise',
      at,
      symbol: `flowise:${model}`,
    });
    facts.push(relate('uses', owner, `${owner}:model`, at));
  }
  asList(node.inputs.agentTools).forEach((entry, index) => {
    const chosen = asMap(entry);
    const component = asText(chosen.agentSelectedTool);
    if (!component) return;
    const ref = `${owner}:tool:${index}`;
    facts.push(
      ...toolFacts({ ref, component, label: component, inputs: asMap(chosen.agentSelectedToolConfig), at }),
    );
    const asks = chosen.agentSelectedToolRequiresHumanInput === true;
    facts.push(relate('uses', owner, ref, at, asks ? { barriers: [approvalOf(component, at)] } : {}));
  });
  for (const name of builtIns(node)) {
    facts.push({
      fact: 'node',
      ref: `${owner}:tool:${name}`,
      kind: 'tool',
      name,
      framework: 'flowise',
      at,
      symbol: `flowise:${name}`,
    });
    facts.push(relate('uses', owner, `${owner}:tool:${name}`, at));
  }
  for (const key of [
    'agentKnowledgeDocumentStores',
    'agentKnowledgeVSEmbeddings',
    'retrieverKnowledgeDocumentStores',
  ])
    asList(node.inputs[key]).forEach((entry, index) => {
      const { documentStore, knowledgeName, vectorStore } = asMap(entry);
      const name = asText(documentStore) ?? asText(knowledgeName) ?? asText(vectorStore) ?? 'knowledge';
      const ref = asText(documentStore) ? `flowise-store:${name.split(':')[0]}` : `${owner}:${key}:${index}`;
      facts.push({
        fact: 'node',
        ref,
        kind: 'store',
        name: name.split(':').at(-1) ?? name,
        framework: 'flowise',
        at,
        symbol: 'flowise:documentStore',
      });
      facts.push(relate('reads', owner, ref, at));
    });
  return facts;
}

/** Hosted tools of model vendors, kept as JSON text lists. */
function builtIns(node: FlowNode): readonly string[] {
  const lists = Object.entries(node.inputs).filter(([key]) => /^agentToolsBuiltIn/.test(key));
  return lists.flatMap(([, value]) =>
    typeof value === 'string' ? [...value.matchAll(/"([\w-]{1,60})"/g)].map(match => match[1] ?? '') : [],
  );
}
