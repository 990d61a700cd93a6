import type { Expression } from '../../../src/lang/module.ts';
import type { Location } from '../../../src/model/location.ts';
import type { Part } from '../../../src/resolve/parts.ts';
import { telling } from '../symbols.ts';
import type { Body, Functions } from './functions.ts';
import { type Call, calledName } from './paths.ts';

/** Addresses at which a model answers; every one is the last part of what providers document. */
export const addresses =
  /\/chat\/completions\b|:11434\/api\/(?:chat|generate)\b|\/v1\/(?:messages|responses)\b|\/ai\/run\/|:(?:stream)?generateContent\b|\/(?:invoke|converse)(?:-with-response)?-stream\b/i;

/** Addresses that only the API of Ollama has, where the text around says so. */
const ollama = /\/api\/(?:chat|generate)\b/;

/** Methods that ask a model, as packages that wrap many providers spell them. */
const wrapped = /(?:^|\.)(?:a?completion|acompletion)$/;

/** Tells whether a call asks a model, itself or by what it runs. */
export interface Models {
  /** False where no name that a body calls can lead to a model; told without asking what the names are. */
  mayAsk(body: Body): boolean;
  asks(from: Body, call: Call): boolean;
  /** False where a call cannot ask one, by its name alone. */
  mayBeAsking(from: Body, call: Call): boolean;
}

const maxDepth = 4;

/** Calls of model APIs are known by their place, other ones by how they are spelled or by the address they use. */
export function modelsOf(
  functions: Functions,
  known: readonly Location[],
  relevant: ReadonlySet<string>,
): Models {
  const places = new Set(known.map(at => `${at.file}:${at.line}:${at.column}`));
  const direct = new Map<Body, boolean>();
  const reached = new Map<Body, boolean>();
  const isDirect = (body: Body): boolean => {
    const before = direct.get(body);
    if (before !== undefined) return before;
    const found =
      body.calls.some(call => places.has(placeOf(body, call))) ||
      (relevant.has(body.file) && body.parts.some(isSpelled)) ||
      body.parts.some(part => isAddress(part, body.file));
    direct.set(body, found);
    return found;
  };
  const reaches = (body: Body, depth: number): boolean => {
    if (isDirect(body)) return true;
    const before = reached.get(body);
    if (before !== undefined) return before;
    if (depth >= maxDepth) return false;
    // A body that calls itself adds nothing.
    reached.set(body, false);
    const found = body.calls.some(call => leads(body, call, depth + 1));
    if (found || depth === 0) reached.set(body, found);
    else reached.delete(body);
    return found;
  };
  const names = namesTowards(functions, isDirect);
  // Names are looked at first: telling what a call runs costs far more.
  const mayLead = (call: Call): boolean =>
    names.has(calledName(call) ?? '()') || (names.has('__call__') && call.callee.kind === 'name');
  const leads = (from: Body, call: Call, depth: number): boolean =>
    mayLead(call) && functions.targets(from, call).some(target => reaches(target, depth));
  const isOpen = (from: Body, call: Call): boolean =>
    places.has(placeOf(from, call)) ||
    (relevant.has(from.file) && (isSpelled(call.callee) || call.args.some(arg => isSpelled(arg.value))));
  return {
    mayAsk: body => isDirect(body) || body.calls.some(mayLead),
    asks: (from, call) => isOpen(from, call) || leads(from, call, 0),
    mayBeAsking: (from, call) => isOpen(from, call) || mayLead(call),
  };
}

/** Names of functions from which calls by name lead to a question; `()` stands for what has no name. */
function namesTowards(functions: Functions, isDirect: (body: Body) => boolean): ReadonlySet<string> {
  const found = new Set(functions.all.filter(isDirect).map(body => nameOf(body)));
  for (let round = 0; round < maxDepth && found.size > 0; round++) {
    const more = functions.all.filter(body => body.calls.some(call => found.has(calledName(call) ?? '()')));
    for (const body of more) found.add(nameOf(body));
  }
  return found;
}

function nameOf(body: Body): string {
  return body.def.name === '__init__' || body.def.name === 'constructor'
    ? (body.owner ?? body.def.name)
    : body.def.name;
}

function placeOf(body: Body, call: Call): string {
  return `${body.file}:${call.at[0]}:${call.at[1]}`;
}

/** `client.chat.completions.create` and the like, called or handed on. */
function isSpelled(part: Part | Expression): boolean {
  if (part.kind !== 'member') return false;
  const text = spelling(part as unknown as Expression);
  return wrapped.test(text) || telling.some(({ method }) => method.test(text));
}

function spelling(e: Expression): string {
  const words: string[] = [];
  let current = e;
  for (let depth = 0; depth < 8 && current.kind === 'member'; depth++) {
    words.unshift(current.property);
    current = current.object;
  }
  if (current.kind === 'name') words.unshift(current.name);
  return words.join('.');
}

function isAddress(part: Part, file: string): boolean {
  if (part.kind !== 'literal' || typeof part.value !== 'string' || part.value.length > 300) return false;
  return addresses.test(part.value) || (ollama.test(part.value) && /ollama/i.test(file));
}
