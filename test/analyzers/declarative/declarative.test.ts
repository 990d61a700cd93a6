import { describe, expect, it } from 'vitest';
import { analyzer as agentFramework } from '../../../analyzers/agent-framework/index.ts';
import { analyzer as semanticKernel } from '../../../analyzers/semantic-kernel/index.ts';
import { factsOf, outline } from '../code/outline.ts';

const clerk = `
kind: Prompt
name: Clerk
description: Answers mail.
instructions: Answer.
tools:
  - kind: mcp
    name: pages
    url: https://pages.example.com/mcp
    approvalMode:
      kind: always
    allowedTools: [find_page]
  - kind: web_search
  - kind: function
    name: post_note
    parameters:
      properties:
        text: { kind: string, required: true }
  - kind: teleport
`;
const flow = `
kind: Workflow
trigger:
  kind: OnConversationStart
  id: desk
  actions:
    - kind: SetVariable
      id: set
      value: 1
    - kind: InvokeAzureAgent
      id: ask
      agent: { name: Clerk }
    - kind: ConditionGroup
      id: which
      conditions:
        - condition: =Local.Open
          actions:
            - kind: HttpRequestAction
              id: send
              method: POST
              url: https://hooks.example.com/x
      elseActions:
        - kind: Question
          id: confirm
    - kind: InvokeMcpTool
      id: look
      serverUrl: https://pages.example.com/mcp
      serverLabel: pages
      toolName: find_page
      requireApproval: true
`;

describe('Agent Framework in YAML', () => {
  it('agents with tools, servers and approval', async () => {
    expect(outline(await factsOf(agentFramework, { 'clerk.yaml': clerk }))).toEqual([
      'Clerk uses pages !approvalMode 0.8',
      'Clerk uses post_note',
      'Clerk uses web_search',
      'agent Clerk',
      'gap unsupported',
      'mcp-server pages [url:pages.example.com/mcp]',
      'tool post_note',
      'tool web_search (agent_framework.HostedWebSearchTool)',
    ]);
  });

  it('workflows in order, with choices, requests and people', async () => {
    const facts = await factsOf(agentFramework, { 'flow.yaml': flow, 'clerk.yaml': clerk });
    expect(outline(facts).filter(line => line.includes(' next '))).toEqual([
      'Clerk next confirm ?',
      'Clerk next pages !requireApproval 0.8 ?',
      'Clerk next send ?',
      'confirm next pages !requireApproval 0.8 ?',
      'desk next Clerk',
      'send next pages !requireApproval 0.8 ?',
    ]);
    const send = facts.find(fact => fact.fact === 'node' && fact.name === 'send');
    expect(send?.fact === 'node' && send.labels?.map(label => label.label)).toEqual([
      'untrusted-input',
      'external-sink',
    ]);
  });

  it('nothing in foreign, empty and broken files', async () => {
    for (const text of ['', 'kind: Deployment\n', 'kind: Prompt\n', 'kind: Workflow\nsteps: []\n'])
      expect(await factsOf(agentFramework, { 'a.yaml': text })).toEqual([]);
    expect(
      outline(
        await factsOf(agentFramework, { 'a.yaml': 'kind: Prompt\nname: A\nmodel: { id: x }\ntools: [\n' }),
      ),
    ).toContain('gap syntax-error');
  });
});

describe('Semantic Kernel in YAML', () => {
  const spec = `
type: openai_assistant
name: Host
tools:
  - id: Menu.get_price
    type: function
  - id: Menu.gone
    type: function
  - type: file_search
`;
  const code = `
from semantic_kernel import Kernel
from semantic_kernel.agents import AgentRegistry
from semantic_kernel.functions import kernel_function

class Menu:
    @kernel_function
    def get_price(self, item: str) -> str:
        return item

TEXT = "type: chat_completion_agent"
kernel = Kernel()
kernel.add_plugin(Menu(), plugin_name="Menu")
waiter = AgentRegistry.create_from_yaml(TEXT, kernel=kernel)
`;

  it('agents get the functions they name', async () => {
    expect(outline(await factsOf(semanticKernel, { 'host.yaml': spec, 'main.py': code }))).toEqual([
      'Host uses file_search',
      'Host uses get_price',
      'agent Host',
      'agent waiter',
      'gap unknown-tools',
      'tool file_search (openai:file_search)',
      'tool get_price',
      'waiter uses get_price',
    ]);
  });

  it('nothing in foreign files', async () => {
    expect(await factsOf(semanticKernel, { 'a.yaml': 'type: object\n', 'b.yml': '' })).toEqual([]);
  });
});
