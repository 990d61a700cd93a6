import type { Location } from '../../../src/model/location.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue, Value } from '../../../src/resolve/value.ts';
import { callsUnder } from './bodies.ts';
import { isLogin, isRefusal, loginSymbols } from './login.ts';

/** What stands before a handler and lets only known callers pass. */
export interface Authentication {
  readonly by: string;
  /** `staff` where a role or a shared key is asked for; an account may be anybody's. */
  readonly who: 'account' | 'staff';
  readonly at: Location;
}

/** Where a handler was registered: the application or router, and what was given beside the handler. */
export interface Registration {
  readonly receiver?: Value;
  readonly beside: readonly Value[];
}

const dependencies = ['fastapi.Depends', 'fastapi.Security', 'fastapi.params.Depends'];

/** Words of something that only people of the house can do. */
const staff = /admin|staff|employee|internal|superuser|operator|api_?key|basic_?auth/i;

/** The first thing that asks who is calling; undefined where none is seen (one may still stand in front of the program). */
export function authenticationOf(
  project: Project,
  fn: FunctionValue,
  { receiver, beside }: Registration,
): Authentication | undefined {
  const given = [
    ...signatureCalls(project, fn),
    ...beside.flatMap(membersOf),
    ...(receiver ? shared(project, receiver) : []),
  ];
  for (const value of given) {
    const found = asking(project, value, 0);
    if (found) return found;
  }
  return byDecorator(project, fn) ?? inside(project, fn);
}

/** Calls of `Depends` in a project: every handler asks for them. */
const known = new WeakMap<Project, readonly InstanceValue[]>();

/** `Depends(…)` written in the signature of a handler, its annotations included. */
function signatureCalls(project: Project, fn: FunctionValue): readonly Value[] {
  if (project.importing(['fastapi']).length === 0) return [];
  const [from] = fn.def.at;
  const till = fn.def.body[0]?.at[0] ?? from + 1;
  const calls = known.get(project) ?? project.calls(dependencies);
  known.set(project, calls);
  return calls.filter(({ at }) => at.file === fn.file && at.line >= from && at.line <= till);
}

/** What an application or router does before all of its handlers. */
function shared(project: Project, receiver: Value): readonly Value[] {
  const own =
    receiver.kind === 'instance' ? receiver.args.named.find(arg => arg.name === 'dependencies') : undefined;
  const used = project.uses(receiver).flatMap(use => {
    if (use.kind !== 'call' || use.method !== 'use') return [];
    const [path] = use.args.positional;
    const whole = path?.kind !== 'literal' || path.value === '*' || path.value === '/';
    return whole ? use.args.positional : [];
  });
  const included = project
    .calls(['fastapi.FastAPI().include_router', 'fastapi.APIRouter().include_router'])
    .filter(call => idOf(call.args.positional[0]) === idOf(receiver))
    .flatMap(call => call.args.named.filter(arg => arg.name === 'dependencies').map(arg => arg.value));
  return [...(own ? membersOf(own.value) : []), ...used, ...included.flatMap(membersOf)];
}

const idOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'instance' ? value.id : undefined;

const membersOf = (value: Value): readonly Value[] =>
  value.kind === 'list' ? value.items.map(item => item.value) : [value];

/** Whether a dependency or middleware lets only known callers pass. */
function asking(project: Project, value: Value, depth: number): Authentication | undefined {
  if (depth > 3) return undefined;
  switch (value.kind) {
    case 'instance': {
      if (dependencies.includes(value.symbol)) {
        const [target] = value.args.positional;
        return target && asking(project, target, depth + 1);
      }
      return isLogin(value.symbol) ? told(value.symbol, value.at) : undefined;
    }
    case 'external':
      return isLogin(value.symbol) ? told(value.symbol, value.at) : undefined;
    case 'function':
      return (
        bySignature(project, value, depth) ??
        (isRefusal(value.def.body) ? told(value.def.name, value.at) : undefined)
      );
    default:
      return undefined;
  }
}

/** A dependency that itself needs a token: what it is called says who it lets pass. */
function bySignature(project: Project, fn: FunctionValue, depth: number): Authentication | undefined {
  const inner = signatureCalls(project, fn).flatMap(value => asking(project, value, depth + 1) ?? [])[0];
  return inner && told(fn.def.name || inner.by, fn.at, inner.who === 'staff');
}

function byDecorator(project: Project, fn: FunctionValue): Authentication | undefined {
  const found = project.decoratorsOf(fn).find(({ symbol }) => isLogin(symbol));
  return found && told(found.symbol, found.at);
}

/** The handler asks for the session itself and refuses without one. */
function inside(project: Project, fn: FunctionValue): Authentication | undefined {
  if (!isRefusal(fn.def.body)) return undefined;
  const call = callsUnder(project, fn).find(
    ({ symbol }: InstanceValue) => loginSymbols.has(symbol) || isLogin(symbol),
  );
  return call && told(call.symbol, call.at);
}

function told(symbol: string, at: Location, byRole = false): Authentication {
  const by = symbol.replace(/\(\)/g, '').split(/[#.]/).filter(Boolean).slice(-2).join('.');
  return { by, who: byRole || staff.test(symbol) ? 'staff' : 'account', at };
}
