import { at, type Doc, flag, plainOf, text } from '../../analyzers/mcp-config/document.ts';
import { parseJson } from '../../analyzers/mcp-config/parse-json.ts';
import type { Annotations, Fact, GapFact, NodeFact, ToolParameter } from '../model/fact.ts';
import type { Location } from '../model/location.ts';

const framework = 'mcp';
/** The client that is taken to connect to every server of the listings. */
const clientRef = 'host:listing:';
const maxTools = 20_000;

/**
 * Facts of a saved `tools/list` answer: `{server?, tools}`, an array of those, a bare list of tools, or the JSON-RPC
 * message around one. Servers listed together are taken to be used by one client. Never throws.
 */
export function listingFacts(path: string, content: string): readonly Fact[] {
  const file = path.replace(/\\/g, '/').split('/').at(-1) ?? path;
  const { root, problems } = parseJson(content);
  const [problem] = problems;
  if (!root || problem) return [gap(file, problem?.line ?? 1, problem?.detail ?? 'The file is empty.')];
  const servers = listings(root);
  if (servers.length === 0) return [gap(file, 1, 'The file holds no list of tools.')];
  const client: NodeFact = {
    fact: 'node',
    ref: clientRef,
    kind: 'agent',
    name: 'MCP client',
    framework,
    at: { file, line: 1 },
    properties: { client: 'listing' },
  };
  return [client, ...servers.flatMap((server, index) => serverFacts(file, server, index))];
}

interface Listing {
  readonly server: Doc | undefined;
  readonly tools: readonly Doc[];
  readonly at: Doc;
  readonly instructions?: string;
}

function listings(root: Doc): readonly Listing[] {
  if (root.kind === 'list') {
    const nested = root.items.flatMap(listings);
    if (nested.length > 0) return nested;
    return root.items.some(isTool) ? [{ server: undefined, tools: root.items, at: root }] : [];
  }
  if (root.kind !== 'map') return [];
  const tools = at(root, 'tools');
  const instructions = text(root, 'instructions');
  if (tools?.kind === 'list') {
    const server = at(root, 'server') ?? at(root, 'serverInfo') ?? at(root, 'name');
    return [{ server, tools: tools.items, at: root, ...(instructions !== undefined && { instructions }) }];
  }
  const inner = at(root, 'result') ?? at(root, 'servers') ?? at(root, 'listing');
  if (inner?.kind === 'list' || at(inner, 'tools')) return listings(inner ?? root);
  return inner?.kind === 'map' ? inner.entries.flatMap(item => named(listings(item.value), item.key)) : [];
}

function named(found: readonly Listing[], key: string): readonly Listing[] {
  return found.map(item => ({
    ...item,
    server: item.server ?? { kind: 'scalar', value: key, line: item.at.line, column: item.at.column },
  }));
}

function isTool(doc: Doc): boolean {
  return (
    doc.kind === 'map' &&
    text(doc, 'name') !== undefined &&
    (at(doc, 'inputSchema') !== undefined || text(doc, 'description') !== undefined)
  );
}

function serverFacts(file: string, listing: Listing, index: number): readonly Fact[] {
  const { server, tools } = listing;
  const name =
    (server?.kind === 'scalar' ? String(server.value) : text(server, 'name')) || file.replace(/\.json$/, '');
  const key = text(server, 'package') ?? text(server, 'packageKey');
  const version = text(server, 'version');
  const ref = `server:${name}:${file}:${index}`;
  const here: Location = { file, line: listing.at.line, column: listing.at.column };
  const node: NodeFact = {
    fact: 'node',
    ref,
    kind: 'mcp-server',
    name,
    framework,
    at: here,
    ...(key && { package: key }),
    properties: {
      enabled: true,
      via: 'listing',
      ...(version && { version }),
      ...(listing.instructions && { instructions: listing.instructions.slice(0, 4000) }),
    },
  };
  const facts: Fact[] = [node, { fact: 'relation', kind: 'uses', from: clientRef, to: ref, at: here }];
  for (const tool of tools.slice(0, maxTools)) {
    const toolName = text(tool, 'name');
    const place: Location = { file, line: tool.line, column: tool.column };
    if (toolName === undefined) {
      facts.push({ ...gap(file, tool.line, 'A tool without a name was left out.'), affects: [ref] });
      continue;
    }
    facts.push(toolFact(tool, toolName, `${ref}#${toolName}`, name, place), {
      fact: 'relation',
      kind: 'provides',
      from: ref,
      to: `${ref}#${toolName}`,
      at: place,
    });
  }
  if (tools.length > maxTools)
    facts.push({
      ...gap(file, 1, `The list has ${tools.length} tools; ${maxTools} were read.`),
      affects: [ref],
    });
  return facts;
}

function toolFact(tool: Doc, name: string, ref: string, server: string, place: Location): NodeFact {
  const description = text(tool, 'description');
  const annotations = annotationsOf(at(tool, 'annotations'), text(tool, 'title'));
  const schema = at(tool, 'inputSchema') ?? at(tool, 'input_schema') ?? at(tool, 'parameters');
  return {
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at: place,
    ...(description !== undefined && { description }),
    parameters: schemaParameters(schema),
    ...(schema && { schema: plainOf(schema) }),
    ...(annotations && { annotations }),
    properties: { server, via: 'listing' },
  };
}

/** Top-level properties of a JSON schema. */
export function schemaParameters(schema: Doc | undefined): readonly ToolParameter[] {
  const properties = at(schema, 'properties');
  if (properties?.kind !== 'map') return [];
  const required = at(schema, 'required');
  const needed = new Set(
    required?.kind === 'list'
      ? required.items.map(item => (item.kind === 'scalar' ? item.value : undefined))
      : [],
  );
  return properties.entries.map(({ key, value }) => {
    const options = at(value, 'enum');
    const values =
      options?.kind === 'list'
        ? options.items.flatMap(item => (item.kind === 'scalar' && item.value !== null ? [item.value] : []))
        : undefined;
    const type = values ? 'enum' : (text(value, 'type') ?? firstType(value));
    const description = text(value, 'description');
    return {
      name: key,
      required: needed.has(key),
      ...(type !== undefined && { type }),
      ...(description !== undefined && { description }),
      ...(values && { values }),
    };
  });
}

/** `type: ["string", "null"]` and `anyOf` with one real type. */
function firstType(schema: Doc): string | undefined {
  const listed = at(schema, 'type');
  if (listed?.kind === 'list')
    return listed.items.flatMap(item =>
      item.kind === 'scalar' && item.value !== 'null' ? [String(item.value)] : [],
    )[0];
  const any = at(schema, 'anyOf') ?? at(schema, 'oneOf');
  return any?.kind === 'list'
    ? any.items.flatMap(item => text(item, 'type') ?? []).find(type => type !== 'null')
    : undefined;
}

/** The annotations a tool declares; `title` may stand beside them. */
export function annotationsOf(doc: Doc | undefined, title: string | undefined): Annotations | undefined {
  const hints = (['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const).flatMap(
    hint => {
      const value = flag(doc, hint);
      return value === undefined ? [] : [[hint, value] as const];
    },
  );
  const shown = text(doc, 'title') ?? title;
  if (hints.length === 0 && shown === undefined) return undefined;
  return { ...(shown !== undefined && { title: shown }), ...Object.fromEntries(hints) };
}

function gap(file: string, line: number, detail: string): GapFact {
  return { fact: 'gap', reason: 'invalid-config', at: { file, line, column: 1 }, detail };
}
