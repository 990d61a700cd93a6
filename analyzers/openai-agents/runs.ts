import type { Expression } from '../../src/lang/module.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { ClassValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, optionsOf, textOf } from '../_shared/code/arguments.ts';
import { callsUnder } from '../_shared/code/bodies.ts';
import { handlersOf, requestLabel, type WebHandler } from '../_shared/code/entries.ts';
import { isFixedText } from '../_shared/code/fixed-text.ts';
import { relate } from '../_shared/facts.ts';
import { type Origins, originsOf } from './flows.ts';
import { isTyped, outputType } from './output.ts';
import { type AgentCall, framework, placeOf, type Scan } from './scan.ts';
import { isRun, nameIn, runSymbols } from './symbols.ts';

/** One call that runs an agent. */
interface Run {
  readonly call: InstanceValue;
  readonly agents: readonly AgentCall[];
  readonly origins: Origins;
}

/** What running agents adds: who starts them, which answer goes into which run, and the sessions they keep. */
export function tellRuns(scan: Scan, guardrails: ReadonlyMap<string, readonly Barrier[]>): void {
  const runs = scan.project.calls(runSymbols).map(call => readRun(scan, call));
  const byCall = new Map(runs.map(run => [run.call.id, run]));
  for (const run of runs) {
    chained(scan, run, byCall);
    session(scan, run);
    if (run.origins.terminal || /^Realtime/.test(nameIn(run.call.symbol) ?? ''))
      person(scan, run, guardrails);
  }
  for (const handler of handlersOf(scan.project)) web(scan, handler, runs, guardrails);
  insideTools(scan);
}

function readRun(scan: Scan, call: InstanceValue): Run {
  const agents = scan.agentsOf(argumentOf(call.args, ['starting_agent', 'startingAgent', 'agent', 0]));
  return { call, agents, origins: originsOf(argumentOf(call.args, ['input', 1])) };
}

/** The answer of one run is put into the input of another. */
function chained(scan: Scan, run: Run, byCall: ReadonlyMap<string, Run>): void {
  for (const { call, history } of run.origins.runs) {
    const before = byCall.get(call.id) ?? readRun(scan, call);
    for (const from of before.agents) for (const to of run.agents) pass(scan, from, to, run.call, history);
  }
  if (run.origins.classes.size === 0) return;
  for (const from of scan.agents) {
    const classes = outputClasses(scan, outputType(from));
    if (![...classes].some(id => run.origins.classes.has(id))) continue;
    for (const to of run.agents) pass(scan, from, to, run.call, false);
  }
}

function pass(scan: Scan, from: AgentCall, to: AgentCall, call: InstanceValue, history: boolean): void {
  if (from.ref === to.ref) return;
  const carries = isTyped(scan, from) ? 'typed' : 'arguments';
  scan.add(
    history
      ? relate('hands-off', from.ref, to.ref, call.at)
      : relate('next', from.ref, to.ref, call.at, { carries }),
  );
}

/** The class an agent answers with, and the classes of its fields. */
function outputClasses(scan: Scan, type: Value | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (cls: ClassValue, depth: number): void => {
    if (depth > 2 || found.has(cls.id)) return;
    found.add(cls.id);
    for (const statement of cls.def.body) {
      if (statement.kind !== 'assign' || !statement.annotation) continue;
      for (const name of namesIn(statement.annotation, 0)) {
        const field = scan.project.exported(cls.file, name);
        if (field?.kind === 'class') visit(field, depth + 1);
      }
    }
  };
  if (type?.kind === 'class') visit(type, 0);
  return found;
}

function namesIn(e: Expression, depth: number): readonly string[] {
  if (depth > 4) return [];
  if (e.kind === 'name') return [e.name];
  if (e.kind === 'subscript') return [...namesIn(e.object, depth + 1), ...namesIn(e.index, depth + 1)];
  if (e.kind === 'binary') return [...namesIn(e.left, depth + 1), ...namesIn(e.right, depth + 1)];
  return e.kind === 'list' ? e.items.flatMap(item => namesIn(item.value, depth + 1)) : [];
}

/** `session=` keeps the conversation: read before each run, written after it. */
function session(scan: Scan, run: Run): void {
  const value = argumentOf(run.call.args, ['session']) ?? fromOptions(run.call);
  if (!value) return;
  for (const option of optionsOf(value)) {
    if (option.kind !== 'instance') continue;
    const ref = sessionRef(option) ?? scan.project.ref(option);
    const name =
      option.holder ?? textOf(argumentOf(option.args, ['session_id', 'sessionId', 0])) ?? 'session';
    const properties = { store: 'memory', session: nameIn(option.symbol) ?? option.symbol };
    scan.add({
      fact: 'node',
      ref,
      kind: 'store',
      name,
      framework,
      at: option.at,
      symbol: option.symbol,
      properties,
    });
    for (const agent of run.agents) {
      scan.add(relate('reads', agent.ref, ref, run.call.at), relate('writes', agent.ref, ref, run.call.at));
    }
  }
}

/**
 * Two objects for the same session in the same place are one session: `SQLiteSession("desk", "desk.db")`. Without a place
 * it lives and dies with the object.
 */
function sessionRef({ symbol, args }: InstanceValue): string | undefined {
  const texts = [...args.positional, ...args.named.map(({ value }) => value)].map(value => textOf(value));
  const whole = texts.length > 1 && texts.every(text => text !== undefined && text !== ':memory:');
  return whole ? `${framework}:session:${symbol}:${texts.join(':')}` : undefined;
}

/** JS: `run(agent, input, { session })`. */
function fromOptions(call: InstanceValue): Value | undefined {
  const options = call.args.positional[2];
  return options?.kind === 'record'
    ? options.entries.find(entry => entry.key === 'session')?.value
    : undefined;
}

type Guardrails = ReadonlyMap<string, readonly Barrier[]>;

/** Someone at a terminal, or speaking to a realtime agent. */
function person(scan: Scan, run: Run, guardrails: Guardrails): void {
  const { at } = run.call;
  const isVoice = /^Realtime/.test(nameIn(run.call.symbol) ?? '');
  const name = isVoice ? 'conversation' : 'terminal';
  const ref = `${framework}:${at.file}:${name}`;
  scan.add({
    fact: 'node',
    ref,
    kind: 'trigger',
    name,
    framework,
    at,
    properties: { type: name, interactive: true },
  });
  start(scan, ref, run, guardrails);
}

function start(scan: Scan, trigger: string, run: Run, guardrails: Guardrails): void {
  for (const agent of run.agents) {
    const barriers = guardrails.get(agent.ref) ?? [];
    scan.add(
      relate('triggers', trigger, agent.ref, run.call.at, { ...(barriers.length > 0 && { barriers }) }),
    );
  }
}

/** The input is the same whoever asks; a session may still bring more. */
function isToldFixed({ args }: InstanceValue): boolean {
  const input = argumentOf(args, ['input', 1]);
  const session = argumentOf(args, ['session']);
  return input !== undefined && session === undefined && isFixedText(input);
}

/** A request handler that runs agents, itself or through what it calls: whoever sends the request starts them. */
function web(scan: Scan, handler: WebHandler, runs: readonly Run[], guardrails: Guardrails): void {
  const places = new Set(callsUnder(scan.project, handler.fn).map(call => placeOf(call.id)));
  const started = runs.filter(
    run => places.has(placeOf(run.call.id)) && run.origins.runs.length === 0 && !isToldFixed(run.call),
  );
  if (started.every(run => run.agents.length === 0)) return;
  const { at } = handler;
  const ref = `${framework}:${at.file}:${at.line}:${handler.name}`;
  const label = requestLabel(handler);
  const properties = {
    type: handler.type,
    ...(handler.kind === 'user' && { interactive: true }),
    ...(handler.authentication && { login: handler.authentication.by }),
  };
  scan.add({
    fact: 'node',
    ref,
    kind: 'trigger',
    name: handler.name,
    framework,
    at,
    labels: [label],
    properties,
  });
  for (const run of started) start(scan, ref, run, guardrails);
}

/** A tool or guardrail whose body runs an agent hands it its arguments and gives back its answer. */
function insideTools(scan: Scan): void {
  for (const [ref, fn] of scan.handlers) {
    for (const call of callsUnder(scan.project, fn)) {
      if (!isRun(nameIn(call.symbol) ?? '')) continue;
      for (const agent of scan.agentsOf(
        argumentOf(call.args, ['starting_agent', 'startingAgent', 'agent', 0]),
      )) {
        const carries = isTyped(scan, agent) ? 'typed' : 'arguments';
        scan.add(relate('delegates', ref, agent.ref, call.at, { carries }));
      }
    }
  }
}
