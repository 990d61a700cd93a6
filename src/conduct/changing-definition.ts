import type { Expression, FunctionDef, Module, Statement } from '../lang/module.ts';
import type { Deed } from '../model/deed.ts';
import type { NodeFact } from '../model/fact.ts';
import { locate, type Range } from '../model/location.ts';
import { type Part, partsOf, partsOfBody } from '../resolve/parts.ts';
import type { Project } from '../resolve/project.ts';

type Call = Expression & { readonly kind: 'call' };

/** The definition of a tool, or the list it stands in, is made from something that changes while the server runs. */
export function definitionDeeds(project: Project, fact: NodeFact): readonly Deed[] {
  const module = project.modules.get(fact.at.file);
  if (!module) return [];
  const { line } = fact.at;
  return changesIn(module).flatMap(({ deed, within, name }) =>
    within === undefined || name === fact.name || (line >= within[0] && line <= within[2]) ? [deed] : [],
  );
}

interface Change {
  readonly deed: Deed;
  /** Lines of the definition that it is about; absent for a list as a whole. */
  readonly within?: Range;
  readonly name?: string;
}

const known = new WeakMap<Module, readonly Change[]>();

function changesIn(module: Module): readonly Change[] {
  const before = known.get(module);
  if (before) return before;
  const state = stateOf(module);
  const found = [...partsOf(module.body)].flatMap(part => [
    ...ofDescription(part, module, state),
    ...ofList(part, module, state),
  ]);
  known.set(module, found);
  return found;
}

/** Names of a module that its functions give other values, and those among them that are counted up. */
interface State {
  readonly changing: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
}

function stateOf(module: Module): State {
  const top = new Set(module.body.flatMap(statement => assignedName(statement) ?? []));
  const changing = new Set<string>();
  const counted = new Set<string>();
  for (const part of partsOf(module.body)) {
    if (part.kind !== 'function') continue;
    const def = part.def as FunctionDef;
    const own = new Set(def.params.map(({ name }) => name));
    for (const inner of partsOfBody(def)) {
      const name = assignedName(inner as unknown as Statement);
      if (name === undefined || !top.has(name) || own.has(name)) continue;
      if (module.language === 'python' && !def.outerNames?.includes(name)) continue;
      changing.add(name);
      if (inner.op !== undefined || refersTo(inner.value as Expression | undefined, new Set([name])))
        counted.add(name);
    }
  }
  return { changing, counted };
}

function assignedName(part: Statement): string | undefined {
  return part.kind === 'assign' && part.target.kind === 'name' ? part.target.name : undefined;
}

/** `{name, description}` and `Tool(name=…, description=…)` whose description is decided by state. */
function ofDescription(part: Part, module: Module, { changing }: State): readonly Change[] {
  const get = fieldsOf(part);
  const text = get('description');
  const cause = text && causeOf(text, changing);
  if (!cause) return [];
  const name = get('name');
  return [
    {
      deed: deed(`a text that depends on ${cause}`, module, text.at),
      within: part.at,
      ...(name?.kind === 'literal' && { name: String(name.value) }),
    },
  ];
}

/** Fields of what defines a tool; none of anything else. */
function fieldsOf(part: Part): (name: string) => Expression | undefined {
  if (part.kind === 'record') {
    const { entries } = part as unknown as Expression & { readonly kind: 'record' };
    const get = (name: string): Expression | undefined =>
      entries.find(({ key }) => key?.kind === 'literal' && key.value === name)?.value;
    return get('inputSchema') || get('input_schema') || get('annotations') ? get : () => undefined;
  }
  if (part.kind !== 'call') return () => undefined;
  const { callee, args } = part as unknown as Call;
  if (!/^(?:Tool|tool|add_tool)$/.test(lastName(callee))) return () => undefined;
  return name => args.find(item => item.name === name)?.value;
}

/** What a text depends on: a name that changes, chance, or a condition on time or files. */
function causeOf(text: Expression, changing: ReadonlySet<string>): string | undefined {
  for (const part of partsOf([text])) {
    if (part.kind === 'conditional') {
      const { test } = part as unknown as Expression & { readonly kind: 'conditional' };
      const cause = conditionOf(test, changing);
      if (cause) return cause;
    }
    if (
      part.kind === 'call' &&
      /^(?:random|randint|choice|shuffle)$/.test(lastName((part as unknown as Call).callee))
    )
      return 'chance';
  }
  return text.kind === 'name' && changing.has(text.name) ? `'${text.name}', which changes` : undefined;
}

const clocks = /^(?:now|time|today|utcnow|getTime|monotonic|Date)$/;
const files = /^(?:exists|existsSync|is_file|isfile|readFileSync|read_text)$/;

function conditionOf(test: Expression, names: ReadonlySet<string>): string | undefined {
  for (const part of partsOf([test])) {
    if (part.kind === 'name' && names.has(String(part.name))) return `'${String(part.name)}', which changes`;
    if (part.kind !== 'call') continue;
    const called = lastName((part as unknown as Call).callee);
    if (clocks.test(called)) return 'the time';
    if (files.test(called)) return 'a file';
  }
  return undefined;
}

/** A handler of `tools/list` that counts: the list is another one after some calls. */
function ofList(part: Part, module: Module, { counted }: State): readonly Change[] {
  const def = listHandler(part);
  if (!def) return [];
  for (const inner of partsOfBody(def)) {
    if (inner.kind !== 'if' && inner.kind !== 'conditional') continue;
    const test = inner.test as Expression;
    const cause = conditionOf(test, counted);
    if (cause && !/file$/.test(cause))
      return [{ deed: deed(`part of a list that depends on ${cause}`, module, inner.at) }];
  }
  return [];
}

function listHandler(part: Part): FunctionDef | undefined {
  if (part.kind === 'function') {
    const def = part.def as FunctionDef;
    const isList = def.decorators?.some(
      item => item.kind === 'call' && lastName(item.callee) === 'list_tools',
    );
    return isList ? def : undefined;
  }
  if (part.kind !== 'call') return undefined;
  const { callee, args } = part as unknown as Call;
  const [schema, handler] = args;
  if (lastName(callee) !== 'setRequestHandler' || !schema || !/^ListTools/.test(lastName(schema.value)))
    return undefined;
  return handler?.value.kind === 'function' ? handler.value.def : undefined;
}

function refersTo(value: Expression | undefined, names: ReadonlySet<string>): boolean {
  if (!value) return false;
  for (const part of partsOf([value])) if (part.kind === 'name' && names.has(String(part.name))) return true;
  return false;
}

function deed(what: string, module: Module, at: Range): Deed {
  return { kind: 'changes-definition', what, at: locate(module.path, at) };
}

function lastName(value: Expression): string {
  if (value.kind === 'name') return value.name;
  if (value.kind === 'member') return value.property;
  if (value.kind === 'call') return lastName(value.callee);
  return '';
}
