import type { Fact, NodeFact, Ref } from '../../../src/model/fact.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue, Value } from '../../../src/resolve/value.ts';
import { relate, sink } from '../facts.ts';
import { callsUnder } from './bodies.ts';
import { enclosingFunction } from './enclosing.ts';
import { handlersOf, type WebHandler } from './entries.ts';

/** A call that runs an agent. */
export interface RunCall {
  readonly call: InstanceValue;
  readonly agent: Ref;
}

/** Words of calls that bring text in, and of calls that carry text out; the catalog decides what they really do. */
const bringsIn =
  /^(?:get|fetch|read|list|search|recv|receive|load|download|query|poll|scrape|pop|consume|extract|request|urlopen|parse|find|select)/i;
const carriesOut =
  /^(?:post|put|send|publish|create|reply|respond|upload|write|comment|notify|say|tweet|request|urlopen|patch|push|add|answer|message|chat)/i;

/** Packages whose calls leave the program. A dictionary has a `get`, too. */
const outside =
  /^(?:requests|httpx|aiohttp|urllib3?|urllib\.request|imaplib|poplib|smtplib|aiosmtplib|aioimaplib|imap_tools|exchangelib|googleapiclient|gspread|slack_sdk|slack_bolt|discord|telegram|aiogram|telebot|twilio|sendgrid|resend|praw|tweepy|feedparser|boto3|aioboto3|psycopg2?|asyncpg|sqlite3|sqlalchemy|pymysql|pymongo|motor|redis|github|gitlab|jira|atlassian|notion_client|stripe|simple_salesforce|hubspot|zenpy|playwright|selenium|firecrawl|exa_py|tavily|azure|google\.cloud|pika|kafka|confluent_kafka|nats|msgraph|O365|supabase|pinecone|weaviate|chromadb|qdrant_client|newspaper|trafilatura|yfinance|arxiv|wikipedia)\b|^(?:axios|got|node-fetch|undici|ky|superagent|@slack\/[\w-]+|@octokit\/[\w-]+|octokit|googleapis|@googleapis\/[\w-]+|nodemailer|resend|@sendgrid\/mail|twilio|discord\.js|telegraf|grammy|imapflow|pg|mysql2|mongodb|mongoose|redis|ioredis|@aws-sdk\/[\w-]+|@notionhq\/client|jira\.js|stripe|twitter-api-v2|rss-parser|playwright|puppeteer|@supabase\/supabase-js|@mendable\/firecrawl-js|exa-js|@tavily\/core)(?:[#/]|$)|^globalThis\.fetch$/;

/** Calls that only show, log or reshape. */
const harmless =
  /^(?:builtins\.(?!open)|json\.|logging\.|pprint\.|rich\.|globalThis\.(?:console|JSON|String|Object|Array|Promise)|console|str\b|text\(\)|list\(\)|record\(\))/;

/**
 * What the program around an agent does by itself: it fetches the text that it gives to a run, and it sends on what
 * the run answers. Neither is a tool that the model chose to call.
 */
export function tellProgram(project: Project, framework: string, runs: readonly RunCall[]): readonly Fact[] {
  if (runs.length === 0) return [];
  const chats = handlersOf(project).filter(handler => handler.type === 'chat');
  return runs.flatMap(run => [
    ...inputs(project, framework, run),
    ...outputs(project, framework, run, chats),
  ]);
}

/** Calls among the arguments of a run whose result is text from somewhere. */
function inputs(project: Project, framework: string, { call, agent }: RunCall): readonly Fact[] {
  const found = new Map<string, InstanceValue>();
  for (const value of argumentsOf(call)) {
    walk(value, item => {
      if (item.kind === 'instance' && placeOf(item.id) !== placeOf(call.id) && isFetch(item))
        found.set(placeOf(item.id), item);
    });
  }
  return [...found.values()].flatMap((item): readonly Fact[] => {
    const node = nodeOf(project, framework, item, 'input');
    return [node, relate('instructs', node.ref, agent, item.at)];
  });
}

/** A call that fetches; taking a part out of what was fetched (`answer.get('text')`) is none. */
const isFetch = (item: InstanceValue): boolean =>
  !(item.receiver?.kind === 'instance' && isFetch(item.receiver)) &&
  outside.test(item.symbol) &&
  // `Consumer(…)` makes what fetches.
  (!/^[A-Z]/.test(lastWord(item.symbol)) || !/[a-z]Consumer$|^Consumer$/.test(lastWord(item.symbol))) &&
  bringsIn.test(lastWord(item.symbol));

/** Later calls of the same function that are given the answer. */
function outputs(
  project: Project,
  framework: string,
  { call, agent }: RunCall,
  chats: readonly WebHandler[],
): readonly Fact[] {
  const fn = enclosingFunction(project, call.at) ?? holderOf(project, chats, call);
  if (!fn) return [];
  const chat = chats.find(handler => contains(project, handler.fn, call));
  return project.callsIn(fn).flatMap((later): readonly Fact[] => {
    if (placeOf(later.id) === placeOf(call.id) || !takes(later, call)) return [];
    const word = lastWord(later.symbol);
    // What a message handler is handed (`say`, `message.reply`) has no package to know it by.
    const isAnswer = chat !== undefined && later.symbol.startsWith('?') && carriesOut.test(word);
    const reaches = later.callee
      ? sendsOn(project, later.callee)
      : outside.test(later.symbol) && carriesOut.test(word);
    if ((!reaches && !isAnswer) || harmless.test(later.symbol)) return [];
    const node = nodeOf(project, framework, later, 'output');
    const labels = isAnswer ? [answers(later)] : [];
    return [
      { ...node, ...(labels.length > 0 && { labels }) },
      relate('uses', agent, node.ref, later.at, { properties: { returns: false } }),
    ];
  });
}

/** The handler a run is written in, where it is an inner function that no name leads to. */
function holderOf(
  project: Project,
  handlers: readonly WebHandler[],
  call: InstanceValue,
): FunctionValue | undefined {
  return handlers.find(handler => contains(project, handler.fn, call))?.fn;
}

const contains = (project: Project, fn: FunctionValue, call: InstanceValue): boolean =>
  project.callsIn(fn).some(item => placeOf(item.id) === placeOf(call.id));

const answers = (call: InstanceValue) =>
  sink('chat', 'bound', 'free-text', {
    detail: 'The answer of the agent is written into the conversation the message came from.',
    at: call.at,
    confidence: 0.8,
  });

/** A project function that sends something, itself or through what it calls. */
function sendsOn(project: Project, fn: FunctionValue): boolean {
  return callsUnder(project, fn).some(
    call => !call.callee && outside.test(call.symbol) && carriesOut.test(lastWord(call.symbol)),
  );
}

function takes(later: InstanceValue, run: InstanceValue): boolean {
  const place = placeOf(run.id);
  let found = false;
  for (const value of argumentsOf(later)) {
    walk(value, item => {
      if (item.kind === 'instance' && placeOf(item.id) === place) found = true;
    });
  }
  return found;
}

function nodeOf(project: Project, framework: string, call: InstanceValue, role: string): NodeFact {
  const { at, callee, symbol } = call;
  return {
    fact: 'node',
    ref: `${framework}:${at.file}:${at.line}:${at.column ?? 0}:${role}`,
    kind: 'tool',
    name: callee?.def.name || lastWord(symbol),
    framework,
    at,
    ...(callee ? { handler: project.functionRef(callee) } : { symbol }),
    properties: { called: 'by-program', role },
  };
}

const argumentsOf = ({ args }: InstanceValue): readonly Value[] => [
  ...args.positional,
  ...args.named.map(({ value }) => value),
];

/** Last name of a symbol: `post` of `requests.post`, `chat_postMessage` of `slack_sdk.WebClient().chat_postMessage`. */
function lastWord(symbol: string): string {
  const words = symbol.replace(/\(\)/g, '').split(/[.#?/]/);
  const last = words.findLast(word => word !== '' && !/^(?:create|execute|json|text)$/.test(word));
  return last ?? symbol;
}

/** Every value inside a value, with receivers and arguments of calls; bounded. */
function walk(start: Value, visit: (value: Value) => void): void {
  const seen = new Set<string>();
  const open: Value[] = [start];
  for (let steps = 0; steps < 600; steps++) {
    const value = open.pop();
    if (!value) return;
    visit(value);
    switch (value.kind) {
      case 'text':
        for (const part of value.parts) if (typeof part !== 'string') open.push(part);
        break;
      case 'list':
        open.push(...value.items.map(item => item.value));
        break;
      case 'record':
        open.push(...value.entries.map(entry => entry.value));
        break;
      case 'union':
        open.push(...value.options);
        break;
      case 'external':
        if (value.receiver) open.push(value.receiver);
        break;
      case 'instance':
        // A chain of calls begins at one place: its links differ by what they call.
        if (seen.has(`${value.id} ${value.symbol}`)) break;
        seen.add(`${value.id} ${value.symbol}`);
        if (value.receiver) open.push(value.receiver);
        open.push(...argumentsOf(value));
        break;
      default:
    }
  }
}

/** An object id without its calling context. */
const placeOf = (id: string): string => id.replace(/@[0-9a-z]+$/, '');
