import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/google-adk/index.ts';
import { factsOf } from '../code/outline.ts';

/** Gates as `mechanism credit agent`. */
async function gates(callback: string, rest: string): Promise<readonly string[]> {
  const facts = await factsOf(analyzer, {
    'desk.py': `
from google.adk.agents import LlmAgent
from google.adk.apps import App
from google.adk.plugins import BasePlugin
from google.adk.runners import InMemoryRunner
from google.adk.tools import AgentTool

def send(to): return to

class Guard(BasePlugin):
${callback}

helper = LlmAgent(name="helper", tools=[send])
clerk = LlmAgent(name="clerk", tools=[AgentTool(agent=helper)])
other = LlmAgent(name="other", tools=[send])
${rest}
`,
  });
  const names = new Map(
    facts.flatMap(fact => (fact.fact === 'node' ? [[fact.ref, fact.name] as const] : [])),
  );
  return facts
    .flatMap(fact =>
      fact.fact === 'gate' && fact.barrier.kind === 'gate'
        ? [`${fact.name} ${fact.barrier.credit} ${names.get(fact.scope ?? '')}`]
        : [],
    )
    .sort();
}

const refusing = `    async def before_tool_callback(self, *, tool, tool_args, tool_context):
        if tool.name == "send":
            return {"error": "not allowed"}
        return None`;

describe('plugins of ADK', () => {
  it('are asked before the tools of every agent in the app, of no other', async () => {
    expect(await gates(refusing, 'app = App(name="desk", root_agent=clerk, plugins=[Guard()])')).toEqual([
      'plugin before_tool_callback 0.3 clerk',
      'plugin before_tool_callback 0.3 helper',
    ]);
    expect(await gates(refusing, 'runner = InMemoryRunner(agent=other, plugins=[Guard()])')).toEqual([
      'plugin before_tool_callback 0.3 other',
    ]);
  });

  it('are worth nothing when they only look on', async () => {
    const looking = `    async def before_tool_callback(self, *, tool, tool_args, tool_context):
        print(tool.name)`;
    expect(await gates(looking, 'app = App(name="desk", root_agent=other, plugins=[Guard()])')).toEqual([
      'plugin before_tool_callback 0 other',
    ]);
  });

  it('are no gate without the callback or without a runner', async () => {
    expect(
      await gates(
        '    async def after_tool_callback(self, **given): pass',
        'App(name="d", root_agent=other, plugins=[Guard()])',
      ),
    ).toEqual([]);
    expect(await gates(refusing, '')).toEqual([]);
  });
});
