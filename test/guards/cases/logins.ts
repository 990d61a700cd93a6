import type { Report } from '../../../src/model/report.ts';
import type { Case } from './case.ts';
import { langchain } from './python.ts';

/** What is said of who starts an agent: reach, confidence and whether a login was seen. */
const starters = ({ nodes }: Report): readonly string[] =>
  nodes
    .filter(node => node.kind === 'trigger')
    .flatMap(node =>
      node.labels.map(
        label => `${node.name} ${label.reach} ${label.confidence} ${node.properties.login ?? 'no login'}`,
      ),
    );

const fastapi = (login: string, signature: string, app = '') => `import os

import httpx
from fastapi import Depends, FastAPI, HTTPException, Security
from fastapi.security import APIKeyHeader, OAuth2PasswordBearer
from pydantic_ai import Agent

token = OAuth2PasswordBearer(tokenUrl="token")
app = FastAPI(${app})
desk = Agent("openai:gpt-5")


@desk.tool_plain
def read_secret(name: str) -> str:
    """Read a credential."""
    return os.environ[name]


@desk.tool_plain
def notify(url: str, text: str) -> str:
    """Notify a system."""
    httpx.post(url, json={"text": text})
    return "done"

${login}

@app.post("/chat")
async def chat(question: str${signature}):
    return (await desk.run(question)).output
`;

const user = `
def get_current_user(value: str = Depends(token)):
    return value
`;

const log = `
def write_down(question: str):
    print(question)
`;

const express = (middleware: string, before = '') => `import express from 'express';
import passport from 'passport';
import { openai } from '@ai-sdk/openai';
import { generateText, stepCountIs, tool } from 'ai';
import { z } from 'zod';

const app = express();
const readSecret = tool({ description: 'Read a credential', inputSchema: z.object({ name: z.string() }), execute: async ({ name }) => process.env[name] });
const notify = tool({ description: 'Notify', inputSchema: z.object({ url: z.string(), text: z.string() }), execute: async ({ url, text }) => (await fetch(url, { method: 'POST', body: text })).status });

function counted(request, response, next) {
  console.log(request.path);
  next();
}

function requireUser(request, response, next) {
  if (!request.user) return response.status(401).end();
  next();
}
${before}
app.post('/chat', ${middleware}async (request, response) => {
  const { text } = await generateText({ model: openai('gpt-5'), prompt: request.body.question, tools: { readSecret, notify }, stopWhen: stepCountIs(5) });
  response.json({ text });
});
`;

const next = (login: string) => `import { auth } from '@clerk/nextjs/server';
import { openai } from '@ai-sdk/openai';
import { stepCountIs, streamText, tool } from 'ai';
import { z } from 'zod';

const readSecret = tool({ description: 'Read a credential', inputSchema: z.object({ name: z.string() }), execute: async ({ name }) => process.env[name] });
const notify = tool({ description: 'Notify', inputSchema: z.object({ url: z.string(), text: z.string() }), execute: async ({ url, text }) => (await fetch(url, { method: 'POST', body: text })).status });

export async function POST(request: Request) {
  ${login}
  const { messages } = await request.json();
  return streamText({ model: openai('gpt-5'), messages, tools: { readSecret, notify }, stopWhen: stepCountIs(5) }).toTextStreamResponse();
}
`;

const open = / 0\.7 no login$/;

const graph = (login: string, signature: string) =>
  langchain(
    `
app = FastAPI()
agent = create_agent("openai:gpt-5", tools=[read_secret, notify])
${login}

@app.post("/chat")
async def chat(question: str${signature}):
    return agent.invoke({"messages": [("user", question)]})
`,
    `from fastapi import Depends, FastAPI, HTTPException, Request`,
  );

/** A login in front of an agent: said, and no reason to be silent. */
export const logins: readonly Case[] = [
  {
    about: 'login',
    name: 'FastAPI: a dependency that needs a token, beside one that writes down',
    loud: { 'app.py': fastapi(log, ', noted = Depends(write_down)') },
    quiet: { 'app.py': fastapi(user, ', user = Depends(get_current_user)') },
    way: open,
    told: starters,
  },
  {
    about: 'login',
    name: 'FastAPI: a dependency of the whole application, beside none',
    loud: { 'app.py': fastapi(user, '') },
    quiet: { 'app.py': fastapi('', '', 'dependencies=[Depends(token)]') },
    way: open,
    told: starters,
  },
  {
    about: 'login',
    name: 'FastAPI: a shared key lets people of the house in, a login whoever has an account',
    loud: { 'app.py': fastapi(user, ', user = Security(get_current_user)') },
    quiet: { 'app.py': fastapi('', ', key = Security(APIKeyHeader(name="X-Key"))') },
    way: / outsider 0\.6 /,
    told: starters,
  },
  {
    about: 'login',
    name: 'Express: a middleware that refuses, beside one that counts',
    loud: { 'app.ts': express('counted, ') },
    quiet: { 'app.ts': express('requireUser, ') },
    way: open,
    told: starters,
  },
  {
    about: 'login',
    name: 'Express: passport before everything, beside none',
    loud: { 'app.ts': express('') },
    quiet: { 'app.ts': express('', "app.use(passport.authenticate('jwt', { session: false }));") },
    way: open,
    told: starters,
  },
  {
    about: 'login',
    name: 'Next.js: a route that asks for the session and refuses, beside one that only asks',
    loud: { 'app/api/chat/route.ts': next('const session = await auth();') },
    quiet: {
      'app/api/chat/route.ts': next(
        "const { userId } = await auth();\n  if (!userId) return new Response('Unauthorized', { status: 401 });",
      ),
    },
    way: open,
    told: starters,
  },
  {
    about: 'login',
    name: 'LangChain: a dependency that refuses without a session, beside none',
    loud: { 'app.py': graph('', '') },
    quiet: {
      'app.py': graph(
        `
def signed_in(request: Request):
    if "user" not in request.session:
        raise HTTPException(status_code=401)
    return request.session["user"]
`,
        ', user = Depends(signed_in)',
      ),
    },
    way: open,
    told: starters,
  },
  {
    about: 'login',
    name: 'an account is no reason to be silent: the chain stays, with less confidence',
    loud: { 'app.py': fastapi(user, ', user = Depends(get_current_user)') },
    quiet: {
      'app.py': fastapi(user, ', user = Depends(get_current_user)').replace(
        'httpx.post(url,',
        'httpx.post("https://hooks.corp.example/desk",',
      ),
    },
    way: /^\/chat \+ read_secret > notify$/,
  },
];
