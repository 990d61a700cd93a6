import type { Fact, NodeFact } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import { clip, relate } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import { type Flow, readsConversation } from './flow.ts';
import type { DifyNode } from './schema.ts';
import { agentTools, datasetFacts } from './tools.ts';

/** Nodes that run a model, with model, prompt and tools. */
export function agentFacts(flow: Flow): readonly Fact[] {
  return [...flow.app.nodes.values()].flatMap(node => {
    if (flow.role(node.id) !== 'agent') return [];
    const ref = flow.refOf(node.id);
    const at = flow.at(node.id);
    const parameters = asMap(node.data.agent_parameters);
    const model = asMap(node.data.model ?? asMap(parameters.model).value);
    return [
      agentNode(node, ref, at),
      ...modelFacts(ref, asText(model.name) ?? asText(model.model), at),
      ...promptFacts(node.title, ref, promptOf(node), at),
      ...(readsConversation(node) ? [relate('reads', ref, `${flow.ref}:conversation`, at)] : []),
      ...(node.type === 'agent' ? agentTools(ref, parameters, at) : []),
    ];
  });
}

function agentNode(node: DifyNode, ref: string, at: Location): NodeFact {
  const typed = node.type === 'question-classifier';
  const strategy = asText(node.data.agent_strategy_name);
  return {
    fact: 'node',
    ref,
    kind: 'agent',
    name: node.title,
    framework: 'dify',
    at,
    properties: {
      type: node.type,
      ...(node.type === 'agent' ? { loop: true } : { singleStep: true }),
      ...(typed && { output: 'typed' }),
      ...(strategy && { strategy }),
      ...(Boolean(asMap(node.data.memory).window) && { persistent: true }),
    },
  };
}

function promptOf(node: DifyNode): string | undefined {
  const instruction =
    asText(asMap(asMap(node.data.agent_parameters).instruction).value) ?? asText(node.data.instruction);
  if (instruction) return instruction;
  return asText(asMap(asList(node.data.prompt_template).find(part => asMap(part).role === 'system')).text);
}

function modelFacts(owner: string, name: string | undefined, at: Location): readonly Fact[] {
  if (!name) return [];
  return [
    { fact: 'node', ref: `${owner}:model`, kind: 'model', name, framework: 'dify', at },
    relate('uses', owner, `${owner}:model`, at),
  ];
}

function promptFacts(name: string, owner: string, text: string | undefined, at: Location): readonly Fact[] {
  if (!text) return [];
  return [
    {
      fact: 'node',
      ref: `${owner}:prompt`,
      kind: 'instruction',
      name: `${name} prompt`,
      framework: 'dify',
      at,
      description: clip(text),
    },
    relate('instructs', `${owner}:prompt`, owner, at),
  ];
}

/** Chat, completion and agent apps: one agent from `model_config`. */
export function plainAgent(flow: Flow): readonly Fact[] {
  const settings = flow.app.model;
  if (!settings) return [];
  const ref = `${flow.ref}:app`;
  const at = flow.at('');
  const mode = asMap(settings.agent_mode);
  const loops = flow.app.mode === 'agent-chat' && mode.enabled !== false;
  const datasets = asList(asMap(asMap(settings.dataset_configs).datasets).datasets).map(entry =>
    asText(asMap(asMap(entry).dataset).id),
  );
  return [
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name: flow.app.name,
      framework: 'dify',
      at,
      properties: { type: flow.app.mode, ...(loops ? { loop: true } : { singleStep: true }) },
    },
    ...modelFacts(ref, asText(asMap(settings.model).name), at),
    ...promptFacts(flow.app.name, ref, asText(settings.pre_prompt), at),
    ...(loops ? agentTools(ref, { tools: { value: asList(mode.tools) } }, at) : []),
    ...datasets.flatMap(id => (id ? datasetFacts(ref, id, at) : [])),
  ];
}
