import type { Catalog } from '../catalog/types.ts';
import type { FunctionRef, ToolParameter } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import { patternNames } from '../resolve/collect.ts';
import type { Project } from '../resolve/project.ts';
import type { FunctionValue, Value } from '../resolve/value.ts';
import { createMachine } from './create-machine.ts';
import { environments } from './expressions.ts';
import {
  type Aspect,
  constantText,
  deepSources,
  type Flow,
  from,
  options,
  type Source,
  uniteSources,
} from './flow.ts';
import { fromValue } from './from-value.ts';
import { keptFields } from './kept.ts';
import type { Frame, Machine } from './machine.ts';
import { isBag } from './members.ts';
import type { Memory } from './memory.ts';
import { modelBases } from './model-classes.ts';
import { reachedArguments } from './reached.ts';
import { refine } from './refine.ts';
import type { Behavior, ReachedCall } from './types.ts';

/** Reads one handler as if the model called it. */
export function readBehavior(
  project: Project,
  catalog: Catalog,
  memory: Memory,
  fn: FunctionValue,
  lines?: FunctionRef['lines'],
): Behavior {
  const m = createMachine(project, catalog, memory);
  const frame: Frame = {
    vars: parametersOf(m, fn),
    fn,
    owner: fn.def,
    python: project.modules.get(fn.file)?.language === 'python',
    checks: [],
    exits: [],
    yields: [],
    breaks: [],
    through: [],
    run: memory.nextRun(),
    depth: 0,
  };
  m.active.add(fn.def);
  m.run(fn.def.body, frame);
  const counts = (line: number): boolean => !lines || (line >= lines[0] && line <= lines[1]);
  const own = frame.exits.filter(exit => counts(exit.line));
  const results = [...(own.length > 0 ? own : frame.exits).map(exit => exit.flow), ...frame.yields];
  const back = uniteSources(results.map(flow => deepSources(flow, true)));
  return {
    ...report(m, fn, back, counts),
    ...(!m.bounded && isTypedAnswer(results) && { answersTyped: true as const }),
  };
}

/** Everything that is given back went through a conversion to a number or truth value, or is written in the code. */
function isTypedAnswer(results: readonly Flow[]): boolean {
  const all = results.flatMap(options);
  return (
    all.some(flow => flow.checked) &&
    all.every(
      flow => flow.checked === true || constantText(flow) !== undefined || flow.value?.kind === 'literal',
    )
  );
}

/** Parameters as the model fills them; `self` and objects of the framework are what the program made. */
function parametersOf(m: Machine, fn: FunctionValue): Map<string, Flow> {
  const types = new Map(m.project.parameters(fn).map(p => [p.name, p]));
  const vars = new Map<string, Flow>();
  const python = m.project.modules.get(fn.file)?.language === 'python';
  const isMethod = fn.owner !== undefined && !fn.def.isStatic;
  const surroundings = python ? new Set<string>() : surroundingsOf(fn);
  for (const [name, value] of m.project.frame(fn)) {
    const known = types.get(name);
    const isFirst = python && isMethod && fn.def.params[0]?.name === name;
    const isSelf = name === 'this' || (isFirst && isOwnObject(fn, name));
    if (surroundings.has(name)) vars.set(name, given(m, name, value));
    else if (isSelf || (!isFirst && value.kind === 'instance' && !describing.test(value.symbol)))
      vars.set(name, isSelf ? made(m, value) : given(m, name, value));
    else {
      const typed = isTyped(known);
      const bag = !typed && known?.type !== 'string' && isBag(name);
      vars.set(name, { ...from({ kind: 'parameter', name, typed }), ...(bag && { bag }) });
    }
  }
  return vars;
}

/** A decorated function in a class without `self` is a plain function that only stands there. */
function isOwnObject({ def }: FunctionValue, name: string): boolean {
  return def.decorators.length === 0 || /^_{0,2}(?:self|cls|klass|mcs|this)$/.test(name);
}

/**
 * What a framework hands to a handler behind its arguments: `({ url }, { toolCallId, abortSignal })`. Where all the
 * model's arguments are one object, a second object taken apart is not the model's.
 */
function surroundingsOf({ def }: FunctionValue): ReadonlySet<string> {
  const [first, second] = def.params;
  const isObject =
    first !== undefined && (first.pattern !== undefined || isBag(first.name) || /^_/.test(first.name));
  if (!isObject || !second?.pattern || second.pattern.kind !== 'record') return new Set();
  return new Set(patternNames(second.pattern).map(({ name }) => name));
}

/**
 * Defaults that describe the parameter to the model and are not what it gets, and types that are read off a schema
 * (`args: z.infer<typeof Schema>`): such an object is what the model filled in.
 */
const describing =
  /^(?:zod(?:\/v[34](?:-mini)?)?#(?:\w{1,20}\.)?(?:infer|input|output|TypeOf)|@sinclair\/typebox#(?:\w{1,20}\.)?Static|valibot#(?:\w{1,20}\.)?Infer\w{1,10}|yup#(?:\w{1,20}\.)?InferType|superstruct#(?:\w{1,20}\.)?Infer|io-ts#(?:\w{1,20}\.)?TypeOf|effect#(?:Schema\.)+Type)$|^(?:pydantic|pydantic_core|fastapi|sqlmodel|langchain(?:_core)?\.pydantic_v1)\b.*\.(?:Field|FieldInfo|Query|Body|Path|Form)$/;

function isTyped(known: ToolParameter | undefined): boolean {
  return known?.values !== undefined || /^(?:integer|number|boolean|enum|null)$/.test(known?.type ?? '');
}

function made(m: Machine, value: Value): Flow {
  const cls = value.kind === 'instance' ? value.classValue : undefined;
  const kept = [...(cls ? keptFields(m, cls) : [])].map(
    name => [name, from({ kind: 'record', name, at: value.at })] as const,
  );
  return { ...fromValue(m.catalog, value), contents: { fields: new Map(kept), rest: [] } };
}

/** A parameter that is an object: of a model class (its fields are filled by the model), else of the framework. */
function given(m: Machine, name: string, value: Value): Flow {
  const cls = value.kind === 'instance' ? value.classValue : undefined;
  if (!cls || !m.project.bases(cls).some(base => modelBases.test(base))) {
    return { ...from({ kind: 'config', name }), value, contents: { fields: new Map(), rest: [] } };
  }
  const fields = m.project
    .fields(cls)
    .map(
      field => [field.name, from({ kind: 'parameter', name: field.name, typed: isTyped(field) })] as const,
    );
  return { sources: new Map(), value, contents: { fields: new Map(fields), rest: [] } };
}

function report(
  m: Machine,
  fn: FunctionValue,
  back: ReadonlyMap<string, Source>,
  counts: (line: number) => boolean,
): Behavior {
  const sources = [...back.values()];
  const calls = m.met.flatMap((call, index): readonly ReachedCall[] => {
    if (!counts(call.rootLine)) return [];
    const given = reachedArguments(m, call);
    const refined = refine(call, given, m.catalog);
    const aspects = sources.flatMap(s => (s.kind === 'call' && s.call === index ? [s.aspect] : []));
    return [
      {
        symbol: call.symbol,
        capabilities: refined.capabilities,
        at: call.at,
        through: call.through,
        arguments: refined.arguments ?? given,
        checks: call.checks,
        sure: call.sure,
        notes: refined.notes,
        returns: widest(aspects),
        why: call.row.why,
        reference: refined.reference ?? call.row.reference,
        ...(refined.service !== undefined && { service: refined.service }),
      },
    ];
  });
  const useful = calls.filter(
    call => call.capabilities.length > 0 && !call.capabilities.every(word => word === 'compute.pure'),
  );
  const unknown = [...m.unknown.values()]
    .filter(call => counts(call.rootLine))
    .map(({ key, rootLine: _line, ...call }) => ({ ...call, returned: back.has(key) }));
  const environment = sources.flatMap(s =>
    s.kind === 'config' ? (wholeEnvironment(m, fn, s.name) ?? []) : [],
  );
  const read = sources.flatMap(s =>
    s.kind === 'record' ? [{ name: s.name, at: s.at, access: 'read' as const }] : [],
  );
  const written = [...m.writes.values()].map(w => ({ ...w, access: 'write' as const }));
  return {
    at: fn.at,
    calls: distinct([...useful, ...environment]).sort((a, b) => compareLocations(a.at, b.at)),
    unknown: unknown
      .filter(call => call.parameters.length > 0 || call.returned)
      .sort((a, b) => compareLocations(a.at, b.at)),
    records: [...read, ...written].sort((a, b) => compareLocations(a.at, b.at)),
    echoes: [...new Set(sources.flatMap(s => (s.kind === 'parameter' ? [s.name] : [])))].sort(),
    answered: sources.length > 0 && !sources.some(s => s.kind === 'lost'),
    bounded: m.bounded,
  };
}

/** The whole environment in the result: a call in all but spelling. */
function wholeEnvironment(m: Machine, fn: FunctionValue, name: string): ReachedCall | undefined {
  const symbol = environments[name];
  const row = symbol === undefined ? undefined : m.catalog.symbol(symbol);
  if (!row || symbol === undefined) return undefined;
  const { capabilities, why, reference } = row;
  const rest = { through: [], arguments: [], checks: [], notes: ['all variables are given back'] };
  return { symbol, capabilities, at: fn.at, returns: 'content', sure: true, why, reference, ...rest };
}

function widest(aspects: readonly Aspect[]): ReachedCall['returns'] {
  return (['content', 'id', 'status'] as const).find(aspect => aspects.includes(aspect)) ?? 'none';
}

function distinct(calls: readonly ReachedCall[]): ReachedCall[] {
  return [...new Map(calls.map(call => [JSON.stringify(call), call])).values()];
}
