import type { Location } from '../../../src/model/location.ts';
import type { ClassValue, FunctionValue, InstanceValue, Value } from '../../../src/resolve/value.ts';
import { describe } from '../../_shared/facts.ts';
import { framework, type Scan, type Toolset } from '../scan.ts';
import { flagOf, isAbsent, settingsOf, textOf, wordsOf } from '../values.ts';
import { parametersOf } from './functions.ts';
import { one } from './result.ts';

const bodies = ['_run', '_arun', '_call', 'run', 'func', 'call', 'invoke', 'execute'];

/**
 * A tool written as a class (`class X(BaseTool)` with `_run`, `class X extends StructuredTool` with `_call`). Name and
 * description come from the constructor call, the class or its constructor.
 */
export function classTool(
  scan: Scan,
  cls: ClassValue,
  instance: InstanceValue | undefined,
  at: Location,
): Toolset {
  const field = (name: string): Value | undefined => {
    if (instance) {
      const value = scan.project.member(instance, name);
      if (value.kind !== 'unknown' && value.kind !== 'external') return value;
    }
    return scan.project.classMember(cls, name);
  };
  const handler = bodyOf(scan, cls);
  const name = wordsOf(unwrap(field('name'))) ?? cls.def.name;
  const own = scan.project.ref(cls);
  const ref =
    name === cls.def.name || textOf(unwrap(scan.project.classMember(cls, 'name'))) === name
      ? own
      : `${own}#${name}`;
  const description = wordsOf(unwrap(field('description'))) ?? cls.def.doc;
  const schema = field('args_schema') ?? field('schema');
  const fields = schema && !isAbsent(schema) ? scan.project.fields(schema) : [];
  const base = scan.project
    .bases(cls)
    .find(symbol => !symbol.includes('/') && /Tool|Run|Search/.test(symbol));
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at: cls.at,
    ...describe(description),
    parameters: fields.length > 0 ? fields : handler ? parametersOf(scan, handler) : [],
    ...(handler ? { handler: scan.project.functionRef(handler) } : base && { symbol: base }),
    ...(instance && { settings: settingsOf(instance) }),
    ...(flagOf(field('return_direct') ?? field('returnDirect')) && { properties: { returnDirect: true } }),
  });
  if (handler) scan.handlers.set(ref, instance ? { ...handler, self: instance } : handler);
  return one({ ref, name, kind: 'tool', relation: 'uses', at, ...(handler && { handler }) });
}

/** The method that does the work: of `_run` and `_arun` the one that calls something. */
function bodyOf(scan: Scan, cls: ClassValue): FunctionValue | undefined {
  const found = bodies.flatMap(name => {
    const method = scan.project.classMember(cls, name);
    return method?.kind === 'function' ? [method] : [];
  });
  return (
    found.find(method => scan.project.callsIn(method).some(call => !/Error$/.test(call.symbol))) ?? found[0]
  );
}

/** pydantic's `name: str = Field("x")`. */
function unwrap(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'instance' || !/(?:^|[.#])Field$/.test(value.symbol)) return value;
  return value.args.named.find(item => item.name === 'default')?.value ?? value.args.positional[0];
}
