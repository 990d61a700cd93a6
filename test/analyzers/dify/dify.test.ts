import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { analyzer } from '../../../analyzers/dify/index.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { namesOf, nodeOf, readFiles, relationsOf } from '../read-files.ts';

const read = (nodes: readonly object[], wires: readonly (readonly [string, string])[]): readonly Fact[] =>
  readFiles(analyzer, {
    'app.yml': stringify({
      app: { mode: 'advanced-chat', name: 'Helper app' },
      kind: 'app',
      workflow: { graph: { nodes, edges: wires.map(([source, target]) => ({ source, target })) } },
    }),
  });

const node = (id: string, data: object) => ({ id, data: { title: id, ...data } });

describe('Dify apps', () => {
  it('are not seen in empty, broken or other files', () => {
    expect(readFiles(analyzer, { 'a.yml': '' })).toEqual([]);
    expect(readFiles(analyzer, { 'a.yml': 'app: web\nkind: app\n' })).toEqual([]);
  });

  it('have agents with their enabled tools', () => {
    const facts = read(
      [
        node('start', { type: 'start' }),
        node('helper', {
          type: 'agent',
          agent_parameters: {
            tools: {
              value: [
                { enabled: true, provider_name: 'acme/mailbox/mailbox', tool_name: 'send' },
                { enabled: false, provider_name: 'web', tool_name: 'fetch' },
              ],
            },
          },
        }),
        node('answer', { type: 'answer', answer: '{{#helper.text#}}' }),
      ],
      [
        ['start', 'helper'],
        ['helper', 'answer'],
      ],
    );
    expect(namesOf(facts, 'agent')).toEqual(['helper']);
    expect(namesOf(facts, 'tool')).toEqual(['send']);
    expect(nodeOf(facts, 'send').symbol).toBe('dify:mailbox/send');
    expect(relationsOf(facts, 'uses')).toContain('helper uses send');
  });

  it('have requests whose address the model chose', () => {
    const facts = read(
      [
        node('start', { type: 'start' }),
        node('writer', { type: 'llm', prompt_template: [{ role: 'system', text: 'Write.' }] }),
        node('call', { type: 'http-request', method: 'post', url: '{{#writer.text#}}' }),
        node('fixed', { type: 'http-request', method: 'get', url: 'https://example.org/a' }),
      ],
      [
        ['start', 'writer'],
        ['writer', 'call'],
        ['call', 'fixed'],
      ],
    );
    expect(nodeOf(facts, 'call').settings).toMatchObject({ method: 'POST', url: 'model-chosen' });
    expect(nodeOf(facts, 'fixed').settings).toMatchObject({ url: 'constant', host: 'example.org' });
  });

  it('wait for a person at human input', () => {
    const facts = read(
      [
        node('start', { type: 'start' }),
        node('writer', { type: 'llm' }),
        node('check', { type: 'human-input' }),
        node('call', { type: 'http-request', method: 'post', url: 'https://example.org/a' }),
      ],
      [
        ['start', 'writer'],
        ['writer', 'check'],
        ['check', 'call'],
      ],
    );
    const barriers = facts.flatMap(fact => (fact.fact === 'relation' ? (fact.barriers ?? []) : []));
    expect(barriers.map(({ mechanism }) => mechanism)).toContain('human-input');
  });
});
