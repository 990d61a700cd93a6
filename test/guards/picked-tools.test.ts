import { beforeAll, describe, expect, it } from 'vitest';
import { openTrifectas, scanInline } from './scan-inline.ts';

/** The first scan loads every analyzer. */
beforeAll(async () => void (await scanInline({})), 120_000);

const mailbox = (choice: string) => `from llama_index.core.agent.workflow import FunctionAgent
from llama_index.llms.openai import OpenAI
from llama_index.tools.google import GmailToolSpec

agent = FunctionAgent(
    name="clerk",
    tools=GmailToolSpec().to_tool_list(${choice}),
    llm=OpenAI(model="gpt-5"),
)
`;

describe('an agent that takes some functions of a tool spec', () => {
  it.each([
    ['all of them', '', true],
    ['reading alone, by place', '["load_data", "search_messages"]', false],
    ['reading alone, by name', 'spec_functions=["load_data"]', false],
    ['sending too', '["load_data", "send_draft"]', true],
    ['a choice that is not known', 'spec_functions=wanted()', true],
  ])('%s', async (_, choice, loud) => {
    const report = await scanInline({ 'clerk.py': mailbox(choice) });
    expect(openTrifectas(report)).toEqual(loud ? ['GmailToolSpec + GmailToolSpec > GmailToolSpec'] : []);
  });
});
