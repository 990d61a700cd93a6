import type { Fact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import { gateBarrier, relate } from '../_shared/facts.ts';
import { textsIn } from '../_shared/lenient.ts';
import { isBranch } from './classify.ts';
import { asksModel, isExpression } from './expressions.ts';
import { behind, type Flow } from './flow.ts';
import type { N8nNode } from './schema.ts';

/** Barriers of the steps from one node to a later one: waiting for a person or a guardrail on every way between them. */
export function barriersBetween(flow: Flow, from: string, to: string): readonly Barrier[] {
  const between = behind(flow, from);
  if (!between.has(to)) return [];
  const candidates = [...between].filter(name => effective(flow, name));
  const dominating = candidates.filter(name => !behind(flow, from, new Set([name])).has(to));
  return dominating.map(name =>
    flow.roles.get(name) === 'guardrail' ? guardrail(flow, name) : approval(flow, name),
  );
}

/** A person's answer counts only if a branch behind it can stop the rest. */
function effective(flow: Flow, name: string): boolean {
  if (flow.roles.get(name) === 'guardrail') return true;
  if (!flow.waits.has(name)) return false;
  return flow.workflow.connections.some(wire => {
    const next = wire.from === name && wire.kind === 'main' ? flow.workflow.nodes.get(wire.to) : undefined;
    return (
      next !== undefined &&
      (isBranch(next) ||
        flow.workflow.connections.some(last => last.from === next.name && looksAt(flow, last.to)))
    );
  });
}

function looksAt(flow: Flow, name: string): boolean {
  const node = flow.workflow.nodes.get(name);
  return node !== undefined && isBranch(node);
}

/** Gate nodes for steps that wait for a person, and what they guard. */
export function gateFacts(flow: Flow): readonly Fact[] {
  const names = [...flow.workflow.nodes.keys()].filter(
    name => flow.waits.has(name) || flow.roles.get(name) === 'gate',
  );
  return names.flatMap((name): readonly Fact[] => {
    const node = flow.workflow.nodes.get(name);
    const ref = flow.refOf(name);
    const at = flow.at(name);
    const guarded = flow.into(name, 'ai_tool').map(wire => relate('guards', ref, flow.refOf(wire.from), at));
    return [
      {
        fact: 'node',
        ref,
        kind: 'gate',
        name,
        framework: 'n8n',
        at,
        properties: {
          type: node?.type ?? '',
          effective: flow.roles.get(name) === 'gate' || effective(flow, name),
        },
      },
      ...guarded,
    ];
  });
}

/** Barrier of a human review node between an agent and its tool. */
export function reviewOf(flow: Flow, name: string): Barrier {
  const node = flow.workflow.nodes.get(name);
  const credit = node && showsContent(node) ? 0.8 : 0.3;
  return {
    ...gateBarrier('HitlTool', credit, `${name} asks a person before the tool runs.`, flow.at(name)),
    gate: flow.refOf(name),
  };
}

function approval(flow: Flow, name: string): Barrier {
  const node = flow.workflow.nodes.get(name);
  const full = node !== undefined && showsContent(node);
  const detail = full
    ? `${name} shows the content to a person and waits.`
    : `${name} waits for a person who does not see the content.`;
  return { ...gateBarrier('sendAndWait', full ? 0.8 : 0.3, detail, flow.at(name)), gate: flow.refOf(name) };
}

function guardrail(flow: Flow, name: string): Barrier {
  return {
    kind: 'sanitizer',
    mechanism: 'Guardrails',
    credit: 0.2,
    cut: false,
    detail: `${name} checks text with a classifier.`,
    location: flow.at(name),
  };
}

/** True if the message for the person is computed, so that it can show what will be done. */
function showsContent(node: N8nNode): boolean {
  return [...textsIn(node.parameters)].some(({ text }) => isExpression(text) && !asksModel(text));
}
