import type { Fact } from '../../src/model/fact.ts';
import { relate, sink, untrusted } from '../_shared/facts.ts';
import { asList } from '../_shared/lenient.ts';
import { bridge, type Wire } from '../_shared/wires.ts';
import { type Flow, isToolLink } from './flow.ts';
import { partsOf, plugFacts } from './tools.ts';

/** Inputs, outputs, plugged parts, and how data moves between components. */
export function stepFacts(flow: Flow): readonly Fact[] {
  const { components, links } = flow.export;
  const plugs = links.flatMap(link => {
    const component = components.get(link.from);
    return isToolLink(link) && component && flow.role(link.to) === 'agent'
      ? plugFacts(flow, link.to, component)
      : [];
  });
  const wires = links.filter(link => !isToolLink(link));
  const { pairs } = bridge(wires, id => flow.role(id) !== 'shape');
  return [...endFacts(flow), ...plugs, ...pairs.flatMap(pair => pairFacts(flow, pair, wires))];
}

function endFacts(flow: Flow): readonly Fact[] {
  return [...flow.export.components.values()].flatMap((component): readonly Fact[] => {
    const role = flow.role(component.id);
    const at = flow.at(component.id);
    const base = {
      fact: 'node',
      ref: flow.refOf(component.id),
      name: component.title,
      framework: 'langflow',
      at,
    } as const;
    if (role === 'input') {
      const hook = /^Webhook/.test(component.type);
      const detail = hook ? 'A webhook starts the flow.' : 'Whoever reaches the flow writes the input.';
      const labels = [untrusted(hook ? 'trigger' : 'user', 'anyone', { detail, at, confidence: 0.5 })];
      const files = asList(component.values.files).length > 0;
      return [
        {
          ...base,
          kind: 'trigger',
          labels: files
            ? [...labels, untrusted('upload', 'anyone', { detail: 'Users send files.', at, confidence: 0.5 })]
            : labels,
        },
      ];
    }
    if (role !== 'output') return [];
    return [
      {
        ...base,
        kind: 'renderer',
        labels: [
          sink('render', 'model-chosen', 'url', {
            detail: 'The chat renders Markdown.',
            at,
            confidence: 0.4,
          }),
        ],
      },
    ];
  });
}

function pairFacts(
  flow: Flow,
  pair: Wire,
  links: readonly { readonly from: string; readonly to: string; readonly field: string }[],
): readonly Fact[] {
  const [from, to] = [flow.role(pair.from), flow.role(pair.to)];
  const at = flow.at(pair.from);
  const targets = refsOf(flow, pair.to);
  return refsOf(flow, pair.from).flatMap(source =>
    targets.flatMap((target): readonly Fact[] => {
      if (to === 'output') return [relate(from === 'agent' ? 'renders' : 'writes', source, target, at)];
      if (from === 'output' || to === 'input') return [];
      if (to === 'model' || from === 'mcp') return [];
      if (from === 'model') return to === 'agent' ? [relate('uses', target, source, at)] : [];
      if (to === 'store' || to === 'memory') {
        const ingests =
          links.some(link => link.to === pair.to && link.field === 'ingest_data') || to === 'memory';
        return ingests ? [relate('writes', source, target, at)] : [];
      }
      if (from === 'store' || from === 'memory') return [relate('reads', target, source, at)];
      return [relate(from === 'input' && to === 'agent' ? 'triggers' : 'next', source, target, at)];
    }),
  );
}

function refsOf(flow: Flow, id: string): readonly string[] {
  const component = flow.export.components.get(id);
  return component && flow.role(id) === 'tool'
    ? partsOf(flow, component).map(item => item.ref)
    : [flow.refOf(id)];
}
