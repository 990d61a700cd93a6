import { describe, expect, it } from 'vitest';
import { read, targets } from './read.ts';

const agent = (filter: string, middleware: string): string => `
from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware
from langchain.tools import tool
@tool
def look(key: str) -> str: ...
@tool
def wipe(key: str) -> str: ...
OFF = frozenset({"wipe"})
class Hide(AgentMiddleware):
    def __init__(self, *, names):
        self.names = names
    def wrap_model_call(self, request, handler):
${filter}
desk = create_agent("m", tools=[look, wipe], middleware=${middleware})
`;
const always = `        kept = [t for t in request.tools if t.name not in self.names]
        return handler(request.override(tools=kept))`;

describe('middleware that hides tools from the model', () => {
  it('takes named tools away where it always runs', async () => {
    const facts = await read({ 'a.py': agent(always, '[Hide(names=OFF)]') });
    expect(targets(facts, 'desk', 'uses')).toEqual(['look', 'm']);
    expect(facts.filter(({ fact }) => fact === 'gap')).toEqual([]);
  });

  it('takes them away too where it tells whether any was there', async () => {
    const told = `        kept = [t for t in request.tools if t.name not in self.names]
        if len(kept) == len(request.tools):
            return handler(request)
        return handler(request.override(tools=kept))`;
    const facts = await read({ 'a.py': agent(told, '[Hide(names=OFF)]') });
    expect(targets(facts, 'desk', 'uses')).toEqual(['look', 'm']);
  });

  it('keeps only named tools', async () => {
    const keeping = always.replace('not in', 'in');
    const facts = await read({ 'a.py': agent(keeping, '[Hide(names={"look"})]') });
    expect(targets(facts, 'desk', 'uses')).toEqual(['look', 'm']);
  });

  it('is a gap, and no tool is gone, where it hides them at times', async () => {
    const mode = `        if not request.state.get("plan"):
            return handler(request)
${always}`;
    const equal = mode.replace('not request.state.get("plan")', 'request.state.get("mode") == "write"');
    for (const text of [
      agent(mode, '[Hide(names=OFF)]'),
      agent(equal, '[Hide(names=OFF)]'),
      agent(always, '[Hide(names=OFF)] if __debug__ else []'),
      agent(always, '[Hide(names=load())]'),
    ]) {
      const facts = await read({ 'a.py': text });
      expect(targets(facts, 'desk', 'uses')).toEqual(['look', 'm', 'wipe']);
      expect(facts.flatMap(fact => (fact.fact === 'gap' ? [fact.detail] : []))).toEqual([
        expect.stringContaining('hides tools'),
      ]);
    }
  });

  it('reads the same in TypeScript', async () => {
    const facts = await read({
      'a.ts': `
import { createAgent, createMiddleware, tool } from 'langchain';
const look = tool(async () => '', { name: 'look' });
const wipe = tool(async () => '', { name: 'wipe' });
const off = new Set(['wipe']);
const hide = createMiddleware({ name: 'hide', wrapModelCall: (request, handler) => {
  const tools = request.tools.filter(t => !off.has(t.name));
  return handler({ ...request, tools });
} });
export const desk = createAgent({ model: 'm', tools: [look, wipe], middleware: [hide] });
`,
    });
    expect(targets(facts, 'desk', 'uses')).toEqual(['look', 'm']);
  });
});
