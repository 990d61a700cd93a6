import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import type { Annotations, ToolParameter } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { DeclaredServer, DeclaredTool } from '../_shared/syntax/servers.ts';
import { all, childOf, field, type Place, placeOf, textOf, unquoted } from '../_shared/syntax/tree.ts';
import { annotationsIn, entriesOf, hintOf } from './literals.ts';
import { calleeName, optionParameter, schemaParameters, structParameters } from './parameters.ts';
import { type Scope, scopeOf, textValue } from './scope.ts';
import { wrapperCalls } from './wrappers.ts';

/** Servers, tools, and tools without a readable name. */
export interface Found {
  readonly servers: readonly DeclaredServer[];
  readonly tools: readonly DeclaredTool[];
  readonly unnamed: readonly Location[];
}

const sdk = /^github\.com\/(?:mark3labs\/mcp-go\/(?:mcp|server)|modelcontextprotocol\/go-sdk\/mcp)$/;

/** Reads all files of a module. */
export function readGo(files: readonly ParsedFile[]): Found {
  const scope = scopeOf(files);
  const found = files.map(file => readFile(file, scope, files));
  return {
    servers: found.flatMap(({ servers }) => servers),
    tools: found.flatMap(({ tools }) => tools),
    unnamed: found.flatMap(({ unnamed }) => unnamed),
  };
}

function readFile(file: ParsedFile, scope: Scope, files: readonly ParsedFile[]): Found {
  const names = importsOf(file);
  const tools: DeclaredTool[] = [];
  const servers: DeclaredServer[] = [];
  const unnamed: Location[] = [];
  for (const node of all(file.root, 'call_expression', 'composite_literal')) {
    const place = { file, node };
    const server = node.type === 'call_expression' ? serverOf(place, names, scope) : undefined;
    if (server) servers.push(server);
    const read = node.type === 'call_expression' ? fromOptions : fromLiteral;
    const tool = read(place, names, scope);
    if (!tool) continue;
    if ('parameters' in tool) {
      tools.push(tool);
      continue;
    }
    // The name is handed in: each call of the function around it makes a tool.
    const made = wrapperCalls(place, files, scope).flatMap(({ call, scope: inner }) => {
      const found = read(place, names, inner);
      return found && 'parameters' in found ? [{ ...found, at: placeOf(call) }] : [];
    });
    tools.push(...made);
    if (made.length === 0) unnamed.push(tool);
  }
  return { servers, tools, unnamed };
}

/** Names under which the file imports the SDKs. */
function importsOf(file: ParsedFile): ReadonlySet<string> {
  return new Set(
    all(file.root, 'import_spec').flatMap(node => {
      const path = field(node, 'path');
      const text = path ? unquoted(textOf({ file, node: path })) : '';
      if (!sdk.test(text)) return [];
      const alias = field(node, 'name');
      return [alias ? textOf({ file, node: alias }) : (text.split('/').at(-1) ?? text)];
    }),
  );
}

/** `mcp` of `mcp.NewTool`. */
function ownerOf({ file, node }: Place): string {
  const callee = field(node, 'function');
  const operand = callee?.type === 'selector_expression' ? field(callee, 'operand') : undefined;
  return operand ? textOf({ file, node: operand }) : '';
}

function serverOf(place: Place, names: ReadonlySet<string>, scope: Scope): DeclaredServer | undefined {
  if (!names.has(ownerOf(place))) return undefined;
  const { file, node } = place;
  const [first] = field(node, 'arguments')?.children ?? [];
  const callee = calleeName(place);
  const at = placeOf(place);
  if (callee === 'NewMCPServer') {
    const name = first && textValue({ file, node: first }, scope);
    return { at, ...(name && { name }) };
  }
  if (callee !== 'NewServer' || !first) return undefined;
  const entry = all(first, 'keyed_element').find(item => /^Name\b/.test(textOf({ file, node: item })));
  const value = entry?.children[1];
  const name = value && textValue({ file, node: value }, scope);
  return { at, ...(name && { name }) };
}

/**
 * `mcp.NewTool(name, options...)`, and functions of the project that pass a name and options of the SDK on. The options
 * give them away: nothing else takes `mcp.WithDescription`.
 */
function fromOptions(
  place: Place,
  names: ReadonlySet<string>,
  scope: Scope,
): DeclaredTool | Location | undefined {
  const { file, node } = place;
  const callee = calleeName(place);
  const isSdk = names.has(ownerOf(place));
  const given = field(node, 'arguments')?.children ?? [];
  const options = given.filter(item => item.type === 'call_expression').map(item => ({ file, node: item }));
  const telling = options.filter(
    item =>
      names.has(ownerOf(item)) &&
      /^With(?:Description|ToolAnnotation|\w+Annotation|ToolIcons)$/.test(calleeName(item)),
  );
  const [first] = given;
  if (isSdk ? callee !== 'NewTool' : telling.length === 0) return undefined;
  const name = first && textValue({ file, node: first }, scope);
  if (
    name === undefined ||
    (first?.type === 'call_expression' && !/^["`]/.test(textOf({ file, node: first })))
  )
    return placeOf(place);
  const annotations: Annotations = Object.assign({}, ...options.map(item => annotationOf(item, scope)));
  const second = given[1];
  const described =
    options.find(item => calleeName(item) === 'WithDescription') ??
    (isSdk ? undefined : second && { file, node: second });
  const description = described && textValue(described, scope);
  const handler = handlerOf(place, given, isSdk);
  const own = options.flatMap(item => optionParameter(calleeName(item), item, scope));
  return {
    name,
    at: placeOf(place),
    ...(description && { description }),
    annotations,
    parameters: own.length > 0 ? own : handlerParameters(handler, scope),
    ...(handler && { handler }),
  };
}

function annotationOf(option: Place, scope: Scope): Annotations {
  const name = calleeName(option);
  const args = field(option.node, 'arguments');
  if (!args) return {};
  if (name === 'WithToolAnnotation') return annotationsIn({ file: option.file, node: args }, scope);
  if (name === 'WithTitleAnnotation') {
    const title = textValue(option, scope);
    return title ? { title } : {};
  }
  return hintOf(name, textOf({ file: option.file, node: args })) ?? {};
}

/** The function that does the work: beside the options, in the call or the record around the tool. */
function handlerOf(place: Place, given: readonly TreeNode[], isSdk: boolean): string | undefined {
  const { file } = place;
  const candidates = isSdk ? siblings(place) : given.slice(1);
  const work = candidates.find(
    item =>
      /^(identifier|selector_expression|func_literal|call_expression)$/.test(item.type) &&
      !/^["`]/.test(textOf({ file, node: item })) &&
      item.start !== place.node.start &&
      !/\.With|^With/.test(textOf({ file, node: item }).slice(0, 60)),
  );
  if (!work) return undefined;
  return work.type === 'func_literal'
    ? `inline at line ${work.line}`
    : textOf({ file, node: work }).slice(0, 100);
}

/** What stands beside a node in the same call or record. */
function siblings({ file, node }: Place): readonly TreeNode[] {
  const around = all(file.root, 'argument_list', 'literal_value').filter(
    item => item.start <= node.start && item.end >= node.end && item !== node && item.children.length > 1,
  );
  const inner = around.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  const beside = (inner?.children ?? [])
    .map(item => (item.type === 'keyed_element' ? (item.children[1] ?? item) : item))
    .map(item => (item.type === 'literal_element' ? (item.children[0] ?? item) : item));
  // What comes after the tool is its handler; what comes before may be the server.
  return [...beside.filter(item => item.start >= node.end), ...beside.filter(item => item.end <= node.start)];
}

/** Parameters from the type a handler takes: `func(ctx, args SearchParams)`. */
function handlerParameters(handler: string | undefined, scope: Scope): readonly ToolParameter[] {
  const fn =
    handler === undefined
      ? undefined
      : scope.functions.get(handler.split('.').at(-1)?.replace(/\(.*$/s, '') ?? '');
  const list = fn && field(fn.node, 'parameters');
  if (!fn || !list) return [];
  return (
    list.children
      .flatMap(item => {
        const type = field(item, 'type');
        return type ? [textOf({ file: fn.file, node: type })] : [];
      })
      .map(type => structParameters(type, scope))
      .find(found => found.length > 0) ?? []
  );
}

const literalType = /(?:^|\.)\w*Tool$/;

/**
 * `mcp.Tool{Name, Description, InputSchema, Annotations}` of the SDK, and records of the project that hold the same:
 * projects wrap the SDK's type in one of their own.
 */
function fromLiteral(
  place: Place,
  names: ReadonlySet<string>,
  scope: Scope,
): DeclaredTool | Location | undefined {
  const { file, node } = place;
  const type = field(node, 'type');
  const body = field(node, 'body') ?? childOf(node, 'literal_value');
  const text = type ? textOf({ file, node: type }) : '';
  if (!body || !literalType.test(text)) return undefined;
  const entries = new Map(entriesOf({ file, node: body }).map(entry => [entry.key, entry.value]));
  const own = names.has(text.split('.')[0] ?? '') && text.endsWith('.Tool');
  const named = entries.get('Name');
  if (
    !named ||
    !(own || (entries.has('Description') && (entries.has('InputSchema') || entries.has('Annotations'))))
  )
    return undefined;
  const name = textValue({ file, node: named }, scope);
  if (name === undefined) return placeOf(place);
  const about = entries.get('Description');
  const description = about && textValue({ file, node: about }, scope);
  const schema = entries.get('InputSchema') ?? entries.get('RawInputSchema');
  const notes = entries.get('Annotations');
  const handler = handlerOf(place, [], true);
  const title = entries.get('Title');
  const titled = title && textValue({ file, node: title }, scope);
  const parameters = schema ? schemaParameters({ file, node: schema }, scope) : [];
  return {
    name,
    at: placeOf(place),
    ...(description && { description }),
    annotations: {
      ...(titled && { title: titled }),
      ...(notes && annotationsIn({ file, node: notes }, scope)),
    },
    parameters: parameters.length > 0 ? parameters : handlerParameters(handler, scope),
    ...(handler && { handler }),
  };
}
