import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/n8n/index.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { barriersAt, labelsOf, namesOf, nodeOf, readFiles, relationsOf } from '../read-files.ts';

interface Part {
  readonly name: string;
  readonly type: string;
  readonly parameters?: object;
  readonly credentials?: object;
  readonly disabled?: boolean;
}

const agent: Part = {
  name: 'Desk',
  type: '@n8n/n8n-nodes-langchain.agent',
  parameters: { text: '={{ $json.text }}' },
};
const wire = (kind: string, to = 'Desk') => ({ [kind]: [[{ node: to, type: kind, index: 0 }]] });

function read(parts: readonly Part[], connections: object): readonly Fact[] {
  const nodes = parts.map((part, index) => ({
    id: `${index}`,
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
    ...part,
  }));
  return readFiles(analyzer, { 'flow.json': JSON.stringify({ id: 'w1', name: 'Flow', nodes, connections }) });
}

describe('n8n workflows', () => {
  it('are not seen in empty, broken or other files', () => {
    expect(readFiles(analyzer, { 'a.json': '' })).toEqual([]);
    expect(readFiles(analyzer, { 'a.json': '{"nodes": [], "connections": {}}' })).toEqual([]);
    const broken = readFiles(analyzer, {
      'a.json': '{"nodes": [{"type": "n8n-nodes-base.gmail"}], "connections": {',
    });
    expect(broken.filter(fact => fact.fact === 'gap')).not.toEqual([]);
  });

  it('have agents with tools, whose model-chosen parameters are known', () => {
    const facts = read(
      [
        agent,
        {
          name: 'Send it',
          type: 'n8n-nodes-base.gmailTool',
          parameters: {
            operation: 'send',
            sendTo: "={{ $fromAI('to', 'who gets it') }}",
            subject: 'Hello',
            message: "={{ $fromAI('text') }}",
          },
          credentials: { gmailOAuth2: { id: '7', name: 'Desk mailbox' } },
        },
      ],
      { 'Send it': wire('ai_tool') },
    );
    expect(namesOf(facts, 'agent')).toEqual(['Desk']);
    expect(nodeOf(facts, 'Send_it')).toMatchObject({
      kind: 'tool',
      symbol: 'n8n:n8n-nodes-base.gmailTool(send)',
      parameters: [{ name: 'text' }, { name: 'to', description: 'who gets it' }],
    });
    expect(relationsOf(facts, 'uses')).toContain('Desk uses Send_it');
    expect(namesOf(facts, 'identity')).toEqual(['Desk mailbox']);
    expect(relationsOf(facts, 'authenticates-as')).toEqual(['Send_it authenticates-as Desk mailbox']);
  });

  it('bring text of strangers through triggers', () => {
    const facts = read([{ name: 'New mail', type: 'n8n-nodes-base.gmailTrigger' }, agent], {
      'New mail': wire('main'),
    });
    expect(namesOf(facts, 'trigger')).toEqual(['New mail']);
    expect(relationsOf(facts, 'triggers')).toContain('New mail triggers Desk');
    const trigger = nodeOf(facts, 'New mail');
    expect(trigger.symbol ?? labelsOf(facts, 'New mail')).toBeTruthy();
  });

  it('leave switched-off nodes out', () => {
    const facts = read(
      [agent, { name: 'Shell', type: 'n8n-nodes-base.executeCommandTool', disabled: true }],
      { Shell: wire('ai_tool') },
    );
    expect(namesOf(facts, 'tool')).toEqual([]);
  });

  it('wait for a person at sendAndWait and before human review', () => {
    const waits = read(
      [
        agent,
        { name: 'Ask', type: 'n8n-nodes-base.slack', parameters: { operation: 'sendAndWait' } },
        {
          name: 'Post',
          type: 'n8n-nodes-base.httpRequest',
          parameters: { method: 'POST', url: 'https://example.org/x', jsonBody: '={{ $json.output }}' },
        },
      ],
      { Desk: wire('main', 'Ask'), Ask: wire('main', 'Post') },
    );
    expect(namesOf(waits, 'gate').length + barriersAt(waits, 'Post').length).toBeGreaterThan(0);
  });

  it('call sub-workflows, the same file among them', () => {
    const facts = read(
      [
        agent,
        {
          name: 'Look up',
          type: '@n8n/n8n-nodes-langchain.toolWorkflow',
          parameters: { name: 'look_up', workflowId: '={{ $workflow.id }}' },
        },
        { name: 'Start', type: 'n8n-nodes-base.executeWorkflowTrigger' },
        { name: 'Rows', type: 'n8n-nodes-base.postgres', parameters: { operation: 'select' } },
      ],
      { 'Look up': wire('ai_tool'), Start: wire('main', 'Rows') },
    );
    expect(relationsOf(facts, 'delegates')).toEqual(['look_up delegates Flow']);
    expect(namesOf(facts, 'tool')).toContain('Rows');
  });
});
