import type { Expression, Parameter } from '../../../src/lang/module.ts';
import type { NodeFact, ToolParameter } from '../../../src/model/fact.ts';
import type { CallArguments, ClassValue, FunctionValue, Value } from '../../../src/resolve/value.ts';
import { describe } from '../../_shared/facts.ts';
import { framework, type Scan, type Toolset } from '../scan.ts';
import { isToolFactory } from '../symbols.ts';
import { argument, flagOf, isAbsent, textOf, wordsOf } from '../values.ts';
import { one } from './result.ts';

/** A function used as a tool: under `@tool`, or plain. Name and description as the model sees them. */
export function functionTool(scan: Scan, fn: FunctionValue): Toolset {
  const decorator = toolDecorator(scan, fn);
  const args = decorator?.args;
  const own = fn.def.name === '' ? 'anonymous' : fn.def.name;
  const name = nameOf(args) ?? own;
  const schema = args && argument(args, ['args_schema']);
  const description = wordsOf(args && argument(args, ['description'])) ?? fn.def.doc;
  return handled(scan, fn, {
    name,
    ref: refOf(scan, fn, name),
    ...(description !== undefined && { description }),
    ...(schema && { schema }),
    returnDirect: flagOf(args && argument(args, ['return_direct'])) === true,
  });
}

interface Described {
  readonly name: string;
  readonly ref: string;
  readonly description?: string;
  /** Argument schema, where it is given apart from the function. */
  readonly schema?: Value;
  readonly returnDirect?: boolean;
  readonly at?: NodeFact['at'];
}

/** The tool whose body is a project function. */
export function handled(scan: Scan, fn: FunctionValue, tool: Described): Toolset {
  const { name, ref } = tool;
  const at = tool.at ?? fn.at;
  const fields = tool.schema && !isAbsent(tool.schema) ? scan.project.fields(tool.schema) : [];
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at,
    ...describe(tool.description),
    parameters: fields.length > 0 ? fields : parametersOf(scan, fn),
    handler: scan.project.functionRef(fn),
    ...(tool.returnDirect && { properties: { returnDirect: true } }),
  });
  scan.handlers.set(ref, fn);
  return one({ ref, name, kind: 'tool', relation: 'uses', at, handler: fn });
}

/** A function is one tool, unless a factory gives it another name each time. */
export function refOf(scan: Scan, fn: FunctionValue, name: string): string {
  const ref = scan.project.ref(fn);
  return name === fn.def.name || fn.def.name === '' ? ref : `${ref}#${name}`;
}

/** The `@tool` decorator of a function or class, if it is this family's. */
export function toolDecorator(
  scan: Scan,
  target: FunctionValue | ClassValue,
): { readonly args?: CallArguments } | undefined {
  if (target.def.decorators.length === 0) return undefined;
  return scan.project.decoratorsOf(target).find(item => isToolFactory(item.symbol));
}

function nameOf(args: CallArguments | undefined): string | undefined {
  if (!args) return undefined;
  return wordsOf(args.positional[0]) ?? textOf(argument(args, ['name', 'name_or_callable']));
}

/** Parameters the model fills: the object, run-time context and injected state left out. */
export function parametersOf(scan: Scan, fn: FunctionValue): readonly ToolParameter[] {
  const hidden = new Set(
    fn.def.params.filter((param, index) => isHidden(param, index, fn)).map(param => param.name),
  );
  return scan.project.parameters(fn).filter(parameter => !hidden.has(parameter.name));
}

const injected =
  /^(?:RunnableConfig|LangGraphRunnableConfig|ToolRuntime|Runtime|InjectedState|InjectedStore|InjectedToolCallId|InjectedToolArg|BaseStore|CallbackManagerForToolRun|AsyncCallbackManagerForToolRun|StreamWriter)$/;

function isHidden(param: Parameter, index: number, fn: FunctionValue): boolean {
  if (/^(?:self|cls|run_manager|_?runManager|callbacks)$/.test(param.name)) return true;
  if (param.annotation) return namesIn(param.annotation, 0).some(name => injected.test(name));
  // The second argument of a JS tool function is the run's configuration.
  return index > 0 && /\.[cm]?[jt]sx?$/.test(fn.file);
}

function namesIn(e: Expression, depth: number): readonly string[] {
  if (depth > 6) return [];
  const next = (inner: Expression): readonly string[] => namesIn(inner, depth + 1);
  switch (e.kind) {
    case 'name':
      return [e.name];
    case 'member':
      return [e.property];
    case 'call':
      return next(e.callee);
    case 'subscript':
      return [...next(e.object), ...next(e.index)];
    case 'list':
      return e.items.flatMap(item => next(item.value));
    case 'binary':
      return [...next(e.left), ...next(e.right)];
    case 'literal':
      return typeof e.value === 'string' ? [e.value] : [];
    default:
      return [];
  }
}
