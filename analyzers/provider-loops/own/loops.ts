import type { Expression } from '../../../src/lang/module.ts';
import type { Location } from '../../../src/model/location.ts';
import { locate } from '../../../src/model/location.ts';
import type { Part } from '../../../src/resolve/parts.ts';
import type { Project } from '../../../src/resolve/project.ts';
import { type Dispatch, dispatchesIn, mayDispatch } from './dispatch.ts';
import { type Body, type Functions, functionsOf } from './functions.ts';
import { type Models, modelsOf } from './models.ts';
import { type Call, calledName, isSelf, mentioned, rootOf } from './paths.ts';
import { covers, holds, names, spread } from './spread.ts';

/** A function that asks a model, runs what the answer names, and gives the result back to the model. */
export interface OwnLoop {
  readonly body: Body;
  /** The question whose answer is acted on. */
  readonly ask: Call;
  readonly asks: readonly Call[];
  readonly dispatches: readonly Dispatch[];
  readonly at: Location;
}

const maxParts = 20_000;

/** All loops of the program, sorted by place. `known` are the places of model calls that the packages' API shows. */
export function ownLoops(
  project: Project,
  known: readonly Location[],
  imports: readonly string[],
): { readonly loops: readonly OwnLoop[]; readonly functions: Functions } {
  const functions = functionsOf(project);
  const models = modelsOf(functions, known, new Set(project.importing(imports)));
  const loops = functions.all.flatMap(body => loopOf(functions, models, body) ?? []);
  return { loops, functions };
}

function loopOf(functions: Functions, models: Models, body: Body): OwnLoop | undefined {
  if (body.parts.length > maxParts || !models.mayAsk(body)) return undefined;
  const perhaps = body.calls.filter(call => models.mayBeAsking(body, call));
  if (!mayDispatch(functions, body, spread(body.parts, isOneOf(perhaps)))) return undefined;
  const asking = body.calls.filter(call => models.asks(body, call));
  if (asking.length === 0) return undefined;
  const held = spread(body.parts, isOneOf(asking));
  const found = dispatchesIn(functions, body, held).filter(({ call }) => !wraps(call, asking));
  // A tool that asks a model itself is run, not asked; one question has to be left.
  const run = new Set(found.map(({ call }) => call));
  const rest = asking.filter(call => !run.has(call));
  const asks = rest.length > 0 ? rest : asking;
  const dispatches = found.filter(
    item => !asks.includes(item.call) && (item.kind !== 'arms' || isRepeated(body, item.call)),
  );
  const sure = dispatches.filter(({ kind }) => kind !== 'arms');
  const fed = (sure.length > 0 ? sure : dispatches).filter(
    item =>
      comesBack(body, item.call, asks) &&
      (asks.length > 1 || isRepeated(body, item.call) || outlives(body, item.call)),
  );
  const [ask] = asks;
  if (!ask || fed.length === 0) return undefined;
  return { body, ask, asks, dispatches: fed, at: locate(body.file, ask.at) };
}

/** A call that only holds the question, such as `print(ask(x))`. */
function wraps(call: Call, asks: readonly Call[]): boolean {
  return asks.some(ask => ask !== call && call.args.some(arg => covers(arg.value.at, ask.at)));
}

function isOneOf(calls: readonly Call[]): (part: Part) => boolean {
  const set = new Set<unknown>(calls);
  return part => set.has(part);
}

/** Whether what a call gives gets into a question, directly, by a list both know, or by the object both belong to. */
function comesBack(body: Body, call: Call, asks: readonly Call[]): boolean {
  const results = spread(body.parts, isOneOf([call]), [], true);
  return asks.some(ask => {
    if (ask.args.some(arg => holds(arg.value, results)) || holds(ask.callee, results)) return true;
    if (shared(call, ask) || isKept(body, call, results)) return true;
    return isOwn(ask) && (isOwn(call) || [...results].some(path => path.includes('.')));
  });
}

/** Whether what a call gives is kept beyond the function: in its object, or in something it was given. */
function outlives(body: Body, call: Call): boolean {
  const given = new Set(names(body.def));
  return [...spread(body.parts, isOneOf([call]), [], true)].some(
    path => path.includes('.') || given.has(path),
  );
}

const stores = /(?:message|history|conversation|memory|response|result|observation|transcript)s?$/i;

/** What a loop runs is written to the conversation by a function of its own: `saveResult(call, seen)`. */
function isKept(body: Body, call: Call, results: ReadonlySet<string>): boolean {
  return (
    isRepeated(body, call) &&
    body.parts.some(part => {
      const e = part as unknown as { kind: string; value?: Expression };
      const inner =
        e.kind === 'expression' ? (e.value?.kind === 'await' ? e.value.value : e.value) : undefined;
      if (inner?.kind !== 'call' || inner === call || !stores.test(calledName(inner) ?? '')) return false;
      return inner.args.some(arg => holds(arg.value, results));
    })
  );
}

/** A list or state given to both. */
function shared(call: Call, ask: Call): boolean {
  const given = new Set(ask.args.flatMap(arg => (arg.value.kind === 'name' ? [arg.value.name] : [])));
  return call.args.some(arg => arg.value.kind === 'name' && given.has(arg.value.name));
}

/** `self.x(…)`, `this.x(…)`. */
function isOwn(call: Call): boolean {
  const root = rootOf(call.callee);
  return root !== undefined && isSelf(root.split('.')[0] ?? '') && root.includes('.');
}

/** Within a loop, or in a function that calls itself. */
function isRepeated(body: Body, call: Call): boolean {
  const inLoop = body.parts.some(
    part => (part.kind === 'while' || part.kind === 'for') && covers(part.at, call.at),
  );
  return (
    inLoop || body.calls.some(item => calledName(item) === body.def.name && mentioned(item.callee).size > 0)
  );
}
