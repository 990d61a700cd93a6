import type { InstanceValue, Value } from '../../../src/resolve/value.ts';
import { describe } from '../../_shared/facts.ts';

import { mcpTools } from '../mcp.ts';
import { framework, type Scan, type Toolset } from '../scan.ts';
import { retrieverTool } from '../stores.ts';
import { isFamily, isToolBase, isToolFactory, isToolkitBase } from '../symbols.ts';
import { argument, flagOf, isAbsent, lastName, textOf, wordsOf } from '../values.ts';
import { classTool } from './classes.ts';
import { handled } from './functions.ts';
import { handoffTool } from './handoffs.ts';
import { platformTools } from './platforms.ts';
import { readyMade, toolkitTools } from './ready-made.ts';
import { lost, one, type ReadTools } from './result.ts';

/** The tools an object stands for: a tool, a toolkit's answer, an MCP client's answer, a tool node. */
export function objectTools(scan: Scan, object: InstanceValue, inner: ReadTools): Toolset {
  const { symbol } = object;
  const name = lastName(symbol);
  if (object.classValue) {
    const bases = scan.project.bases(object.classValue);
    if (bases.some(isToolBase)) return classTool(scan, object.classValue, object, object.at);
    if (bases.some(isToolkitBase)) return called(scan, object, inner);
    const own = externalTool(bases);
    if (own) return classTool(scan, object.classValue, object, object.at);
  }
  if (isToolFactory(symbol)) return madeByFactory(scan, object, object.args.positional[0], inner);
  if (isToolFactory(symbol.replace(/\(\)$/, '')) && symbol.endsWith('()')) {
    // `tool("name")(fn)`
    const fn = object.args.positional[0];
    const outer = object.receiver?.kind === 'instance' ? object.receiver : object;
    return madeByFactory(scan, { ...outer, id: object.id }, fn, inner);
  }
  if (/^(?:from_function|fromFunction)$/.test(name) || (isToolBase(symbol) && !symbol.includes('()'))) {
    const body = argument(object.args, ['func', 'coroutine'], name === 'Tool' ? 1 : 0) ?? lambdaOf(object);
    return fromBody(scan, object, body, inner);
  }
  if (/^(?:as_tool|asTool|convert_runnable_to_tool|convertRunnableToTool)$/.test(name))
    return runnableTool(scan, object);
  return (
    retrieverTool(scan, object) ??
    handoffTool(scan, object) ??
    mcpTools(scan, object) ??
    platformTools(scan, object) ??
    containers(object, inner) ??
    toolkitTools(scan, object, inner) ??
    readyMade(scan, object)
  );
}

function externalTool(bases: readonly string[]): string | undefined {
  return bases.find(base => isFamily(base) && /(?:Tool|Run|Search\w*|Results)$/.test(base));
}

function called(scan: Scan, toolkit: InstanceValue, inner: ReadTools): Toolset {
  const method = ['get_tools', 'getTools']
    .map(word => scan.project.member(toolkit, word))
    .find(value => value.kind === 'function');
  if (method) return inner(scan.project.call(method));
  const tools = scan.project.member(toolkit, 'tools');
  return tools.kind === 'unknown' || tools.kind === 'external'
    ? lost(`tools of ${toolkit.symbol}`, toolkit.at)
    : inner(tools);
}

/** `ToolNode(tools)`, `ToolExecutor(tools)`, wrappers that hand tools on as first argument. */
function containers(object: InstanceValue, inner: ReadTools): Toolset | undefined {
  if (!/(?:^|[.#])(?:ToolNode|ToolExecutor|ValidationNode|ToolInvoker)(?:\(\)\.\w+)?$/.test(object.symbol))
    return undefined;
  const node = object.symbol.endsWith('e') || object.receiver?.kind !== 'instance' ? object : object.receiver;
  const tools = argument(node.args, ['tools'], 0);
  return tools ? inner(tools) : { uses: [], missing: [] };
}

/** `tool(fn, {name, description, schema})`, `tool("name", fn)`, `tool(fn)`, `tool(Schema)`. */
function madeByFactory(scan: Scan, made: InstanceValue, first: Value | undefined, inner: ReadTools): Toolset {
  if (first?.kind === 'class') return inner(first);
  const second = made.args.positional[1];
  const body = first?.kind === 'function' ? first : second?.kind === 'function' ? second : first;
  return fromBody(scan, made, body, inner);
}

function lambdaOf(object: InstanceValue): Value | undefined {
  return object.args.positional.find(value => value.kind === 'function');
}

/** A tool object around a function; the object's own name wins over the function's. */
function fromBody(scan: Scan, object: InstanceValue, body: Value | undefined, inner: ReadTools): Toolset {
  const options = object.args.positional.findIndex(value => value.kind === 'record');
  const get = (names: readonly string[], position?: number): Value | undefined =>
    argument(object.args, names, position, Math.max(0, options));
  const isPlainTool = /(?:^|[.#])(?:Tool|DynamicTool)$/.test(object.symbol);
  const named = wordsOf(get(['name', 'name_or_callable'])) ?? positionalName(object, isPlainTool);
  const description = wordsOf(get(['description'], isPlainTool ? 2 : undefined));
  const schema = get(['args_schema', 'schema', 'argsSchema']);
  const returnDirect = flagOf(get(['return_direct', 'returnDirect'])) === true;
  const fn = body?.kind === 'union' ? body.options.find(option => option.kind === 'function') : body;
  if (fn?.kind === 'function') {
    const name = named ?? (fn.def.name || object.holder || 'anonymous');
    const ref = scan.project.ref(object);
    return handled(scan, fn, {
      name,
      ref,
      returnDirect,
      at: object.at,
      ...((description ?? fn.def.doc) !== undefined && { description: description ?? fn.def.doc ?? '' }),
      ...(schema && !isAbsent(schema) && { schema }),
    });
  }
  return opaque(scan, object, fn, { named, description, schema, returnDirect, inner });
}

function positionalName(object: InstanceValue, isPlainTool: boolean): string | undefined {
  const [first] = object.args.positional;
  return isPlainTool || isToolFactory(object.symbol) ? textOf(first) : undefined;
}

interface Opaque {
  readonly named: string | undefined;
  readonly description: string | undefined;
  readonly schema: Value | undefined;
  readonly returnDirect: boolean;
  readonly inner: ReadTools;
}

/** A tool object whose body is no function of the project: a method of a library object, an agent's `run`. */
function opaque(scan: Scan, object: InstanceValue, body: Value | undefined, tool: Opaque): Toolset {
  const name = tool.named ?? object.holder ?? lastName(object.symbol);
  const ref = scan.project.ref(object);
  const symbol = body?.kind === 'external' || body?.kind === 'instance' ? body.symbol : undefined;
  const fields = tool.schema && !isAbsent(tool.schema) ? scan.project.fields(tool.schema) : [];
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at: object.at,
    ...describe(tool.description),
    ...(fields.length > 0 && { parameters: fields }),
    ...(symbol !== undefined && { symbol: symbol.replace(/\(\)$/, '') }),
    ...(tool.returnDirect && { properties: { returnDirect: true } }),
  });
  if (symbol === undefined) {
    const why =
      body === undefined ? 'it has no function' : body.kind === 'unknown' ? body.detail : `a ${body.kind}`;
    scan.gap('unresolved-value', object.at, `What the tool '${name}' does could not be read: ${why}.`, ref);
  }
  scan.toolBodies.set(ref, body);
  return one({ ref, name, kind: 'tool', relation: 'uses', at: object.at });
}

/** `runnable.as_tool(name=…)`: an agent, graph or chain as a tool. */
function runnableTool(scan: Scan, object: InstanceValue): Toolset {
  const source = object.receiver ?? object.args.positional[0];
  const name = wordsOf(argument(object.args, ['name'])) ?? object.holder ?? 'tool';
  const ref = scan.project.ref(object);
  const description = wordsOf(argument(object.args, ['description']));
  scan.add({ fact: 'node', ref, kind: 'tool', name, framework, at: object.at, ...describe(description) });
  scan.toolBodies.set(ref, source);
  return one({ ref, name, kind: 'tool', relation: 'uses', at: object.at });
}
