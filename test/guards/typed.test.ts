import { beforeAll, describe, expect, it } from 'vitest';
import { openTrifectas, scanInline } from './scan-inline.ts';

/** The first scan loads every analyzer. */
beforeAll(async () => void (await scanInline({})), 120_000);

const pydantic = (form: string) => `import os
from typing import Literal

import httpx
from pydantic import BaseModel
from pydantic_ai import Agent



class Verdict(BaseModel):
    kind: Literal["question", "complaint"]
    urgent: bool


class Summary(BaseModel):
    kind: Literal["question", "complaint"]
    text: str


reader = Agent("openai:gpt-5", output_type=${form})
desk = Agent("openai:gpt-5")


@reader.tool_plain
def read_ticket(number: int) -> str:
    """Read a ticket."""
    return httpx.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


@desk.tool_plain
async def sort_ticket(number: int) -> str:
    """Sort a ticket."""
    return (await reader.run(f"Sort ticket {number}")).output


@desk.tool_plain
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@desk.tool_plain
def notify(url: str, text: str) -> str:
    """Notify a system."""
    httpx.post(url, json={"text": text})
    return "done"
`;

const adk = (form: string) => `import os

import requests
from google.adk.agents import LlmAgent
from google.adk.tools.agent_tool import AgentTool
from pydantic import BaseModel


class Verdict(BaseModel):
    number: int
    urgent: bool


class Summary(BaseModel):
    text: str


def read_ticket(number: int) -> str:
    """Read a ticket."""
    return requests.get(f"https://acme.zendesk.com/api/v2/tickets/{number}.json").text


def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


def notify(url: str, text: str) -> str:
    """Notify a system."""
    requests.post(url, json={"text": text})
    return "done"


reader = LlmAgent(name="reader", model="gemini-2.5-pro", tools=[read_ticket]${form})
root_agent = LlmAgent(name="desk", model="gemini-2.5-pro", tools=[AgentTool(agent=reader), read_secret, notify])
`;

describe('an agent that can only answer with checked values passes no instruction on', () => {
  it.each([
    ['text', pydantic('str'), true],
    ['a record with text', pydantic('Summary'), true],
    ['a record of words and truth values', pydantic('Verdict'), false],
    ['one of two words', pydantic('Literal["a", "b"]'), false],
    ['a number', pydantic('int'), false],
  ])('PydanticAI: %s', async (_, text, loud) => {
    const ways = openTrifectas(await scanInline({ 'desk.py': text }));
    expect(ways).toEqual(loud ? ['read_ticket + read_secret > notify'] : []);
  });

  it.each([
    ['text', adk(''), true],
    ['a record with text', adk(', output_schema=Summary'), true],
    ['a record of numbers and truth values', adk(', output_schema=Verdict'), false],
  ])('Google ADK: %s', async (_, text, loud) => {
    const ways = openTrifectas(await scanInline({ 'desk.py': text }));
    expect(ways).toEqual(loud ? ['read_ticket + read_secret > notify'] : []);
  });
});

describe('a variable of the environment whose name the model writes', () => {
  const agent = (body: string) => ({
    'a.ts': `import { ToolLoopAgent, tool } from 'ai';
import { z } from 'zod';
const look = tool({ description: 'Look it up', inputSchema: z.object({ name: z.string() }), execute: async ({ name }) => ${body} });
export const desk = new ToolLoopAgent({ model: 'openai/gpt-5', tools: { look } });
`,
  });
  const kinds = async (body: string) =>
    (await scanInline(agent(body))).nodes.flatMap(node => node.labels.map(label => label.kind));

  it('is a secret; one that the program names is its own setting', async () => {
    expect(await kinds('process.env[name]')).toEqual(['secret']);
    expect(await kinds('process.env.HOME + name')).toEqual([]);
  });
});
