import type { CallArguments, FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, optionsOf, textOf } from '../_shared/code/arguments.ts';
import { functionOf } from '../_shared/code/records.ts';
import type { Api } from './symbols.ts';
import { toolsetMembers } from './toolset.ts';

/** One entry of a tools argument, as far as its form tells. */
export type Entry =
  | {
      readonly kind: 'schema';
      readonly name: string;
      readonly description?: string;
      readonly parameters?: Value;
      readonly handler?: FunctionValue;
      readonly value: Value;
    }
  | { readonly kind: 'function'; readonly fn: FunctionValue }
  | {
      readonly kind: 'hosted';
      readonly name: string;
      readonly symbol: string;
      /** A person is asked before each call. */
      readonly asks?: boolean;
      readonly value: Value;
    }
  | { readonly kind: 'server'; readonly args: CallArguments; readonly value: Value }
  | { readonly kind: 'unknown'; readonly why: string; readonly value: Value };

/** Built-in tools of Gemini by the key or argument that switches them on. */
const google: { readonly [key: string]: string } = {
  google_search: 'google_search',
  googleSearch: 'google_search',
  google_search_retrieval: 'google_search_retrieval',
  googleSearchRetrieval: 'google_search_retrieval',
  url_context: 'url_context',
  urlContext: 'url_context',
  code_execution: 'code_execution',
  codeExecution: 'code_execution',
  google_maps: 'google_maps',
  googleMaps: 'google_maps',
  file_search: 'file_search',
  fileSearch: 'file_search',
  computer_use: 'computer_use',
  computerUse: 'computer_use',
  enterprise_web_search: 'enterprise_web_search',
  enterpriseWebSearch: 'enterprise_web_search',
  retrieval: 'retrieval',
};

/** Helpers that make a tool schema of a class or function. */
const wrappers =
  /(?:^|[.#])(?:pydantic_function_tool|zodFunction|zodResponsesFunction|betaZodTool|betaTool|beta_tool|beta_async_tool|FunctionDeclaration|from_func|from_callable|function_to_schema|FunctionTool|callable_to_tool)$/;

const version = /_(?:\d{8}|preview(?:_\d{4}_\d{2}_\d{2})?|\d{4}_\d{2}_\d{2})$/;

/** What one member of a tools argument is; a member may hold several. */
export function entriesOf(api: Api, value: Value, depth = 0): readonly Entry[] {
  if (depth > 6) return [{ kind: 'unknown', why: 'tools nested too deep', value }];
  if (value.kind === 'union') return value.options.flatMap(option => entriesOf(api, option, depth + 1));
  if (value.kind === 'list') {
    const inner = value.items.flatMap(item => entriesOf(api, item.value, depth + 1));
    return value.open === undefined ? inner : [...inner, { kind: 'unknown', why: value.open, value }];
  }
  if (value.kind === 'function') return [{ kind: 'function', fn: value }];
  if (value.kind === 'literal') return [];
  if (value.kind === 'record') return ofArguments(api, { positional: [value], named: [] }, value, depth);
  if (value.kind === 'instance') return ofInstance(api, value, depth);
  return [
    {
      kind: 'unknown',
      why: value.kind === 'unknown' ? value.detail : 'a value that is made elsewhere',
      value,
    },
  ];
}

function ofInstance(api: Api, value: InstanceValue, depth: number): readonly Entry[] {
  const { args } = value;
  if (wrappers.test(value.symbol)) {
    const [first] = args.positional;
    const fn = functionOf(first);
    if (fn && first?.kind === 'function') return [{ kind: 'function', fn }];
    const name = textOf(argumentOf(args, ['name'])) ?? (first?.kind === 'class' ? first.def.name : undefined);
    const handler = functionOf(argumentOf(args, ['run', 'function', 'execute']));
    const parameters = argumentOf(args, ['parameters', 'inputSchema', 'parameters_json_schema']) ?? first;
    if (name !== undefined)
      return [schema(name, textOf(argumentOf(args, ['description'])), parameters, value, handler)];
  }
  // `json.loads(text)`, `[t.to_dict() for t in …]`: nothing about the single tools is known.
  const found = ofArguments(api, args, value, depth);
  // A list of declarations that is empty is no list that nobody knows.
  if (found.length > 0 || argumentOf(args, ['functionDeclarations', 'function_declarations'])) return found;
  return [{ kind: 'unknown', why: `what ${value.symbol.split(/[.#/]/).at(-1)} gives`, value }];
}

function ofArguments(api: Api, args: CallArguments, value: Value, depth: number): readonly Entry[] {
  const get = (...names: readonly string[]): Value | undefined => argumentOf(args, names);
  const type = textOf(get('type'));
  if (type === 'mcp') return [{ kind: 'server', args, value }];
  const spec = get('function', 'toolSpec', 'tool_spec');
  if (spec && (spec.kind === 'record' || spec.kind === 'instance' || spec.kind === 'union'))
    return optionsOf(spec).flatMap(item => entriesOf(api, item, depth + 1));
  const declared = get('functionDeclarations', 'function_declarations');
  const hosted = Object.entries(google).flatMap(([key, name]): readonly Entry[] => {
    const on = api.provider === 'google' ? get(key) : undefined;
    return on ? [{ kind: 'hosted', name, symbol: `google:${name}`, value }] : [];
  });
  if (declared || hosted.length > 0)
    return [...hosted, ...(declared ? entriesOf(api, declared, depth + 1) : [])];
  const name = textOf(get('name'));
  if (type !== undefined && type !== 'function' && type !== 'custom') {
    const plain = type.replace(version, '');
    if (plain === 'agent_toolset')
      return toolsetMembers(value).map(item => ({ kind: 'hosted', value, ...item }));
    const provider =
      version.test(type) && api.provider === 'openai' && !type.includes('preview') ? 'openai' : api.provider;
    return [{ kind: 'hosted', name: name ?? plain, symbol: `${provider}:${plain}`, value }];
  }
  if (name === undefined) {
    if (value.kind !== 'record') return [];
    // A table of schemas by name.
    const inner = value.entries.flatMap(entry =>
      entry.value.kind === 'record' ? entriesOf(api, entry.value, depth + 1) : [],
    );
    return inner.length > 0
      ? inner
      : [{ kind: 'unknown', why: 'a schema whose name is known only when the program runs', value }];
  }
  const handler = functionOf(get('run', 'execute', 'func', 'handler'));
  const own = get('function');
  return [
    schema(
      name,
      textOf(get('description')),
      get('parameters', 'input_schema', 'inputSchema', 'parametersJsonSchema'),
      value,
      handler ?? (own?.kind === 'function' ? own : undefined),
    ),
  ];
}

function schema(
  name: string,
  description: string | undefined,
  parameters: Value | undefined,
  value: Value,
  handler?: FunctionValue,
): Entry {
  return {
    kind: 'schema',
    name,
    value,
    ...(description !== undefined && { description }),
    ...(parameters && { parameters }),
    ...(handler && { handler }),
  };
}
