import type { Expression } from '../../src/lang/module.ts';
import type { ToolParameter } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type {
  CallArguments,
  FunctionValue,
  InstanceValue,
  RecordValue,
  Value,
} from '../../src/resolve/value.ts';
import { approvalBarriers } from '../_shared/code/answers.ts';
import { argumentOf, optionsOf, textOf, truthOf } from '../_shared/code/arguments.ts';
import { describe } from '../_shared/facts.ts';
import { toolGuardrails } from './guardrails.ts';
import { framework, lost, one, type Scan, type Toolset } from './scan.ts';
import { nameIn } from './symbols.ts';

/** A function under `@function_tool`, or a plain one that stands among tools. */
export function decoratedTool(scan: Scan, fn: FunctionValue): Toolset {
  const decorator = scan.project
    .decoratorsOf(fn)
    .find(item => /^(?:function_tool|tool)$/.test(nameIn(item.symbol) ?? ''));
  return fromFunction(scan, scan.project.ref(fn), fn, decorator?.args, fn);
}

/** `function_tool(fn, …)`, `function_tool(name_override=…)(fn)`, `tool({…})`, `FunctionTool(…)`. */
export function madeTool(scan: Scan, call: InstanceValue): Toolset {
  const { args } = call;
  const ref = scan.project.ref(call);
  const wrapped = args.positional.find(item => item.kind === 'function');
  if (wrapped?.kind === 'function') {
    const outer = call.receiver?.kind === 'instance' ? call.receiver.args : args;
    return fromFunction(scan, ref, wrapped, outer, call);
  }
  const body = argumentOf(args, ['execute', 'invoke', 'on_invoke_tool', 'func']);
  const handler = functionOf(body);
  const given = textOf(argumentOf(args, ['name', 0])) ?? handler?.def.name;
  const schema = argumentOf(args, ['parameters', 'params_json_schema', 2]);
  return tell(scan, {
    ref,
    name: plainName(given || call.holder || 'tool'),
    value: call,
    description: textOf(argumentOf(args, ['description', 1])),
    parameters: schema ? fieldsOf(scan, schema) : undefined,
    handler,
    body,
    args,
  });
}

/** A JS tool written out as the record it is: `{type: 'function', name, parameters, invoke}`. */
export function recordTool(scan: Scan, record: RecordValue): Toolset {
  const args: CallArguments = { positional: [record], named: [] };
  const name = textOf(argumentOf(args, ['name']));
  const body = argumentOf(args, ['invoke', 'execute']);
  if (name === undefined) return lost('a record without a name', record.at);
  const schema = argumentOf(args, ['parameters']);
  const description = textOf(argumentOf(args, ['description']));
  const parameters = schema ? fieldsOf(scan, schema) : undefined;
  const handler = functionOf(body);
  const ref = scan.project.ref(record);
  return tell(scan, { ref, name, value: record, description, parameters, handler, body, args });
}

function fromFunction(
  scan: Scan,
  ref: string,
  fn: FunctionValue,
  args: CallArguments | undefined,
  value: FunctionValue | InstanceValue,
): Toolset {
  const name = textOf(argumentOf(args, ['name_override', 'name'])) ?? fn.def.name;
  const schema = argumentOf(args, ['parameters']);
  return tell(scan, {
    ref,
    name: plainName(name || (value.kind === 'instance' ? value.holder : undefined) || 'tool'),
    value,
    description: textOf(argumentOf(args, ['description_override', 'description'])) ?? fn.def.doc,
    parameters: schema ? fieldsOf(scan, schema) : parametersOf(scan, fn),
    handler: fn,
    body: fn,
    args,
  });
}

interface Tool {
  readonly ref: string;
  readonly name: string;
  readonly value: Value;
  readonly description: string | undefined;
  readonly parameters: readonly ToolParameter[] | undefined;
  readonly handler: FunctionValue | undefined;
  readonly body: Value | undefined;
  readonly args: CallArguments | undefined;
}

function tell(scan: Scan, tool: Tool): Toolset {
  const { ref, name, value, handler, args } = tool;
  const enabled = settingOf(scan, tool, ['is_enabled', 'isEnabled']);
  if (!scan.has(ref)) {
    const symbol =
      tool.body?.kind === 'external' || tool.body?.kind === 'instance' ? tool.body.symbol : undefined;
    scan.add({
      fact: 'node',
      ref,
      kind: 'tool',
      name,
      framework,
      at: value.at,
      ...describe(tool.description),
      ...(tool.parameters && { parameters: tool.parameters }),
      ...(handler && { handler: scan.project.functionRef(handler) }),
      ...(!handler && symbol && { symbol: symbol.replace(/(?:\(\))+$/, '') }),
      ...(truthOf(enabled) === false && { properties: { disabled: true } }),
    });
    if (handler) scan.handlers.set(ref, handler);
    else if (!symbol)
      scan.gap('unresolved-value', value.at, `What the tool '${name}' does was not resolved.`, ref);
  }
  return one({
    ref,
    name,
    relation: 'uses',
    at: value.at,
    barriers: [...approvalOf(scan, tool), ...toolGuardrails(scan, value, args)],
    ...(enabled && truthOf(enabled) === undefined && { conditional: true }),
  });
}

/** `needs_approval` of the constructor; a later assignment replaces it, one under a condition is an alternative. */
function approvalOf(scan: Scan, tool: Tool): readonly Barrier[] {
  const names = ['needs_approval', 'needsApproval'];
  const isScript = /\.[cm]?[jt]sx?$/.test(tool.value.at.file);
  const value = settingOf(scan, tool, names);
  return approvalBarriers(isScript ? 'needsApproval' : 'needs_approval', value, 1);
}

function settingOf(scan: Scan, tool: Tool, names: readonly string[]): Value | undefined {
  let value = argumentOf(tool.args, names);
  for (const use of scan.project.uses(tool.value)) {
    if (use.kind !== 'set' || !names.includes(use.property)) continue;
    const options = use.conditional
      ? [...(value ? optionsOf(value) : [no(use.value)]), use.value]
      : [use.value];
    value = options.length > 1 ? { kind: 'union', options, at: use.at } : use.value;
  }
  return value;
}

const no = (value: Value): Value => ({ kind: 'literal', value: false, at: value.at });

/** The first alternative that is a function of the project. */
export function functionOf(value: Value | undefined): FunctionValue | undefined {
  const found = value && optionsOf(value).find(option => option.kind === 'function');
  return found?.kind === 'function' ? found : undefined;
}

/** Fields of a schema: a zod object, a JSON schema, or what a model class says of itself. */
function fieldsOf(scan: Scan, schema: Value): readonly ToolParameter[] {
  const isOwn = schema.kind === 'instance' && /(?:model_json_schema|schema|json_schema)$/.test(schema.symbol);
  return scan.project.fields(isOwn && schema.receiver ? schema.receiver : schema);
}

/** Parameters the model fills: run context and the bound object left out. */
function parametersOf(scan: Scan, fn: FunctionValue): readonly ToolParameter[] {
  const hidden = new Set(
    fn.def.params
      .filter((param, index) =>
        param.annotation
          ? names(param.annotation, 0).some(name =>
              /^(?:RunContextWrapper|ToolContext|RunContext)$/.test(name),
            )
          : index === 0 && /^(?:self|cls)$/.test(param.name),
      )
      .map(param => param.name),
  );
  return scan.project.parameters(fn).filter(item => !hidden.has(item.name));
}

function names(e: Expression, depth: number): readonly string[] {
  if (depth > 5) return [];
  if (e.kind === 'name') return [e.name];
  if (e.kind === 'member') return [e.property];
  if (e.kind === 'subscript') return names(e.object, depth + 1);
  if (e.kind === 'binary') return [...names(e.left, depth + 1), ...names(e.right, depth + 1)];
  return e.kind === 'literal' && typeof e.value === 'string' ? [e.value.split('[')[0] ?? ''] : [];
}

/** The form both packages turn names into: only letters, digits, `_` and `-` stay. */
export function plainName(name: string): string {
  return name.trim().replace(/[^\w-]+/g, '_');
}
