import type { ExternalValue, InstanceValue, Value } from '../../../src/resolve/value.ts';
import { framework, type Scan, type Toolset } from '../scan.ts';
import { isFamily } from '../symbols.ts';
import { argument, chainOf, lastName, options, settingsOf, stringsOf, wordsOf } from '../values.ts';
import { toolNames } from './data/names.ts';
import { join, lost, one } from './result.ts';
import { hostedServer } from './schemas.ts';

/** A tool class of a library, made with its settings: the catalog knows it by symbol. */
export function readyMade(scan: Scan, object: InstanceValue): Toolset {
  const { symbol } = object;
  const provider = providerTool(scan, object);
  if (provider) return provider;
  if (/^(?:builtins|globalThis|importlib|typing|operator)\./.test(symbol))
    return lost(`what ${lastName(symbol)}() gives`, object.at);
  if (symbol.startsWith('?.'))
    return lost(`the result of ${symbol.slice(2)}() on an unknown object`, object.at);
  if (object.classValue && !isToolLike(symbol)) return lost(`an object of ${lastName(symbol)}`, object.at);
  if (gives(lastName(symbol)))
    return lost(`what ${lastName(symbol)}() of ${packageOf(symbol)} gives`, object.at);
  const own = wordsOf(argument(object.args, ['name']));
  const name = own ?? toolNames.get(className(symbol)) ?? className(symbol);
  const ref = scan.project.ref(object);
  const settings = { ...settingsOf(object), ...wrapperSettings(object) };
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at: object.at,
    symbol: symbol.replace(/(?:\(\))+$/, ''),
    ...(Object.keys(settings).length > 0 && { settings }),
  });
  return one({ ref, name, kind: 'tool', relation: 'uses', at: object.at });
}

/** Functions that give several tools at once, by their name. */
const gives = (name: string): boolean => /^[a-z][A-Za-z0-9_]*[Tt]ools$/.test(name) || name === 'tools';

const isToolLike = (symbol: string): boolean => /(?:Tool|Run|Search\w*)$/.test(symbol);

const packageOf = (symbol: string): string => symbol.split(/[.#]/)[0] ?? symbol;

/** The class of `pkg.Tool` and of `pkg.Tool.from_x`. */
function className(symbol: string): string {
  const words = symbol.replaceAll('()', '').split(/[.#/]/);
  return words.findLast(word => /^[A-Z]/.test(word)) ?? words.at(-1) ?? symbol;
}

/** A search tool often gets its limits in the wrapper object it is built around. */
function wrapperSettings(object: InstanceValue): ReturnType<typeof settingsOf> {
  const wrapper = argument(object.args, ['api_wrapper', 'wrapper', 'sync_browser', 'toolkit']);
  return wrapper?.kind === 'instance' ? settingsOf(wrapper) : {};
}

/** Namespaces of provider tools: `tools.webSearch()` of `@langchain/openai`, `tools.bash_20250124()` of anthropic. */
function providerTool(scan: Scan, object: InstanceValue): Toolset | undefined {
  const match = /^@langchain\/(openai|anthropic|google\w*|google-[\w-]+|xai)#tools\.(\w+)$/.exec(
    object.symbol,
  );
  const [, provider, method] = match ?? [];
  if (!provider || !method) return undefined;
  const plain = method.replace(/_\d{8}$/, '').replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
  const ref = scan.project.ref(object);
  const [first] = object.args.positional;
  if (/^mcp/.test(plain) && first?.kind === 'record') return hostedServer(scan, ref, first);
  const vendor = provider.startsWith('google') ? 'google' : provider;
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name: plain,
    framework,
    at: object.at,
    symbol: `${vendor}:${plain}`,
    settings: settingsOf(object),
    properties: { hosted: true },
  });
  return one({ ref, name: plain, kind: 'tool', relation: 'uses', at: object.at });
}

/**
 * `Toolkit(...).get_tools()`, `toolkit.tools`, `load_tools([...])`: one node per named tool, or one for the toolkit,
 * whose tools the catalog lists.
 */
export function toolkitTools(
  scan: Scan,
  object: InstanceValue,
  inner: (value: Value) => Toolset,
): Toolset | undefined {
  const name = lastName(object.symbol);
  if (/^(?:load_tools|load_huggingface_tool|loadTools)$/.test(name) && isFamily(object.symbol))
    return loaded(scan, object);
  if (!/^(?:get_?tools|tools|to_tool_list|getTools|aget_tools|get_tools_from_api_wrapper)$/i.test(name))
    return undefined;
  const toolkit = chainOf(object.receiver).at(-1) ?? chainOf(object.receiver)[0];
  if (!toolkit) return undefined;
  const nested = toolkit.args.positional.find(value => value.kind === 'list');
  if (/^(?:langchain_core|langchain)\.tools\.BaseToolkit$/.test(toolkit.symbol) && nested)
    return inner(nested);
  return toolkitNode(scan, toolkit, object);
}

function toolkitNode(scan: Scan, toolkit: InstanceValue, got: InstanceValue): Toolset {
  const symbol = toolkit.symbol.replace(/(?:\(\))+$/, '').replace(/\.(?:from_\w+|from[A-Z]\w*|create)$/, '');
  const only = options(argument(got.args, ['tools', 'selected_tools', 'include_tools'])).flatMap(stringsOf);
  const ref = scan.project.ref(toolkit);
  const settings = { ...settingsOf(toolkit), ...(only.length > 0 && { tools: only }) };
  const name = lastName(symbol);
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at: toolkit.at,
    symbol,
    ...(Object.keys(settings).length > 0 && { settings }),
    properties: { toolkit: true },
  });
  return one({ ref, name, kind: 'tool', relation: 'uses', at: got.at });
}

/** A toolkit object itself, as `create_sql_agent(toolkit=…)` takes it. */
export function toolkitObject(scan: Scan, value: Value | undefined): Toolset {
  const parts = options(value).flatMap(option =>
    option.kind === 'instance' ? [toolkitNode(scan, option, option)] : [],
  );
  return join(parts);
}

function loaded(scan: Scan, object: InstanceValue): Toolset {
  const names = options(argument(object.args, ['tool_names', 'task_or_repo_id'], 0)).flatMap(stringsOf);
  if (names.length === 0) return lost('load_tools with a computed list', object.at);
  return join(
    names.map(name => {
      const ref = `${scan.project.ref(object)}#${name}`;
      scan.add({
        fact: 'node',
        ref,
        kind: 'tool',
        name,
        framework,
        at: object.at,
        symbol: `langchain.load_tools(${name})`,
        ...(name === 'human' && { properties: { asksHuman: true } }),
      });
      return one({ ref, name, kind: 'tool', relation: 'uses', at: object.at });
    }),
  );
}

/**
 * A symbol from outside where a tool is expected: a ready-made tool object or function; a name such as `tools` stands
 * for an unknown list. A member of a tool source (`toolkit.get_tools()[0]`) is that source.
 */
export function externalTool(scan: Scan, value: ExternalValue, inner: (value: Value) => Toolset): Toolset {
  if (value.receiver) {
    const source = inner(value.receiver);
    if (source.uses.length > 0) return source;
  }
  const name = lastName(value.symbol);
  if (
    /tools?$|toolkit$/i.test(name) &&
    /^(?:all_?|get_?|agent_?|default_?|my_?)?tools(?:et|kit)?$/i.test(name)
  )
    return lost(`'${name}' of ${packageOf(value.symbol)}`, value.at);
  if (value.receiver?.kind === 'unknown' || /^(?:builtins|globalThis)\./.test(value.symbol))
    return lost(value.symbol, value.at);
  const ref = `symbol:${value.symbol}`;
  const shown = toolNames.get(name) ?? name;
  scan.add({ fact: 'node', ref, kind: 'tool', name: shown, framework, at: value.at, symbol: value.symbol });
  return one({ ref, name: shown, kind: 'tool', relation: 'uses', at: value.at });
}
