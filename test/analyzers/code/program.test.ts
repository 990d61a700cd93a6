import { describe, expect, it } from 'vitest';
import { analyzer as agno } from '../../../analyzers/agno/index.ts';
import { analyzer as aiSdk } from '../../../analyzers/ai-sdk/index.ts';
import { analyzer as pydanticAi } from '../../../analyzers/pydantic-ai/index.ts';
import { factsOf, outline } from './outline.ts';

describe('programs around agents', () => {
  it('start an agent from a request, fetch its text and post its answer (PydanticAI)', async () => {
    const lines = outline(
      await factsOf(pydanticAi, {
        'app.py': `
import requests
from fastapi import FastAPI
from pydantic_ai import Agent

app = FastAPI()
desk = Agent('openai:gpt-5', name='desk')

@app.post('/hook')
async def hook(body: dict):
    page = requests.get(body['url']).text
    result = await desk.run(f'Sum up {page}')
    requests.post('https://hooks.example.org/in', json={'text': result.output})
    print(result.output)
    return {'ok': True}
`,
      }),
    );
    expect(lines).toEqual([
      '/hook triggers desk',
      'agent desk',
      'desk uses post',
      'get instructs desk',
      'tool get (requests.get)',
      'tool post (requests.post)',
      'trigger /hook',
    ]);
  });

  it('name a request by its whole path, or by its function where the path is empty', async () => {
    const lines = outline(
      await factsOf(pydanticAi, {
        'app.py': `
from fastapi import APIRouter
from pydantic_ai import Agent

tickets = APIRouter(prefix='/tickets')
bare = APIRouter()
desk = Agent('openai:gpt-5', name='desk')

@tickets.post('/new')
async def open_ticket(body: dict):
    return await desk.run(body['text'])

@bare.post('')
async def ask(body: dict):
    return await desk.run(body['text'])
`,
      }),
    );
    expect(lines.filter(line => line.startsWith('trigger '))).toEqual([
      'trigger /tickets/new',
      'trigger ask',
    ]);
  });

  it('answer in the chat a message came from (Agno)', async () => {
    const facts = await factsOf(agno, {
      'bot.py': `
from slack_bolt import App
from agno.agent import Agent

app = App()
helper = Agent(name='helper')

@app.event('message')
def on_message(event, say):
    answer = helper.run(event['text'])
    say(answer.content)
`,
    });
    const lines = outline(facts);
    expect(lines).toContain('message triggers helper');
    expect(lines).toContain('helper uses say');
    expect(facts.find(fact => fact.fact === 'node' && fact.name === 'say')).toMatchObject({
      labels: [{ label: 'external-sink', kind: 'chat' }],
      properties: { called: 'by-program' },
    });
    expect(facts.find(fact => fact.fact === 'node' && fact.kind === 'trigger')).toMatchObject({
      labels: [{ label: 'untrusted-input', kind: 'chat' }],
    });
  });

  it('add nothing where the answer is only shown', async () => {
    const lines = outline(
      await factsOf(agno, {
        'main.py': `
from agno.agent import Agent
helper = Agent(name='helper')
def main():
    answer = helper.run('Say hello')
    print(answer.content)
`,
      }),
    );
    expect(lines).toEqual(['agent helper']);
  });

  it('are started by chats, pages and hooks in other words', async () => {
    const facts = await factsOf(aiSdk, {
      'package.json': '{"dependencies": {"ai": "^5", "@slack/bolt": "^4"}}',
      'bot.ts': `
import { App } from '@slack/bolt';
import { generateText, tool } from 'ai';
const app = new App({});
app.event('app_mention', async ({ event, say }) => {
  const answer = await generateText({ model: 'x', prompt: event.text, tools: { look: tool({ description: 'Looks', execute: async () => 1 }) } });
  await say(answer.text);
});
`,
    });
    const lines = outline(facts);
    expect(lines.filter(line => line.includes('triggers'))).toHaveLength(1);
    expect(lines.some(line => / uses say$/.test(line))).toBe(true);
  });

  it('know by the path who writes to it', async () => {
    const kinds = async (path: string) => {
      const facts = await factsOf(pydanticAi, {
        'app.py': `
from flask import Flask, request
from pydantic_ai import Agent
app = Flask(__name__)
desk = Agent('openai:gpt-5', name='desk')
@app.route('${path}')
def handle():
    return desk.run_sync(request.json['text']).output
`,
      });
      return facts.flatMap(fact =>
        fact.fact === 'node' && fact.kind === 'trigger' ? (fact.labels ?? []).map(({ kind }) => kind) : [],
      );
    };
    expect(await kinds('/ask')).toEqual(['user']);
    expect(await kinds('/github/webhook')).toEqual(['issue']);
    expect(await kinds('/inbound-mail')).toEqual(['email']);
    expect(await kinds('/hooks/x')).toEqual(['trigger']);
  });
});
