import type { Fact } from '../../src/model/fact.ts';
import type { Label } from '../../src/model/label.ts';
import type { Location } from '../../src/model/location.ts';
import { relate, sink, untrusted } from '../_shared/facts.ts';
import { asList, asMap } from '../_shared/lenient.ts';
import { type Flow, stepPairs } from './flow.ts';
import { humanInputsBetween } from './gates.ts';
import type { DifyNode } from './schema.ts';

/** Starts, answers, conversation memory, human input, and how data moves between steps. */
export function stepFacts(flow: Flow): readonly Fact[] {
  const nodes = [...flow.app.nodes.values()].flatMap(node => standing(flow, node));
  return [...nodes, ...stepPairs(flow).flatMap(pair => pairFacts(flow, pair.from, pair.to, pair.data))];
}

function standing(flow: Flow, node: DifyNode): readonly Fact[] {
  const role = flow.role(node.id);
  const at = flow.at(node.id);
  const base = { fact: 'node', ref: flow.refOf(node.id), name: node.title, framework: 'dify', at } as const;
  if (role === 'start')
    return [{ ...base, kind: 'trigger', labels: startLabels(node, at), properties: { type: node.type } }];
  if (role === 'answer') return [{ ...base, kind: 'renderer', labels: [answerLabel(at)] }];
  if (role === 'gate') return [{ ...base, kind: 'gate' }];
  if (role === 'memory')
    return [
      {
        ...base,
        ref: `${flow.ref}:conversation`,
        kind: 'store',
        name: 'conversation variables',
        properties: { store: 'memory' },
      },
    ];
  return [];
}

/** Labels of the input of an app: text (and files) of whoever may use it, events for triggers, nothing for schedules. */
export function startLabels(node: DifyNode | undefined, at: Location): readonly Label[] {
  if (node?.type === 'trigger-schedule') return [];
  if (node?.type === 'trigger-webhook')
    return [
      untrusted('trigger', 'anyone', { detail: 'A webhook starts the workflow.', at, confidence: 0.8 }),
    ];
  if (node?.type === 'trigger-plugin')
    return [
      untrusted('trigger', 'outsider', {
        detail: 'An event of another service starts the workflow.',
        at,
        confidence: 0.6,
      }),
    ];
  const files = asList(node?.data.variables).some(variable => /^file/.test(String(asMap(variable).type)));
  const detail = 'Users of the app write the input; a published web app is open to anyone with its address.';
  return [
    untrusted('user', 'anyone', { detail, at, confidence: 0.5 }),
    ...(files ? [untrusted('upload', 'anyone', { detail: 'Users upload files.', at, confidence: 0.6 })] : []),
  ];
}

/** The web app shows answers as Markdown with images. */
export function answerLabel(at: Location): Label {
  return sink('render', 'model-chosen', 'url', {
    detail: 'The answer is rendered as Markdown.',
    at,
    confidence: 0.4,
  });
}

function pairFacts(flow: Flow, from: string, to: string, data: boolean): readonly Fact[] {
  const roles = [flow.role(from), flow.role(to)];
  const [source, target, at] = [flow.refOf(from), flow.refOf(to), flow.at(from)];
  if (roles[0] === 'answer' || roles[0] === 'memory') return [];
  if (roles[1] === 'memory') return data ? [relate('writes', source, `${flow.ref}:conversation`, at)] : [];
  if (roles[1] === 'answer')
    return data ? [relate(roles[0] === 'agent' ? 'renders' : 'writes', source, target, at)] : [];
  const barriers = humanInputsBetween(flow, from, to);
  const extra = {
    ...(!data && ({ carries: 'typed', properties: { order: true } } as const)),
    ...(barriers.length > 0 && { barriers }),
  };
  return [
    relate(roles[0] === 'start' && roles[1] === 'agent' ? 'triggers' : 'next', source, target, at, extra),
  ];
}
