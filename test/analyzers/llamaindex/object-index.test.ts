import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/llamaindex/index.ts';
import { factsOf, outline } from '../code/outline.ts';

describe('an index over tools', () => {
  it('gives the agent with its retriever every tool in it', async () => {
    const text = `
from llama_index.core.agent.workflow import FunctionAgent
from llama_index.core.objects import ObjectIndex
from llama_index.core.tools import FunctionTool

def find(key): return key
def mail(to): return to

shelf = ObjectIndex.from_objects([FunctionTool.from_defaults(fn=find), FunctionTool.from_defaults(fn=mail)])
clerk = FunctionAgent(name="clerk", tool_retriever=shelf.as_retriever(similarity_top_k=2))
`;
    expect(outline(await factsOf(analyzer, { 'desk.py': text }))).toEqual([
      'agent clerk',
      'clerk uses find',
      'clerk uses mail',
      'tool find',
      'tool mail',
    ]);
  });
});
