import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/flowise/index.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { barriersAt, namesOf, nodeOf, readFiles, relationsOf } from '../read-files.ts';

const node = (name: string, category: string, inputs: object, id = `${name}_0`) => ({
  id,
  type: 'customNode',
  position: { x: 0, y: 0 },
  data: { id, name, label: name, category, type: name, baseClasses: [], inputAnchors: [], inputs },
});

const read = (nodes: readonly object[], wires: readonly (readonly [string, string])[]): readonly Fact[] =>
  readFiles(analyzer, {
    'desk.json': JSON.stringify({
      nodes,
      edges: wires.map(([source, target], index) => ({ id: `${index}`, source, target })),
    }),
  });

describe('Flowise flows', () => {
  it('are not seen in empty, broken or other files', () => {
    expect(readFiles(analyzer, { 'a.json': '' })).toEqual([]);
    expect(readFiles(analyzer, { 'a.json': '{"nodes": [], "edges": []}' })).toEqual([]);
    expect(readFiles(analyzer, { 'a.json': '{"nodes": [{"inputAnchors": [' })).toEqual([]);
  });

  it('have agents with the tools drawn to them (chatflows)', () => {
    const facts = read(
      [
        node('toolAgent', 'Agents', { systemMessage: 'Help.' }),
        node('serpAPI', 'Tools', {}),
        node('requestsGet', 'Tools', { requestsGetUrl: '' }),
      ],
      [
        ['serpAPI_0', 'toolAgent_0'],
        ['requestsGet_0', 'toolAgent_0'],
      ],
    );
    expect(namesOf(facts, 'agent')).toEqual(['toolAgent']);
    expect(namesOf(facts, 'tool')).toEqual(['requestsGet', 'serpAPI']);
    expect(relationsOf(facts, 'uses').filter(line => line.includes('serpAPI'))).toEqual([
      'toolAgent uses serpAPI',
    ]);
    expect(nodeOf(facts, 'serpAPI').symbol).toBe('flowise:serpAPI');
  });

  it('have agents with tools in their inputs (agentflows), asked for where that is set', () => {
    const tool = (human: boolean) =>
      read(
        [
          node('startAgentflow', 'Agent Flows', { startInputType: 'chatInput' }),
          node('agentAgentflow', 'Agent Flows', {
            agentTools: [
              {
                agentSelectedTool: 'slackMCP',
                agentSelectedToolRequiresHumanInput: human,
                agentSelectedToolConfig: { mcpActions: '["slack_post_message"]' },
              },
            ],
          }),
        ],
        [['startAgentflow_0', 'agentAgentflow_0']],
      );
    const open = tool(false);
    expect(namesOf(open, 'agent')).toEqual(['agentAgentflow']);
    const uses = (facts: readonly Fact[]) =>
      facts.flatMap(fact => (fact.fact === 'relation' && fact.kind === 'uses' ? (fact.barriers ?? []) : []));
    expect(uses(open)).toEqual([]);
    expect(uses(tool(true))).toMatchObject([{ mechanism: 'requiresHumanInput' }]);
  });

  it('wait for a person between an agent and a step', () => {
    const facts = read(
      [
        node('startAgentflow', 'Agent Flows', { startInputType: 'chatInput' }),
        node('agentAgentflow', 'Agent Flows', {}),
        node('humanInputAgentflow', 'Agent Flows', {}),
        node('httpAgentflow', 'Agent Flows', { method: 'POST', url: 'https://example.org/hook' }),
      ],
      [
        ['startAgentflow_0', 'agentAgentflow_0'],
        ['agentAgentflow_0', 'humanInputAgentflow_0'],
        ['humanInputAgentflow_0', 'httpAgentflow_0'],
      ],
    );
    expect(barriersAt(facts, 'httpAgentflow')).toContain('humanInputAgentflow 0.8');
  });
});
