import { ts } from 'ts-morph';
import type { ToolDefinition } from '../../../servers/view.ts';
import { createMachine } from './create-machine.ts';
import { annotationsOf, definition } from './definition.ts';
import type { Env } from './env.ts';
import { bareCallee, type SourceFile } from './file.ts';
import { fromRecord } from './from-record.ts';
import { classTools, moduleTools, recordTools } from './lookalikes.ts';
import { type Machine, refill } from './machine.ts';
import { createProgram, type PackageSource } from './program.ts';
import { generalRun, runsOf } from './runs.ts';
import { asText, unknown, type Value } from './value.ts';

/** What a package was seen to offer. */
export interface Extracted {
  readonly tools: readonly ToolDefinition[];
  /** False when a registration or a list could not be read completely. */
  readonly complete: boolean;
  readonly files: number;
}

const registering = new Set(['registerTool', 'tool', 'addTool', 'registerAppTool', 'registerToolTask']);
const maxFiles = 3_000;

/** Reads the tools of an MCP server from its JavaScript, bundled or not, without running it. Never throws. */
export function extractTools(
  source: PackageSource & { imports(path: string): readonly string[] },
  entries: readonly string[],
): Extracted {
  const program = createProgram(source);
  const queue = [...entries];
  const seen = new Set(queue);
  for (let i = 0; i < queue.length && i < maxFiles; i++) {
    const path = queue[i] ?? '';
    if (/\.json$/.test(path) || !program.file(path)) continue;
    for (const specifier of source.imports(path)) {
      const target = source.resolve(path, specifier);
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      queue.push(target);
    }
  }
  const m = createMachine(program);
  const found = new Map<string, ToolDefinition>();
  let complete = true;
  const add = (tool: ToolDefinition | undefined): void => {
    if (tool && richer(tool, found.get(tool.name))) found.set(tool.name, tool);
  };
  for (const file of [...program.loaded.values()]) {
    for (const name of registering) {
      for (const call of file.calls.get(name) ?? []) {
        const read = registration(m, file, call, name);
        read.tools.forEach(add);
        complete &&= read.complete;
      }
    }
    for (const call of file.calls.get('setRequestHandler') ?? []) {
      const read = listHandler(m, file, call);
      read.tools.forEach(add);
      complete &&= read.complete;
    }
  }
  const known = new Set(found.keys());
  const all = [...program.loaded.values()];
  const more = [...recordTools(m, all, known.size === 0), ...classTools(m, all)];
  const others = more.filter(tool => !known.has(tool.name));
  // A loop of which only the first round could be followed looks complete; the definitions in the code tell.
  const isShort = known.size < 5 && others.length > 5 * Math.max(1, known.size);
  complete &&= !isShort;
  if (!complete || known.size === 0) {
    const listed = more.length > 0 || known.size > 0 ? [] : moduleTools(m, source, entries);
    for (const tool of [...others, ...listed]) add(tool);
  }
  const tools = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { tools, complete: complete && tools.length > 0, files: program.loaded.size };
}

/** Prefers the definition that says more. */
function richer(tool: ToolDefinition, known: ToolDefinition | undefined): boolean {
  if (!known) return true;
  const weight = (item: ToolDefinition): number =>
    (item.description?.length ? 2 : 0) + (item.annotations ? 1 : 0) + (item.parameters.length > 0 ? 1 : 0);
  return weight(tool) > weight(known);
}

interface Read {
  readonly tools: readonly ToolDefinition[];
  readonly complete: boolean;
}

const nothing: Read = { tools: [], complete: true };

function registration(m: Machine, file: SourceFile, call: ts.CallExpression, name: string): Read {
  const args = name === 'registerAppTool' ? call.arguments.slice(1) : [...call.arguments];
  const [first] = args;
  if (!first || (!isMember(call) && name !== 'registerAppTool')) return nothing;
  if (name === 'tool' && args.length < 2 && !ts.isObjectLiteralExpression(first)) return nothing;
  const scope = file.scopeAt(call);
  const general = generalRun(m, scope);
  const plain = general && inRun(m, args, general, name);
  if (plain && isStatic(m, first, general) && !insideLoop(call)) return { tools: [plain], complete: true };
  refill(m);
  const runs = runsOf(m, scope);
  const tools = runs.flatMap(run => {
    refill(m);
    return inRun(m, args, run, name) ?? [];
  });
  if (tools.length > 0) return { tools, complete: tools.length >= runs.length * 0.99 };
  // A method of the SDK itself, or of a helper nobody calls.
  return plain
    ? { tools: [plain], complete: true }
    : { tools: [], complete: !looksLikeRegistration(args, name) };
}

function isMember(call: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(bareCallee(call.expression));
}

/** The name does not hang on who calls. */
function isStatic(m: Machine, node: ts.Expression, at: Env): boolean {
  return (
    ts.isStringLiteralLike(node) || (m.evaluate(node, at).t === 'literal' && !mentionsParameter(m, node, at))
  );
}

function mentionsParameter(m: Machine, node: ts.Expression, at: Env): boolean {
  const file = m.program.file(at.scope.file);
  let found = false;
  const visit = (item: ts.Node): void => {
    if (ts.isIdentifier(item) && file) {
      for (
        let scope: ReturnType<SourceFile['scopeAt']> | undefined = file.scopeAt(item);
        scope;
        scope = scope.parent
      ) {
        const binding = scope.bindings.get(item.text);
        if (!binding) continue;
        found ||= binding.how === 'parameter' || binding.how === 'each';
        break;
      }
    }
    if (item.kind === ts.SyntaxKind.ThisKeyword) found = true;
    ts.forEachChild(item, visit);
  };
  visit(node);
  return found;
}

function insideLoop(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent)
    if (ts.isForOfStatement(at) || ts.isForInStatement(at)) return true;
  return false;
}

function looksLikeRegistration(args: readonly ts.Expression[], name: string): boolean {
  return name !== 'tool' && args.length >= 2;
}

function inRun(
  m: Machine,
  args: readonly ts.Expression[],
  at: Env,
  name: string,
): ToolDefinition | undefined {
  refill(m);
  const values = args.map(node => m.evaluate(ts.isSpreadElement(node) ? node.expression : node, at));
  const [first, second] = values;
  if (first?.t === 'record' && (args.length === 1 || name === 'addTool')) return fromRecord(m, first);
  if (asText(first) === undefined) return undefined;
  if (name !== 'tool') return fromConfig(m, first, second);
  const middle = values.slice(1, -1);
  const description = middle.find(value => asText(value) !== undefined);
  const records = middle.filter(value => value.t === 'record' || value.t === 'schema');
  const hints = records.find(value => annotationsOf(m, value) !== undefined && !hasSchemas(value));
  const schema = records.find(value => value !== hints);
  return definition(m, first, {
    ...(description && { description }),
    ...(schema && { schema }),
    ...(hints && { annotations: hints }),
  });
}

function hasSchemas(value: Value): boolean {
  return value.t === 'record' && [...value.entries.values()].some(item => item.t === 'schema');
}

function fromConfig(
  m: Machine,
  name: Value | undefined,
  config: Value | undefined,
): ToolDefinition | undefined {
  if (config?.t !== 'record') return definition(m, name, {});
  const get = (key: string): Value => config.entries.get(key) ?? unknown;
  return definition(m, name, {
    title: get('title'),
    description: get('description'),
    schema: get('inputSchema'),
    annotations: get('annotations'),
  });
}

/** `setRequestHandler(ListToolsRequestSchema, handler)`. */
function listHandler(m: Machine, file: SourceFile, call: ts.CallExpression): Read {
  const [request, handler] = call.arguments;
  if (!request || !handler) return nothing;
  const scope = file.scopeAt(call);
  const general = generalRun(m, scope);
  refill(m);
  if (!general || !isListRequest(m, request, general)) return nothing;
  const read = answers(m, handler, [general]);
  if (read.tools.length > 0 && read.complete) return read;
  const more = answers(m, handler, runsOf(m, scope));
  return more.tools.length >= read.tools.length ? more : read;
}

function isListRequest(m: Machine, node: ts.Expression, at: Env): boolean {
  if (/\bListToolsRequestSchema\d*$/.test(node.getText())) return true;
  const value = m.evaluate(node, at);
  if (value.t === 'external') return value.name.endsWith('ListToolsRequestSchema');
  if (value.t === 'literal') return value.value === 'tools/list';
  if (value.t !== 'schema') return false;
  const { properties } = value.schema.json as { properties?: { method?: { const?: unknown } } };
  return properties?.method?.const === 'tools/list';
}

function answers(m: Machine, handler: ts.Expression, runs: readonly Env[]): Read {
  const tools: ToolDefinition[] = [];
  let complete = runs.length > 0;
  for (const run of runs.slice(0, 20)) {
    refill(m);
    const answer = m.call(m.evaluate(handler, run), []);
    const listed = answer.t === 'list' ? answer : m.member(answer, 'tools');
    if (listed.t !== 'list') {
      complete = false;
      continue;
    }
    const read = listed.items.map(item => fromRecord(m, item));
    tools.push(...read.filter(item => item !== undefined));
    complete &&= !listed.open && read.every(item => item !== undefined) && read.length > 0;
  }
  return { tools, complete };
}
