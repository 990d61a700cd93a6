import type { FunctionDef } from '../lang/module.ts';
import { locate } from '../model/location.ts';
import type { ClassValue, FunctionValue, InstanceValue } from '../resolve/value.ts';
import { bindArguments } from './binding.ts';
import { common, noTest } from './conditions.ts';
import { asDeclared } from './declared.ts';
import { type Arguments, type Closure, constant, derive, type Flow, join, lost, type Test } from './flow.ts';
import { argumentsOf, toValue } from './from-value.ts';
import { type Exit, type Frame, limits, type Machine, type Site } from './machine.ts';
import { part } from './members.ts';

/** Follows a closure of the analysed body. */
export function callClosure(m: Machine, closure: Closure, args: Arguments, site: Site, frame: Frame): Flow {
  const fn = closure.frame.fn;
  return follow(m, { fn, def: closure.def, args, site, caller: frame, parent: closure.frame });
}

/** Follows a function or method of the project. */
export function callFunction(
  m: Machine,
  fn: FunctionValue,
  self: Flow | undefined,
  args: Arguments,
  site: Site,
  frame: Frame,
): Flow {
  const given = fn.partial ? argumentsOf(m.catalog, fn.partial) : undefined;
  const all: Arguments = given
    ? {
        ...args,
        positional: [...given.positional, ...args.positional],
        named: new Map([...given.named, ...args.named]),
      }
    : args;
  const bound =
    self ??
    (fn.self
      ? { sources: constant.sources, value: fn.self, contents: { fields: new Map(), rest: [] } }
      : undefined);
  return follow(m, { fn, def: fn.def, args: all, site, caller: frame, ...(bound && { self: bound }) });
}

/** Makes an object of a class of the project: its constructor is followed, so that its fields are known. */
export function construct(m: Machine, cls: ClassValue, args: Arguments, site: Site, frame: Frame): Flow {
  const at = locate(frame.fn.file, site.at);
  const value: InstanceValue = {
    kind: 'instance',
    id: `${at.file}:${at.line}:${at.column ?? 0}@${frame.run}`,
    symbol: `${cls.file}#${cls.def.name}`,
    classValue: cls,
    at,
    args: {
      positional: args.positional.map(toValue),
      named: [...args.named].map(([name, flow]) => ({ name, value: toValue(flow) })),
    },
  };
  const fields = new Map<string, Flow>(args.named);
  // `Request(**arguments)`: each field of the class is one of what the spread holds.
  if (args.rest)
    for (const { name } of m.project.fields(cls))
      if (!fields.has(name)) fields.set(name, part(args.rest, name));
  const self: Flow = {
    sources: constant.sources,
    value,
    contents: { fields, rest: [] },
    made: { symbol: value.symbol, args },
  };
  const maker = m.project.classMember(cls, '__init__') ?? m.project.classMember(cls, 'constructor');
  if (maker?.kind === 'function')
    callFunction(m, { ...maker, owner: cls, self: value }, self, args, site, frame);
  else if (fields.size === 0 && args.positional.length > 0)
    return { ...self, ...derive([...args.positional]), value };
  return self;
}

interface Following {
  readonly fn: FunctionValue;
  readonly def: FunctionDef;
  readonly args: Arguments;
  readonly site: Site;
  readonly caller: Frame;
  readonly parent?: Frame;
  readonly self?: Flow;
}

function follow(m: Machine, { fn, def, args, site, caller, parent, self }: Following): Flow {
  if (m.active.has(def)) return derive([...args.positional, ...args.named.values()]);
  if (caller.depth >= limits.depth) {
    m.bounded = true;
    return lost(`a call ${limits.depth} levels deep`);
  }
  const name = def.name || 'a nested function';
  const frame: Frame = {
    vars: new Map(),
    ...(parent && { parent }),
    fn,
    owner: def,
    python: m.project.modules.get(fn.file)?.language === 'python',
    checks: caller.checks,
    exits: [],
    yields: [],
    breaks: [],
    depth: caller.depth + 1,
    through: def.name ? [...caller.through, name] : caller.through,
    rootLine: caller.rootLine ?? site.at[0],
    run: m.memory.nextRun(),
  };
  m.active.add(def);
  bindArguments(m, def, args, self, frame);
  if (m.run(def.body, frame)) frame.exits.push({ flow: constant, checks: frame.checks, line: def.at[2] });
  m.active.delete(def);
  // What a helper made sure of before it came back holds for its caller too.
  if (frame.exits.length > 0) caller.checks = common(frame.exits.map(exit => exit.checks));
  const given = join([...frame.exits.map(exit => exit.flow), ...frame.yields]);
  const result = asDeclared(m, given, def.returns, fn);
  const test = testOf(frame.exits, caller);
  return test === noTest ? result : { ...result, test };
}

/** What a yes or a no of a helper means: the checks on all ways that may say so. */
function testOf(exits: readonly Exit[], caller: Frame): Test {
  const meaning = (flow: Flow): boolean | undefined =>
    flow.value?.kind === 'literal' ? Boolean(flow.value.value) : flow === constant ? false : undefined;
  const added = (exit: Exit, side: 'yes' | 'no') => [...exit.checks, ...(exit.flow.test?.[side] ?? [])];
  const yes = common(exits.filter(exit => meaning(exit.flow) !== false).map(exit => added(exit, 'yes')));
  const no = common(exits.filter(exit => meaning(exit.flow) !== true).map(exit => added(exit, 'no')));
  const fresh = (list: Test['yes']) => list.filter(check => !caller.checks.includes(check));
  const test = { yes: fresh(yes), no: fresh(no) };
  return test.yes.length + test.no.length > 0 ? test : noTest;
}
