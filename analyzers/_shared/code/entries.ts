import type { Label } from '../../../src/model/label.ts';
import type { Location } from '../../../src/model/location.ts';
import type { UntrustedKind } from '../../../src/model/vocabulary.ts';
import type { Project, Symbols } from '../../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue, Value } from '../../../src/resolve/value.ts';
import { untrusted } from '../facts.ts';
import { textOf } from './arguments.ts';
import { type Authentication, authenticationOf } from './authentication.ts';

/** A function that a request or message from outside starts. */
export interface WebHandler {
  readonly fn: FunctionValue;
  readonly name: string;
  readonly type: 'http' | 'chat';
  readonly kind: UntrustedKind;
  readonly detail: string;
  readonly at: Location;
  /** Who is let in, where something asks; absent where nothing was seen to. */
  readonly authentication?: Authentication;
}

const verbs = ['get', 'post', 'put', 'patch', 'websocket', 'api_route', 'route'];

const pythonRoutes: Symbols = [
  'fastapi.FastAPI',
  'fastapi.APIRouter',
  'fastapi.routing.APIRouter',
  'flask.Flask',
  'flask.Blueprint',
  'quart.Quart',
  'sanic.Sanic',
  'starlette.applications.Starlette',
].flatMap(app => verbs.map(verb => `${app}().${verb}`));

const chatHandlers: Symbols = [
  'chainlit.on_message',
  'slack_bolt.App().event',
  'slack_bolt.App().message',
  'slack_bolt.App().command',
  'slack_bolt.async_app.AsyncApp().event',
  'slack_bolt.async_app.AsyncApp().message',
  'slack_bolt.async_app.AsyncApp().command',
  'discord.Client().event',
  'discord.ext.commands.Bot().event',
  'discord.Bot().event',
  'aiogram.Dispatcher().message',
  'aiogram.Router().message',
  'aiogram.dispatcher.router.Router().message',
  'telebot.TeleBot().message_handler',
  'telebot.async_telebot.AsyncTeleBot().message_handler',
  'pyrogram.Client().on_message',
  'telethon.TelegramClient().on',
];

/** Calls that register a function for messages. */
const chatRegistrations: Symbols = [
  'telegram.ext.MessageHandler',
  'telegram.ext.CommandHandler',
  ...['message', 'event', 'command', 'action'].map(method => `@slack/bolt#App().${method}`),
  ...['on', 'command', 'hears', 'start'].map(method => `telegraf#Telegraf().${method}`),
  ...['on', 'command', 'hears'].map(method => `grammy#Bot().${method}`),
  'discord.js#Client().on',
  'whatsapp-web.js#Client().on',
  'node-telegram-bot-api#default().on',
  'node-telegram-bot-api#default().onText',
];

/** Pages on which whoever opens them writes to the agent. */
const pageRegistrations: Symbols = ['gradio.ChatInterface', 'gradio.Interface'];

const jsRoutes: Symbols = [
  'express#default',
  'express#Router',
  'express#default.Router',
  'hono#Hono',
  'fastify#default',
  'fastify#fastify',
  'koa-router#default',
  '@koa/router#default',
].flatMap(app => ['get', 'post', 'put', 'patch', 'all', 'use'].map(verb => `${app}().${verb}`));

/** Request and message handlers of the usual web and chat frameworks, by decorator, registration or file name. */
export function handlersOf(project: Project): readonly WebHandler[] {
  const known = asked.get(project);
  if (known) return known;
  const found = [
    ...decorated(project, pythonRoutes, 'http'),
    ...decorated(project, chatHandlers, 'chat'),
    ...registered(project, jsRoutes, 'http', 'user'),
    ...registered(project, chatRegistrations, 'chat', 'chat'),
    ...registered(project, pageRegistrations, 'http', 'user'),
    ...routeFiles(project),
  ];
  asked.set(project, found);
  return found;
}

/** Several analyzers ask about the same project; the answers go with it. */
const asked = new WeakMap<Project, readonly WebHandler[]>();

function decorated(project: Project, symbols: Symbols, type: WebHandler['type']): readonly WebHandler[] {
  const packages = [...new Set(symbols.map(symbol => symbol.split('.')[0] ?? symbol))];
  if (project.importing(packages).length === 0) return [];
  return project.decorated(symbols).flatMap(({ target, args, symbol, at, receiver }) => {
    if (target.kind !== 'function') return [];
    const path = textOf(args?.positional[0]);
    // A chat of a web page has the user on the other side; a chat room has anyone who is in it.
    const kind = type === 'chat' && !symbol.startsWith('chainlit') ? 'chat' : 'user';
    const beside = args?.named.flatMap(arg => (arg.name === 'dependencies' ? [arg.value] : [])) ?? [];
    const login =
      type === 'http'
        ? authenticationOf(project, target, { beside, ...(receiver && { receiver }) })
        : undefined;
    const under = path === undefined ? undefined : `${prefixOf(receiver)}${path}`;
    return [entry(target, under || target.def.name, type, kind, at, login)];
  });
}

/** The path that a router puts before each of its own, empty where it has none. */
function prefixOf(receiver: Value | undefined): string {
  if (receiver?.kind !== 'instance') return '';
  const given = receiver.args.named.find(({ name }) => name === 'prefix' || name === 'url_prefix');
  return textOf(given?.value) ?? '';
}

function registered(
  project: Project,
  symbols: Symbols,
  type: WebHandler['type'],
  kind: UntrustedKind,
): readonly WebHandler[] {
  const packages = [
    ...new Set(symbols.map(symbol => symbol.split(symbol.includes('#') ? '#' : '.')[0] ?? symbol)),
  ];
  if (project.importing(packages).length === 0) return [];
  return project.calls(symbols).flatMap((call: InstanceValue) => {
    const given = [...call.args.positional, ...call.args.named.map(({ value }) => value)];
    const fn = given.findLast(item => item.kind === 'function');
    if (fn?.kind !== 'function') return [];
    const name = textOf(call.args.positional[0]);
    // Chat clients report much more than messages: connections, presence, errors.
    if (/\.on$/.test(call.symbol) && type === 'chat' && name !== undefined && !isMessage(name)) return [];
    const beside = given.filter(item => item !== fn);
    const login =
      type === 'http'
        ? authenticationOf(project, fn, { beside, ...(call.receiver && { receiver: call.receiver }) })
        : undefined;
    return [entry(fn, name ?? (fn.def.name || 'request'), type, kind, call.at, login)];
  });
}

const isMessage = (event: string): boolean =>
  /message|text|mention|interaction|voice|photo|document/i.test(event);

/** Next.js: a file `route.ts` exports a function per method; `pages/api/*` exports one handler. */
function routeFiles(project: Project): readonly WebHandler[] {
  return [...project.modules.keys()].flatMap(path => {
    const isRoute = /(?:^|\/)app\/(?:.*\/)?route\.[cm]?[jt]sx?$/.test(path);
    const isPage = /(?:^|\/)pages\/api\/.*\.[cm]?[jt]sx?$/.test(path);
    const names = isRoute ? ['GET', 'POST', 'PUT', 'PATCH'] : isPage ? ['default'] : [];
    return names.flatMap(name => {
      const fn = project.exported(path, name);
      if (fn?.kind !== 'function') return [];
      const shown = path.replace(/^.*?(?:app|pages)\//, '/').replace(/\/route\.\w+$|\.\w+$/, '');
      return [entry(fn, shown, 'http', 'user', fn.at, authenticationOf(project, fn, { beside: [] }))];
    });
  });
}

/** What a path says of who writes to it; other paths belong to the users of the application. */
const paths: readonly (readonly [RegExp, UntrustedKind])[] = [
  [/github|gitlab|bitbucket|jira/i, 'issue'],
  [/slack|discord|telegram|whatsapp|twilio|sms\b/i, 'chat'],
  [/e?mail|inbound|sendgrid|mailgun|postmark/i, 'email'],
  [/zendesk|freshdesk|intercom|ticket/i, 'ticket'],
  [/upload/i, 'upload'],
  [/webhook|\bhooks?\b/i, 'trigger'],
];

function entry(
  fn: FunctionValue,
  name: string,
  type: WebHandler['type'],
  given: UntrustedKind,
  at: Location,
  authentication?: Authentication,
): WebHandler {
  const byPath = type === 'http' ? paths.find(([pattern]) => pattern.test(name))?.[1] : undefined;
  const kind = byPath ?? given;
  const login = kind === 'user' ? authentication : undefined;
  return {
    fn,
    name,
    type,
    kind,
    detail: detailOf(name, type, kind, login),
    at,
    ...(login && { authentication: login }),
  };
}

function detailOf(
  name: string,
  type: WebHandler['type'],
  kind: UntrustedKind,
  login: Authentication | undefined,
): string {
  if (type === 'chat') return `Messages that reach ${name} start the agent.`;
  const start = `Requests to ${name} start the agent`;
  if (kind !== 'user') return `${start}.`;
  if (!login) return `${start}; no login was seen before it.`;
  return login.who === 'staff'
    ? `${start}; ${login.by} stands before it, which lets people of the house in.`
    : `${start}; ${login.by} stands before it, so whoever has an account can be the one who writes.`;
}

/** What the text of a request is worth as an attack: a login narrows who writes it, it does not make it trusted. */
export function requestLabel({ kind, detail, at, authentication }: WebHandler): Label {
  if (!authentication) return untrusted(kind, 'outsider', { detail, at, confidence: 0.7 });
  return authentication.who === 'staff'
    ? untrusted(kind, 'insider', { detail, at, confidence: 0.6 })
    : untrusted(kind, 'outsider', { detail, at, confidence: 0.6 });
}
