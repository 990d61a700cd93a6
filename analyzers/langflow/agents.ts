import type { Fact } from '../../src/model/fact.ts';
import { clip, describe, relate } from '../_shared/facts.ts';
import { asText } from '../_shared/lenient.ts';
import { type Flow, isToolLink } from './flow.ts';
import type { Component } from './schema.ts';

/** Agents and model calls, models, stores and memories as nodes; prompts as instructions. */
export function agentFacts(flow: Flow): readonly Fact[] {
  return [...flow.export.components.values()].flatMap((component): readonly Fact[] => {
    const role = flow.role(component.id);
    const base = {
      fact: 'node',
      ref: flow.refOf(component.id),
      framework: 'langflow',
      at: flow.at(component.id),
      symbol: `langflow:${component.type}`,
    } as const;
    if (role === 'agent')
      return [
        { ...base, kind: 'agent', name: component.title, properties: agentProperties(flow, component) },
        ...innerFacts(flow, component),
      ];
    if (role === 'model') return [{ ...base, kind: 'model', name: modelName(component) ?? component.title }];
    if (role === 'store' || role === 'memory')
      return [
        {
          ...base,
          kind: 'store',
          name: component.title,
          ...describe(component.description),
          properties: { store: role === 'memory' ? 'memory' : 'vector' },
        },
      ];
    return [];
  });
}

function agentProperties(flow: Flow, component: Component) {
  const loops =
    /Agent|Crew/.test(component.type) ||
    flow.export.links.some(link => link.to === component.id && isToolLink(link));
  return { type: component.type, ...(loops ? { loop: true } : { singleStep: true }) };
}

function innerFacts(flow: Flow, component: Component): readonly Fact[] {
  const owner = flow.refOf(component.id);
  const at = flow.at(component.id);
  const facts: Fact[] = [];
  const model = modelName(component);
  if (model) {
    facts.push({
      fact: 'node',
      ref: `${owner}:model`,
      kind: 'model',
      name: model,
      framework: 'langflow',
      at,
    });
    facts.push(relate('uses', owner, `${owner}:model`, at));
  }
  const prompt = asText(component.values.system_prompt) ?? asText(component.values.system_message);
  if (prompt) {
    facts.push({
      fact: 'node',
      ref: `${owner}:prompt`,
      kind: 'instruction',
      name: `${component.title} prompt`,
      framework: 'langflow',
      at,
      description: clip(prompt),
    });
    facts.push(relate('instructs', `${owner}:prompt`, owner, at));
  }
  return facts;
}

function modelName(component: Component): string | undefined {
  const { model, model_name } = component.values;
  if (Array.isArray(model)) return asText(model[0]?.name);
  return asText(model_name) ?? asText(model);
}
