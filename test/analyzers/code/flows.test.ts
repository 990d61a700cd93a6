import { describe, expect, it } from 'vitest';
import { analyzers } from '../../../analyzers/index.ts';
import { factsOf, outline } from './outline.ts';

/** Outline of one file read by the named analyzer, steps marked by what they run. */
async function read(id: string, path: string, text: string): Promise<readonly string[]> {
  const analyzer = analyzers.find(item => item.id === id);
  if (!analyzer) throw new Error(`no analyzer ${id}`);
  return outline(await factsOf(analyzer, { [path]: text }));
}

describe('flows of steps', () => {
  it('crewai: start, listen and router', async () => {
    const text = `
from crewai import Agent, Crew, Task
from crewai.flow.flow import Flow, listen, or_, router, start

clerk = Agent(role="Clerk", goal="sort", backstory="")
crew = Crew(agents=[clerk], tasks=[Task(description="sort", agent=clerk)])

class Desk(Flow):
    @start("again")
    def fetch(self):
        return "mail"

    @router(fetch)
    def sort(self):
        crew.kickoff()
        return "post"

    @listen("post")
    def send(self):
        return "sent"

    @listen(or_(fetch, send))
    def note(self):
        return None

class Other:
    @listen("post")
    def no_step(self): ...
`;
    const lines = await read('crewai', 'flow.py', text);
    expect(lines.filter(line => line.includes(' next '))).toEqual([
      'Desk next fetch',
      'fetch next note',
      'fetch next sort',
      'send next note',
      'sort next fetch ?',
      'sort next send ?',
    ]);
    expect(lines).toContain('workflow Desk');
    expect(lines).toContain('sort delegates crew');
    expect(lines.some(line => line.includes('no_step'))).toBe(false);
  });

  it('agent-framework: executors and chains of a builder', async () => {
    const text = `
from agent_framework import Agent, Executor, WorkflowBuilder, WorkflowContext, executor, handler

clerk = Agent(client=None, name="clerk")

class Fetch(Executor):
    @handler
    async def work(self, text: str, ctx: WorkflowContext[str]) -> None:
        await ctx.send_message(text)

class Ask(Executor):
    @handler
    async def work(self, text: str, ctx: WorkflowContext[str]) -> None:
        await clerk.run(text)

@executor(id="send")
async def send(text: str, ctx: WorkflowContext[str]) -> None: ...

fetch = Fetch(id="fetch")
ask = Ask(id="ask")
flow = WorkflowBuilder(start_executor=fetch).add_edge(fetch, clerk).add_chain([clerk, ask, send]).build()
`;
    const lines = await read('agent-framework', 'flow.py', text);
    expect(lines.filter(line => line.includes(' next '))).toEqual([
      'ask next send',
      'clerk next ask',
      'fetch next clerk',
    ]);
    expect(lines).toContain('ask delegates clerk');
    expect(lines.filter(line => line.startsWith('flow uses'))).toHaveLength(4);
  });

  it('llamaindex: steps are joined by the types of events', async () => {
    const text = `
from llama_index.core.agent.workflow import FunctionAgent
from llama_index.core.workflow import Context, Event, StartEvent, StopEvent, Workflow, step

class Found(Event): ...
class Failed(Event): ...

class Search(Workflow):
    @step
    async def look(self, ctx: Context, ev: StartEvent | Failed) -> Found | Failed:
        return Found()

    @step
    async def write(self, ev: Found) -> StopEvent:
        agent = FunctionAgent(name="writer", tools=[])
        await agent.run("x")
        return StopEvent()
`;
    const lines = await read('llamaindex', 'flow.py', text);
    expect(lines.filter(line => line.includes(' next '))).toEqual(['Search next look', 'look next write ?']);
    expect(lines).toContain('write delegates writer');
  });

  it('mastra: steps in order, choices and steps side by side', async () => {
    const text = `
import { Agent } from '@mastra/core/agent';
import { Mastra } from '@mastra/core';
import { createStep, createWorkflow } from '@mastra/core/workflows';
const clerk = new Agent({ name: 'clerk', instructions: '', model: 'm' });
export const mastra = new Mastra({ agents: { clerk } });
const fetchMail = createStep({ id: 'fetch-mail', execute: async () => 'mail' });
const answer = createStep({ id: 'answer', execute: async ({ mastra }) => mastra.getAgent('clerk').generate('x') });
const note = createStep({ id: 'note', execute: async () => clerk.generate('y') });
const file = createStep({ id: 'file', execute: async () => 1 });
const speak = createStep(clerk);
export const desk = createWorkflow({ id: 'desk' })
  .then(fetchMail)
  .branch([[async () => true, answer], [async () => false, note]])
  .parallel([file, speak])
  .commit();
`;
    const lines = await read('mastra', 'flow.ts', text);
    expect(lines.filter(line => line.includes(' next '))).toEqual([
      'answer next clerk',
      'answer next file',
      'desk next fetch-mail',
      'fetch-mail next answer ?',
      'fetch-mail next note ?',
      'note next clerk',
      'note next file',
    ]);
    expect(lines).toContain('note delegates clerk');
    expect(lines).toContain('workflow desk');
  });
});
