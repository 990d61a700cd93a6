import type { Location } from '../../../src/model/location.ts';
import type { UntrustedKind } from '../../../src/model/vocabulary.ts';
import type { Project, Symbols } from '../../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue } from '../../../src/resolve/value.ts';
import { textOf } from './arguments.ts';

/** A function that a request or message from outside starts. */
export interface WebHandler {
  readonly fn: FunctionValue;
  readonly name: string;
  readonly type: 'http' | 'chat';
  readonly kind: UntrustedKind;
  readonly detail: string;
  readonly at: Location;
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
  return [
    ...decorated(project, pythonRoutes, 'http'),
    ...decorated(project, chatHandlers, 'chat'),
    ...registered(project, jsRoutes, 'http', 'user'),
    ...registered(project, chatRegistrations, 'chat', 'chat'),
    ...registered(project, pageRegistrations, 'http', 'user'),
    ...routeFiles(project),
  ];
}

function decorated(project: Project, symbols: Symbols, type: WebHandler['type']): readonly WebHandler[] {
  const packages = [...new Set(symbols.map(symbol => symbol.split('.')[0] ?? symbol))];
  if (project.importing(packages).length === 0) return [];
  return project.decorated(symbols).flatMap(({ target, args, symbol, at }) => {
    if (target.kind !== 'function') return [];
    const path = textOf(args?.positional[0]);
    // A chat of a web page has the user on the other side; a chat room has anyone who is in it.
    const kind = type === 'chat' && !symbol.startsWith('chainlit') ? 'chat' : 'user';
    return [entry(target, path ?? target.def.name, type, kind, at)];
  });
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
    return [entry(fn, name ?? (fn.def.name || 'request'), type, kind, call.at)];
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
      return [entry(fn, shown, 'http', 'user', fn.at)];
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
): WebHandler {
  const byPath = type === 'http' ? paths.find(([pattern]) => pattern.test(name))?.[1] : undefined;
  const kind = byPath ?? given;
  const detail =
    type === 'http' ? `Requests to ${name} start the agent.` : `Messages that reach ${name} start the agent.`;
  return { fn, name, type, kind, detail, at };
}
