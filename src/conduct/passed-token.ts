import type { Expression, FunctionDef } from '../lang/module.ts';
import type { Deed } from '../model/deed.ts';
import { locate } from '../model/location.ts';
import { type Part, partsOfBody } from '../resolve/parts.ts';
import type { ReachedCode } from './reached-code.ts';

/** The credential a caller proved itself with is put into a request of the tool's own. */
export function passedTokens({ functions }: ReachedCode): readonly Deed[] {
  const state: State = { tainted: new Map(), giving: new Set() };
  // Helpers come in any order: what one gives back or takes is known after a few rounds.
  for (let round = 0; round < 3; round++) for (const { def } of functions) spread(def, functions, state);
  return functions.flatMap(({ def, file }) => {
    const part = partsOfBody(def).find(item => isSent(item, def, state));
    return part ? [{ kind: 'passes-token', what: def.name || 'handler', at: locate(file, part.at) }] : [];
  });
}

/** What a name holds: the credential, the headers it came in, or what the SDK makes of it. */
type Holding = 'token' | 'headers' | 'grant';
type Names = Map<string, Holding>;

interface State {
  readonly tainted: Map<FunctionDef, Names>;
  /** Functions that give it back. */
  readonly giving: Set<string>;
}

function spread(def: FunctionDef, functions: ReachedCode['functions'], state: State): void {
  const names = namesOf(def, state);
  for (const part of partsOfBody(def)) {
    if (part.kind === 'assign') {
      const { target, value } = part as unknown as { target: Expression; value?: Expression };
      if (value) note(target, value, names, state);
    } else if (part.kind === 'return') {
      const { value } = part as unknown as { value?: Expression };
      if (value && def.name !== '' && holds(value, names, state)) state.giving.add(def.name);
    } else if (part.kind === 'call') {
      const { callee, args } = part as unknown as Expression & { readonly kind: 'call' };
      const called = functions.find(item => item.def.name === lastName(callee) && item.def !== def)?.def;
      if (called)
        take(
          called,
          args.map(item => item.value),
          names,
          state,
        );
    }
  }
}

function note(target: Expression, value: Expression, names: Names, state: State): void {
  const given = value.kind === 'await' ? value.value : value;
  if (target.kind === 'name') {
    if (holds(given, names, state)) names.set(target.name, 'token');
    else if (isHeaders(given, names)) names.set(target.name, 'headers');
    else if (isGrant(given, names)) names.set(target.name, 'grant');
  } else if (target.kind === 'record' && isHeaders(given, names)) {
    for (const { key, value: bound } of target.entries)
      if (isWord(key, 'authorization') && bound.kind === 'name') names.set(bound.name, 'token');
  }
}

/** Parameters of a helper that is handed the credential. */
function take(called: FunctionDef, args: readonly Expression[], names: Names, state: State): void {
  const parameters = called.params.filter(({ name }) => name !== 'self');
  args.forEach((value, index) => {
    const parameter = parameters[index];
    if (parameter && holds(value, names, state)) namesOf(called, state).set(parameter.name, 'token');
  });
}

function namesOf(def: FunctionDef, { tainted }: State): Names {
  const known = tainted.get(def) ?? new Map<string, Holding>();
  tainted.set(def, known);
  return known;
}

/** `{Authorization: …}`, `headers["Authorization"] = …`, `headers.set("Authorization", …)`, or all headers as they came. */
function isSent(part: Part, def: FunctionDef, state: State): boolean {
  const names = namesOf(def, state);
  if (part.kind === 'record') {
    const { entries } = part as unknown as Expression & { readonly kind: 'record' };
    return entries.some(
      ({ key, value }) =>
        (isWord(key, 'authorization') && holds(value, names, state)) ||
        (isWord(key, 'headers') && isHeaders(value, names)),
    );
  }
  if (part.kind === 'assign') {
    const { target, value } = part as unknown as { target: Expression; value?: Expression };
    return target.kind === 'subscript' && isWord(target.index, 'authorization') && holds(value, names, state);
  }
  if (part.kind !== 'call') return false;
  const { callee, args } = part as unknown as Expression & { readonly kind: 'call' };
  const [first, second] = args;
  if (/^(?:set|append)$/.test(lastName(callee)) && isWord(first?.value, 'authorization'))
    return holds(second?.value, names, state);
  return args.some(item => item.name === 'headers' && isHeaders(item.value, names));
}

const cleaning =
  /^(?:replace|slice|substring|substr|split|trim|strip|removeprefix|toString|String|str|partition|pop|at|get|bearer)$/;

/** The expression is the caller's credential, or a text with it inside. What another function makes of it is not. */
function holds(value: Expression | undefined, names: Names, state: State): boolean {
  if (!value) return false;
  if (isIncoming(value, names)) return true;
  const inner = (item: Expression | undefined): boolean => holds(item, names, state);
  switch (value.kind) {
    case 'name':
      return names.get(value.name) === 'token';
    case 'await':
      return inner(value.value);
    case 'template':
      return value.parts.some(inner);
    case 'binary':
      return /^(?:\+|\|\||\?\?|or|and|&&)$/.test(value.op) && (inner(value.left) || inner(value.right));
    case 'conditional':
      return inner(value.then) || inner(value.else);
    case 'subscript':
      return inner(value.object);
    case 'call':
      if (state.giving.has(lastName(value.callee))) return true;
      return (
        cleaning.test(lastName(value.callee)) &&
        (value.callee.kind === 'member' ? inner(value.callee.object) : inner(value.args[0]?.value))
      );
    default:
      return false;
  }
}

const requests =
  /^(?:req|request|requestInfo|extra|ctx|context|get_http_request|get_http_headers|request_context|http_request|http_headers)$/;

/** `request.headers.authorization` in its spellings, `authInfo.token`, `get_access_token().token`. */
function isIncoming(value: Expression, names: Names): boolean {
  if (value.kind === 'member') {
    if (value.property === 'authorization') return isHeaders(value.object, names);
    return value.property === 'token' && isGrant(value.object, names);
  }
  if (value.kind === 'subscript')
    return isWord(value.index, 'authorization') && isHeaders(value.object, names);
  if (value.kind !== 'call' || value.callee.kind !== 'member') return false;
  const { property, object } = value.callee;
  if (!isWord(value.args[0]?.value, 'authorization')) return false;
  return property === 'get'
    ? isHeaders(object, names)
    : property === 'header' && requests.test(lastName(object));
}

/** Headers of the request that reached the server. */
function isHeaders(value: Expression, names: Names): boolean {
  if (value.kind === 'name') return names.get(value.name) === 'headers';
  if (value.kind === 'call') return lastName(value.callee) === 'get_http_headers';
  return value.kind === 'member' && value.property === 'headers' && requests.test(lastName(value.object));
}

/** What the SDK keeps of a caller that proved itself. */
function isGrant(value: Expression, names: Names): boolean {
  if (value.kind === 'name' && names.get(value.name) === 'grant') return true;
  return /^(?:authInfo|get_access_token)$/.test(lastName(value));
}

function isWord(value: Expression | undefined, word: string): boolean {
  return value?.kind === 'literal' && typeof value.value === 'string' && value.value.toLowerCase() === word;
}

function lastName(value: Expression): string {
  if (value.kind === 'name') return value.name;
  if (value.kind === 'member') return value.property;
  if (value.kind === 'call') return lastName(value.callee);
  return '';
}
