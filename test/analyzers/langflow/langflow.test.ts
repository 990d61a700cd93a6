import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/langflow/index.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { namesOf, nodeOf, readFiles, relationsOf } from '../read-files.ts';

const component = (id: string, type: string, outputs: readonly string[] = []) => ({
  id,
  type: 'genericNode',
  data: {
    id,
    type,
    node: {
      display_name: id,
      description: '',
      template: {},
      outputs: outputs.map(name => ({ name, types: ['Tool'] })),
    },
  },
});

const wire = (source: string, output: string, target: string, fieldName: string) => ({
  source,
  target,
  data: { sourceHandle: { id: source, name: output }, targetHandle: { id: target, fieldName } },
});

const read = (nodes: readonly object[], edges: readonly object[]): readonly Fact[] =>
  readFiles(analyzer, { 'desk.json': JSON.stringify({ name: 'Desk', data: { nodes, edges } }) });

describe('Langflow flows', () => {
  it('are not seen in empty, broken or other files', () => {
    expect(readFiles(analyzer, { 'a.json': '' })).toEqual([]);
    expect(readFiles(analyzer, { 'a.json': '{"data": {"nodes": [], "edges": []}}' })).toEqual([]);
  });

  it('have agents with components as tools, and other agents among them', () => {
    const facts = read(
      [
        component('Writer', 'Agent', ['component_as_tool']),
        component('Boss', 'Agent', ['response']),
        component('Pages', 'URLComponent', ['component_as_tool']),
        component('Output', 'ChatOutput'),
      ],
      [
        wire('Pages', 'component_as_tool', 'Writer', 'tools'),
        wire('Writer', 'component_as_tool', 'Boss', 'tools'),
        wire('Boss', 'response', 'Output', 'input_value'),
      ],
    );
    expect(namesOf(facts, 'agent')).toEqual(['Boss', 'Writer']);
    expect(nodeOf(facts, 'Pages').symbol).toBe('langflow:URLComponent');
    const lines = [...relationsOf(facts, 'uses'), ...relationsOf(facts, 'delegates')];
    expect(lines).toContain('Writer uses Pages');
    expect(lines.some(line => /^Boss (uses|delegates) Writer$/.test(line))).toBe(true);
  });

  it('show the answer to people', () => {
    const facts = read(
      [component('Boss', 'Agent', ['response']), component('Output', 'ChatOutput')],
      [wire('Boss', 'response', 'Output', 'input_value')],
    );
    expect(namesOf(facts, 'renderer')).toEqual(['Output']);
  });
});
