import type { Argument, Expression, FunctionDef, Module } from '../../src/lang/module.ts';
import type { Annotations } from '../../src/model/fact.ts';
import { locate } from '../../src/model/location.ts';
import { partsOf } from '../../src/resolve/parts.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { Value } from '../../src/resolve/value.ts';
import { annotationsOf, textOf } from '../_shared/code/records.ts';
import { packageDir } from './endpoints.ts';
import type { Found, Offer } from './offer.ts';
import { pythonOffer } from './register.ts';

type Call = Expression & { readonly kind: 'call' };
/** What a name inside a wrapper stands for. */
type Names = ReadonlyMap<string, Value | undefined>;

/** A function of the project that is used as a decorator and registers what it decorates as a tool. */
interface Wrapper {
  readonly def: FunctionDef;
  readonly dir: string;
  /** The value of an argument of the registration, given those of the decorator. */
  field(name: string, given: Names): Value | undefined;
}

/** Python functions under decorators of the project's own that hand them to `server.tool(…)` or `server.add_tool(…)`. */
export function wrapped(project: Project): Found {
  const wrappers = wrappersOf(project);
  if (wrappers.length === 0) return { offers: [], unread: [] };
  const offers = [...project.modules.values()].flatMap(module =>
    module.language === 'python' ? offersIn(project, module, wrappers) : [],
  );
  return { offers, unread: [] };
}

function offersIn(project: Project, module: Module, wrappers: readonly Wrapper[]): readonly Offer[] {
  const dir = packageDir(project, module.path);
  return functionsIn(module).flatMap((def): readonly Offer[] => {
    for (const decorator of def.decorators) {
      const isCall = decorator.kind === 'call';
      const name = lastName(isCall ? decorator.callee : decorator);
      const wrapper = wrappers.find(item => item.def.name === name && sameTree(item.dir, dir));
      if (!wrapper || wrapper.def === def) continue;
      const [line, column] = def.at;
      const fn = project.function({ file: module.path, line, column });
      if (!fn) continue;
      const given = bound(wrapper.def, isCall ? decorator.args : [], argument =>
        standsFor(project, module.path, argument, new Map()),
      );
      const offer = pythonOffer(
        project,
        { kind: 'tool', at: locate(module.path, def.at) },
        fn,
        undefined,
        undefined,
      );
      if ('name' in offer) return [{ ...offer, ...shown(wrapper, given) }];
    }
    return [];
  });
}

/** Without a manifest each folder counts as its own; what lies below or above belongs to it. */
function sameTree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a) || a.split('/')[0] === b.split('/')[0];
}

function shown(wrapper: Wrapper, given: Names): { readonly annotations?: Annotations } {
  const title = textOf(wrapper.field('title', given));
  const annotations = annotationsOf(wrapper.field('annotations', given));
  if (title === undefined && !annotations) return {};
  return { annotations: { ...(title !== undefined && { title }), ...annotations } };
}

function wrappersOf(project: Project): readonly Wrapper[] {
  const python = [...project.modules.values()].filter(module => module.language === 'python');
  const all = python.flatMap(module => functionsIn(module).map(def => ({ def, module })));
  const found = all.flatMap(({ def, module }) => direct(project, def, module) ?? []);
  if (found.length === 0) return [];
  const more = all.flatMap(({ def, module }) => {
    if (found.some(wrapper => wrapper.def === def)) return [];
    return indirect(project, def, module, found) ?? [];
  });
  return [...found, ...more];
}

/** `def register(…): def decorate(fn): server.tool(…)(fn); return decorate`. */
function direct(project: Project, def: FunctionDef, module: Module): Wrapper | undefined {
  for (const statement of def.body) {
    if (statement.kind !== 'function') continue;
    const inner = statement.def;
    const [decorated] = inner.params;
    const isReturned = def.body.some(
      item => item.kind === 'return' && item.value?.kind === 'name' && item.value.name === inner.name,
    );
    const call = decorated && isReturned ? registration(inner, decorated.name) : undefined;
    if (!call) continue;
    return {
      def,
      dir: packageDir(project, module.path),
      field: (name, given) => {
        const argument = call.args.find(item => item.name === name)?.value;
        return argument && standsFor(project, module.path, argument, given);
      },
    };
  }
  return undefined;
}

/** The call that registers a parameter: `x.tool(…)(fn)`, `x.tool(…)(wrap(fn))`, `x.add_tool(fn, …)`. */
function registration(inner: FunctionDef, parameter: string): Call | undefined {
  for (const part of partsOf(inner.body)) {
    if (part.kind !== 'call') continue;
    const call = part as unknown as Call;
    if (!call.args.some(item => mentions(item.value, parameter))) continue;
    const { callee } = call;
    if (callee.kind === 'call' && callee.callee.kind === 'member' && callee.callee.property === 'tool')
      return callee;
    if (callee.kind === 'member' && callee.property === 'add_tool') return call;
  }
  return undefined;
}

function mentions(value: Expression, name: string): boolean {
  if (value.kind === 'name') return value.name === name;
  return value.kind === 'call' && value.args.some(item => mentions(item.value, name));
}

/** `def reader(self, title): return self.register(title, READ_ONLY)`. */
function indirect(
  project: Project,
  def: FunctionDef,
  module: Module,
  wrappers: readonly Wrapper[],
): Wrapper | undefined {
  for (const statement of def.body) {
    if (statement.kind !== 'return' || statement.value?.kind !== 'call') continue;
    const { callee, args } = statement.value;
    const inner = wrappers.find(item => item.def.name === lastName(callee));
    if (!inner) continue;
    return {
      def,
      dir: packageDir(project, module.path),
      field: (name, given) =>
        inner.field(
          name,
          bound(inner.def, args, argument => standsFor(project, module.path, argument, given)),
        ),
    };
  }
  return undefined;
}

/** Arguments by the names of the parameters they reach. */
function bound(
  def: FunctionDef,
  args: readonly Argument[],
  read: (value: Expression) => Value | undefined,
): Names {
  const parameters = def.params.filter(({ name }) => name !== 'self' && name !== 'cls');
  const given = args.map((argument, index) => {
    const name = argument.name ?? parameters[index]?.name ?? '';
    return [name, read(argument.value)] as const;
  });
  return new Map(given);
}

function standsFor(project: Project, file: string, value: Expression, names: Names): Value | undefined {
  if (value.kind === 'literal') return { kind: 'literal', value: value.value, at: locate(file, value.at) };
  if (value.kind !== 'name') return undefined;
  return names.has(value.name) ? names.get(value.name) : project.exported(file, value.name);
}

const known = new WeakMap<Module, readonly FunctionDef[]>();

function functionsIn(module: Module): readonly FunctionDef[] {
  const before = known.get(module);
  if (before) return before;
  const found: FunctionDef[] = [];
  for (const part of partsOf(module.body)) if (part.kind === 'function') found.push(part.def as FunctionDef);
  known.set(module, found);
  return found;
}

function lastName(value: Expression): string {
  if (value.kind === 'name') return value.name;
  return value.kind === 'member' ? value.property : '';
}
