import type { Expression, FunctionDef } from '../lang/module.ts';
import type { Deed } from '../model/deed.ts';
import { locate } from '../model/location.ts';
import { type Part, partsOfBody } from '../resolve/parts.ts';
import type { Project } from '../resolve/project.ts';
import {
  type Holding,
  isGrant,
  isHeaders,
  isIncoming,
  isWord,
  lastName,
  type Names,
} from './caller-credential.ts';
import type { ReachedCode } from './reached-code.ts';
import { tokenStores } from './token-stores.ts';

/** The credential a caller proved itself with is put into a request of the tool's own. */
export function passedTokens(project: Project, { functions }: ReachedCode): readonly Deed[] {
  const state: State = { tainted: new Map(), giving: new Set(), stores: tokenStores(project) };
  // Helpers come in any order: what one gives back or takes is known after a few rounds.
  for (let round = 0; round < 3; round++) for (const { def } of functions) spread(def, functions, state);
  return functions.flatMap(({ def, file }) => {
    const part = partsOfBody(def).find(item => isSent(item, def, state));
    return part ? [{ kind: 'passes-token', what: def.name || 'handler', at: locate(file, part.at) }] : [];
  });
}

interface State {
  readonly tainted: Map<FunctionDef, Names>;
  /** Functions that give it back. */
  readonly giving: Set<string>;
  /** Variables in which a request keeps it for whatever it calls. */
  readonly stores: ReadonlySet<string>;
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
    else if (isKept(given, names, state)) names.set(target.name, 'kept');
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
  if (value.kind === 'member' && tokenField.test(value.property) && isKept(value.object, names, state))
    return true;
  if (value.kind === 'call' && lastName(value.callee) === 'get' && isStore(value.callee, state)) return true;
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

const tokenField = /^(?:(?:access|auth|bearer)_?)?token$|^authorization$/i;

/** `store.getStore()` of what a request was run with. */
function isKept(value: Expression, names: Names, state: State): boolean {
  if (value.kind === 'name') return names.get(value.name) === 'kept';
  return value.kind === 'call' && lastName(value.callee) === 'getStore' && isStore(value.callee, state);
}

function isStore(callee: Expression, { stores }: State): boolean {
  return callee.kind === 'member' && stores.has(lastName(callee.object));
}
