import type { Doc } from '../../../analyzers/mcp-config/document.ts';
import type { Json } from '../../model/graph.ts';
import type { OfferedThing, ToolDefinition, ToolView } from '../../servers/view.ts';
import { annotationsOf, schemaParameters } from '../listing.ts';
import { isTooDeep } from '../stable-text.ts';
import type { Listing } from './list.ts';

/** What a connection showed of a server, and a sentence per thing that is odd or missing. */
export interface LiveView {
  readonly view: ToolView;
  readonly problems: readonly string[];
}

const maxName = 300;
const maxText = 20_000;
/** Escape sequences and other control characters: no name needs them, and a terminal obeys them. */
const control = /\p{Cc}/u;

/** Turns an answer into the tools of a server. Nothing in it is trusted; never throws. */
export function liveView(listing: Listing, source: string): LiveView {
  const problems = [...listing.problems];
  const items = listing.tools.map(record);
  const nameless = items.filter(item => item.name === undefined).length;
  const named = items.flatMap(item => (item.name === undefined ? [] : [{ ...item, name: item.name }]));
  const deep = named.filter(item => isTooDeep(item.value));
  const odd = named.filter(item => control.test(item.name));
  if (nameless > 0) problems.push(`${nameless} tools without a name were left out.`);
  if (deep.length > 0)
    problems.push(`The schema of ${listed(deep)} is nested too deeply; its end was left out.`);
  if (odd.length > 0) problems.push(`The name of ${listed(odd)} holds control characters.`);
  const tools = new Map(named.map(item => [item.name, definitionOf(item.name, item.value)]));
  if (tools.size < named.length)
    problems.push(`${named.length - tools.size} tools have the name of another.`);
  const complete = listing.way !== undefined && listing.problems.length === 0;
  return {
    problems,
    view: {
      via: 'live',
      tools: [...tools.values()],
      complete,
      source,
      ...(listing.instructions !== undefined && { instructions: listing.instructions.slice(0, maxText) }),
      resources: offered([...listing.resources, ...listing.resourceTemplates]),
      prompts: offered(listing.prompts),
      properties: {
        ...(listing.server && { answersAs: versionOf(listing.server) }),
        ...(listing.way && { protocol: listing.way }),
        ...(listing.unstable && { unstable: 'two listings in one connection differ' }),
      },
    },
  };
}

interface Item {
  readonly name: string | undefined;
  readonly value: { readonly [key: string]: unknown };
}

function record(value: unknown): Item {
  const item = isRecord(value) ? value : {};
  const { name } = item;
  return { name: typeof name === 'string' && name !== '' ? name.slice(0, maxName) : undefined, value: item };
}

function definitionOf(name: string, value: Item['value']): ToolDefinition {
  const { title, description, inputSchema } = value;
  const annotations = annotationsOf(docOf(value.annotations), text(title));
  return {
    name,
    ...(typeof title === 'string' && { title: title.slice(0, maxText) }),
    ...(typeof description === 'string' && { description: description.slice(0, maxText) }),
    parameters: schemaParameters(docOf(inputSchema)),
    ...(isRecord(inputSchema) && !isTooDeep(inputSchema) && { inputSchema: inputSchema as Json }),
    ...(annotations && { annotations }),
  };
}

function offered(values: readonly unknown[]): readonly OfferedThing[] {
  return values.flatMap(value => {
    if (!isRecord(value)) return [];
    const name = text(value.name) ?? text(value.uri) ?? text(value.uriTemplate);
    const uri = text(value.uri) ?? text(value.uriTemplate);
    const description = text(value.description);
    if (!name) return [];
    return [
      {
        name: name.slice(0, maxName),
        ...(description !== undefined && { description: description.slice(0, maxText) }),
        ...(uri !== undefined && { uri: uri.slice(0, maxName) }),
      },
    ];
  });
}

function versionOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name.slice(0, 100)} ${version.slice(0, 60)}`;
}

function listed(items: readonly { readonly name: string }[]): string {
  const [first] = items;
  const shown = `'${first?.name.slice(0, 60) ?? ''}'`;
  return items.length === 1 ? shown : `${shown} and ${items.length - 1} more`;
}

/** The reader of saved listings works on values with places; an answer has none. */
function docOf(value: unknown, depth = 6): Doc {
  const here = { line: 1, column: 1 };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'scalar', value, ...here };
  if (typeof value !== 'object' || value === null || depth <= 0)
    return { kind: 'scalar', value: null, ...here };
  if (Array.isArray(value))
    return { kind: 'list', items: value.map(item => docOf(item, depth - 1)), ...here };
  const entries = Object.entries(value).map(([key, item]) => ({
    key,
    value: docOf(item, depth - 1),
    ...here,
  }));
  return { kind: 'map', entries, ...here };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
