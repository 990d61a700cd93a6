import type { Location } from '../model/location.ts';
import { calledBack, callOwnMethods } from './callbacks.ts';
import { chainOf, methodOf } from './callee-text.ts';
import { parametersIn } from './conditions.ts';
import { dataMethods, listMethods, logMethods, textMethods, transparent, typing } from './data/harmless.ts';
import {
  type Arguments,
  deepSources,
  derive,
  type Flow,
  from,
  isNull,
  join,
  keyOf,
  objectOf,
  options,
  type Source,
  textOf,
  typed,
  uniteSources,
} from './flow.ts';
import { literalsOf } from './from-value.ts';
import { guessRow } from './lost.ts';
import { type Frame, limits, type Machine, type Site } from './machine.ts';
import { elementOf } from './members.ts';
import { isDataSymbol, methodCall } from './methods.ts';
import { predicate } from './predicates.ts';
import { texts } from './texts.ts';

/** A call that leaves the project, or whose callee could not be told (`?.name`). */
export interface ExternalCall {
  readonly symbol: string;
  readonly args: Arguments;
  readonly receiver?: Flow;
  readonly callee: Flow;
  readonly site: Site;
  readonly frame: Frame;
  readonly at: Location;
}

/** What a call of something outside the project gives; catalogued APIs are written down on the way. */
export function callExternal(m: Machine, call: ExternalCall): Flow {
  const { symbol, args } = call;
  const back = calledBack(m, call);
  callOwnMethods(m, call);
  const test = predicate(m, call, back);
  const tested = (flow: Flow): Flow => (test ? { ...flow, test } : flow);
  const given = allOf(args);
  if (m.memory.traitsOf(symbol).asks)
    return from({
      kind: 'human',
      at: call.at,
      shows: given.some(flow => parametersIn(flow, true).length > 0),
    });
  if (credentials.test(symbol)) return tested(made(call, typed([...given, ...back])));
  const text = texts(symbol, call) ?? keptEntry(call);
  if (text) return tested(text);
  if (m.memory.traitsOf(symbol).runs !== undefined && back.length > 0) return tested(join(back));
  if (typing.has(symbol)) return tested(typed(given));
  // Whichever comes first or next: each of them may be the answer.
  if (racing.has(symbol)) return tested(join(given.map(elementOf)));
  if (transparent.has(symbol)) return tested(back.length > 0 ? join(back) : same(given));
  if (symbol === 'globalThis.Promise' && back.length > 0) return join(back);
  const method = methodOf(call.site.callee);
  if (isDataSymbol(symbol) || promiseMethods.has(method))
    return tested(methodCall(m, call, back) ?? derive(given));
  const row = m.memory.rowOf(symbol, literalsOf(call.receiver?.value));
  if (row?.kind === 'api') {
    if (relays.test(symbol) && given.some(flow => isRequest(m, flow)))
      return tested(made(call, derive(given)));
    return tested(reach(m, call, row, true));
  }
  if (m.memory.traitsOf(symbol).harmless)
    return tested(made(call, derive([...given, ...back, ...(call.receiver ? [call.receiver] : [])])));
  if (constructs.test(symbol) || m.memory.makes(symbol))
    return tested(made(call, derive([...withoutSecrets(args), ...back])));
  const guess =
    symbol.startsWith('?.') || call.receiver ? guessRow(m, call, chainOf(call.site.callee)) : undefined;
  if (guess) return tested(reach(m, call, guess, false));
  if (isData(call, method) || isPlainMethod(call, method))
    return tested(methodCall(m, call, back) ?? derive([...given, ...back]));
  return tested(unknownCall(m, call, back));
}

/**
 * What lies in a map that outlives the call: other calls put it there, and nothing here says what it is. A map made in
 * the same run shows what is in it.
 */
function keptEntry({ symbol, receiver, site, at }: ExternalCall): Flow | undefined {
  if (!keptMaps.test(symbol) || !receiver || receiver.contents) return undefined;
  const place = receiver.value?.kind === 'instance' ? receiver.value.at : at;
  return from({ kind: 'record', name: chainOf(site.callee)[1] ?? 'a map', at: place });
}

const keptMaps = /^globalThis\.Map\(\)\.(?:get|values|entries)$/;

/** Sends whatever request object it is given; where the catalog knows the request, that one says what happens. */
const relays = /^(?:telethon\.(?:sync\.)?TelegramClient\(\)(?:\(\))?|pyrogram\.Client\(\)\.invoke)$/;

function isRequest(m: Machine, flow: Flow): boolean {
  return options(flow).some(
    one => one.made !== undefined && m.memory.rowOf(one.made.symbol, [])?.kind === 'api',
  );
}

const racing: ReadonlySet<string> = new Set([
  'builtins.anext',
  'builtins.next',
  'globalThis.Promise.any',
  'globalThis.Promise.race',
]);

/** Writes down a catalogued call and gives its result. */
function reach(
  m: Machine,
  call: ExternalCall,
  row: NonNullable<ReturnType<Machine['catalog']['symbol']>>,
  sure: boolean,
): Flow {
  const given = [...allOf(call.args), ...(call.receiver ? [call.receiver] : [])];
  // Rows of a statement: what was asked is told by the statement.
  if (row.capabilities.join() === 'db.read' && options(call.receiver ?? derive([])).some(isAnswerOfStatement))
    return made(call, derive(given));
  if (row.capabilities.length === 0 || row.capabilities.every(word => harmlessCapabilities.has(word)))
    return made(call, derive(given));
  if (m.met.length >= limits.met) {
    m.bounded = true;
    return made(call, derive(given));
  }
  const index = m.met.length;
  m.met.push({
    symbol: sure ? call.symbol : guessedSymbol(row.symbols, methodOf(call.site.callee), call.symbol),
    row,
    args: call.args,
    at: call.at,
    through: call.frame.through,
    checks: call.frame.checks,
    sure,
    rootLine: call.frame.rootLine ?? call.at.line,
    ...(call.receiver && { receiver: call.receiver }),
  });
  const aspect =
    row.result === 'status' || row.result === 'none' ? 'status' : row.result === 'id' ? 'id' : 'content';
  const answer = from({ kind: 'call', call: index, aspect });
  // A model answers in words of what it was given, and chooses among them.
  const asked = row.capabilities.includes('model.call') ? allOf(call.args) : [];
  return made(call, { sources: uniteSources([answer.sources, ...asked.map(flow => deepSources(flow))]) });
}

/** Of a guessed row the symbol with the method that is called. */
function guessedSymbol(symbols: readonly string[], method: string, usual: string): string {
  return symbols.find(symbol => symbol.split(/[.#]/).at(-1) === method) ?? symbols[0] ?? usual;
}

const isAnswerOfStatement = (flow: Flow): boolean =>
  isResult(flow) && /\.(?:execute|prepare|sql)$/.test(flow.made?.symbol ?? '');

const harmlessCapabilities: ReadonlySet<string> = new Set(['compute.pure', 'time.now', 'log.write']);

/** The object a call makes, with what it was made of, so that its methods and fields are known. */
function made(call: ExternalCall, flow: Flow): Flow {
  const { symbol, args, receiver, at } = call;
  // Of what was lost only the arguments are worth keeping: the path of `client.api('/me').get()`.
  if (symbol.startsWith('?.'))
    return {
      ...flow,
      contents: flow.contents ?? { fields: new Map(), rest: [] },
      made: { symbol, args, ...(receiver && { receiver }) },
    };
  const value = {
    kind: 'instance' as const,
    id: `${at.file}:${at.line}:${at.column ?? 0}@${call.frame.run}`,
    symbol,
    at,
    args: { positional: args.positional.slice(0, 4).map(literal), named: [] },
    ...(receiver?.value && { receiver: receiver.value }),
  };
  return {
    ...flow,
    value,
    made: { symbol, args, ...(receiver && { receiver }) },
    contents: flow.contents ?? { fields: new Map(isRecordLike(symbol) ? args.named : []), rest: [] },
  };
}

/** Making an object of a class outside the project: what it does is told by its methods. */
const constructs = /(?:^|[.#])[A-Z]\w*$/;

/** Calls whose named arguments are fields of what comes out: model classes and the like begin with a capital. */
function isRecordLike(symbol: string): boolean {
  return constructs.test(symbol);
}

function literal(flow: Flow) {
  const at = { file: '', line: 1 };
  const [only] = flow.text ?? [];
  if (flow.text?.length === 1 && typeof only === 'string')
    return { kind: 'literal', value: only, at } as const;
  return flow.value?.kind === 'literal'
    ? flow.value
    : ({ kind: 'unknown', reason: 'dynamic', detail: 'a value of the call', at } as const);
}

/** Something neither in the project nor known. What goes in may come out, and more. */
function unknownCall(m: Machine, call: ExternalCall, back: readonly Flow[]): Flow {
  const given = [...allOf(call.args), ...(call.receiver ? [call.receiver] : []), ...back];
  const name = call.symbol.startsWith('?.')
    ? chainOf(call.site.callee).slice(0, 4).reverse().join('.') || call.symbol.slice(2)
    : call.symbol;
  const source: Source = {
    kind: 'lost',
    detail: `${name}@${call.at.file}:${call.at.line}:${call.at.column ?? 0}`,
  };
  const key = keyOf(source);
  m.unknown.set(key, {
    key,
    name,
    at: call.at,
    rootLine: call.frame.rootLine ?? call.at.line,
    parameters: [...new Set(given.flatMap(flow => parametersIn(flow, true)))].sort(),
  });
  const inputs = derive(given);
  return made(call, { ...inputs, sources: uniteSources([inputs.sources, from(source).sources]) });
}

const promiseMethods: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** A method that reads or changes plain data, or reads what a known API gave back. */
function isData({ receiver, callee, symbol, args }: ExternalCall, method: string): boolean {
  if (!receiver) return symbol.startsWith('?.') && callee.value === undefined && isResult(callee);
  const kind = receiver.value?.kind;
  // What begins as null is set to the real thing before its methods are called.
  const isPlain =
    receiver.text !== undefined ||
    (kind === 'literal' && !isNull(receiver)) ||
    kind === 'list' ||
    kind === 'record' ||
    receiver.closure !== undefined;
  const isLookup = method === 'get' && symbol.startsWith('?.') && !isAddress(args.positional[0]);
  return (
    isPlain || isLookup || isResult(receiver) || (dataMethods.has(method) && /^(?:\?\.|\.)/.test(symbol))
  );
}

/** `client.load(id).items.map(item => …)`, `.trim()`, `logger().warn(text)`: no client has a method of that name and form. */
function isPlainMethod({ receiver, args }: ExternalCall, method: string): boolean {
  if (!receiver) return false;
  if (logMethods.has(method) || textMethods.has(method)) return true;
  return listMethods.has(method) && args.positional[0]?.closure !== undefined;
}

/** `client.get('/incidents')` asks a server, `table.get('name')` does not. */
function isAddress(flow: Flow | undefined): boolean {
  const pieces = (flow && textOf(flow)) ?? [];
  return pieces.some(
    (piece, at) => typeof piece === 'string' && (at === 0 ? /^(?:https?:\/)?\/\w/ : /^\/\w/).test(piece),
  );
}

function isResult(flow: Flow): boolean {
  return [...flow.sources.values()].some(source => source.kind === 'call');
}

function allOf(args: Arguments): readonly Flow[] {
  return [...args.positional, ...args.named.values(), ...(args.rest ? [args.rest] : [])];
}

/**
 * What lets a program in is made of a file or a store that holds keys. Its owner is known by it, its content is not
 * what a tool gives back.
 */
const credentials =
  /(?:^|[.#])(?:\w{0,40}(?:Credentials?|OAuth2Client|OAuth2Session|AuthProvider|JWT)|JWTClient|GoogleAuth|AuthorizedSession)(?:\.from_\w{1,40})?$|^google\.oauth2\.\w+\.\w+\.from_\w+$/;

const secretNames =
  /^(?:auth|creds?|credentials?|token|access_?token|refresh_?token|api_?key|secret|client_?secret|password)$/i;

/** What a client shows its service to be let in does not come back in answers. */
function withoutSecrets(args: Arguments): readonly Flow[] {
  const named = [...args.named].flatMap(([name, flow]) => (secretNames.test(name) ? [] : [flow]));
  return [...args.positional, ...named, ...(args.rest ? [args.rest] : [])];
}

function same(given: readonly Flow[]): Flow {
  const [only] = given;
  // `list()` is an object of its own, which the program fills later.
  if (!only) return objectOf([]);
  return given.length === 1 ? only : { ...derive(given), contents: { fields: new Map(), rest: [...given] } };
}
