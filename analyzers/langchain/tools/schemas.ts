import type { NodeFact } from '../../../src/model/fact.ts';
import type { ClassValue, RecordValue, Value } from '../../../src/resolve/value.ts';
import { describe } from '../../_shared/facts.ts';
import { framework, type Scan, type Toolset } from '../scan.ts';
import { isToolBase } from '../symbols.ts';
import { entryOf, options, stringsOf, textOf, toJson, wordsOf } from '../values.ts';
import { classTool } from './classes.ts';
import { toolDecorator } from './functions.ts';
import { join, lost, one } from './result.ts';

/**
 * A class handed over as a tool. A tool class stands for its objects; any other (pydantic, TypedDict) is only a schema
 * the model may fill: an intent, whose effect is elsewhere.
 */
export function schemaTool(scan: Scan, cls: ClassValue): Toolset {
  if (scan.project.bases(cls).some(isToolBase)) return classTool(scan, cls, undefined, cls.at);
  const args = toolDecorator(scan, cls)?.args;
  const name = wordsOf(args?.positional[0]) ?? cls.def.name;
  return intent(scan, {
    ref: scan.project.ref(cls),
    name,
    at: cls.at,
    parameters: scan.project.fields(cls),
    ...describe(cls.def.doc),
  });
}

type Intent = Pick<NodeFact, 'ref' | 'name' | 'at' | 'parameters' | 'description'>;

/** A tool that is a schema only: calling it does nothing by itself. */
export function intent(scan: Scan, schema: Intent): Toolset {
  scan.add({ fact: 'node', kind: 'tool', framework, ...schema, properties: { intent: true } });
  return one({
    ref: schema.ref,
    name: schema.name,
    kind: 'tool',
    relation: 'uses',
    at: schema.at,
    isIntent: true,
  });
}

/**
 * A record where a tool is expected: a provider's built-in tool (`{"type": "web_search_20250305"}`), a function schema
 * in the provider's own form, or a map of tools by name.
 */
export function recordTool(scan: Scan, record: RecordValue, inner: (value: Value) => Toolset): Toolset {
  const ref = scan.project.ref(record);
  const declared = entryOf(record, 'function');
  const schema = declared?.kind === 'record' ? declared : record;
  const name = textOf(entryOf(schema, 'name'));
  const type = textOf(entryOf(record, 'type'));
  const parameters = entryOf(schema, 'parameters', 'input_schema', 'inputSchema', 'schema');
  if (type !== undefined && type !== 'function' && type !== 'custom')
    return providerTool(scan, ref, record, type);
  if (name !== undefined && (parameters || declared || type)) {
    const description = textOf(entryOf(schema, 'description'));
    return intent(scan, {
      ref,
      name,
      at: record.at,
      ...describe(description),
      ...(parameters && { parameters: scan.project.fields(parameters) }),
    });
  }
  for (const [key, symbol] of googleTools) {
    if (entryOf(record, key)) return provided(scan, ref, record, key, symbol);
  }
  const tools = record.entries.map(entry => inner(entry.value));
  if (record.entries.length === 0 && record.open === undefined) return { uses: [], missing: [] };
  return record.open === undefined ? join(tools) : join([...tools, lost(record.open, record.at)]);
}

const googleTools: readonly (readonly [string, string])[] = [
  ['google_search', 'google:google_search'],
  ['googleSearch', 'google:google_search'],
  ['google_search_retrieval', 'google:google_search'],
  ['code_execution', 'google:code_execution'],
  ['codeExecution', 'google:code_execution'],
  ['url_context', 'google:url_context'],
];

const anthropicTypes =
  /^(?:bash|computer|text_editor|web_search|web_fetch|code_execution|memory|mcp_toolset|tool_search\w*|advisor)_\d{8}$/;

function providerTool(scan: Scan, ref: string, record: RecordValue, type: string): Toolset {
  if (type === 'mcp') return hostedServer(scan, ref, record);
  const plain = type.replace(/_(?:\d{8}|preview(?:_\d{4}_\d{2}_\d{2})?|\d{4}_\d{2}_\d{2})$/, '');
  const provider = anthropicTypes.test(type) ? 'anthropic' : 'openai';
  const name = textOf(entryOf(record, 'name')) ?? plain;
  return provided(scan, ref, record, name, `${provider}:${plain}`);
}

function provided(scan: Scan, ref: string, record: RecordValue, name: string, symbol: string): Toolset {
  const settings = toJson(record, 0);
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at: record.at,
    symbol,
    ...(typeof settings === 'object' &&
      settings !== null &&
      !Array.isArray(settings) && {
        settings: settings as NonNullable<NodeFact['settings']>,
      }),
    properties: { hosted: true },
  });
  return one({ ref, name, kind: 'tool', relation: 'uses', at: record.at });
}

/** A remote MCP server that the provider calls itself. */
export function hostedServer(scan: Scan, ref: string, record: RecordValue): Toolset {
  const name = textOf(entryOf(record, 'server_label', 'serverLabel', 'mcp_server_name', 'name')) ?? 'mcp';
  const url = textOf(entryOf(record, 'server_url', 'serverUrl', 'url'));
  const connector = textOf(entryOf(record, 'connector_id', 'connectorId'));
  const allowed = options(entryOf(record, 'allowed_tools', 'allowedTools')).flatMap(stringsOf);
  const approval = textOf(entryOf(record, 'require_approval', 'requireApproval'));
  const address = url
    ?.replace(/^https?:\/\//, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
  scan.add({
    fact: 'node',
    ref,
    kind: 'mcp-server',
    name,
    framework: 'mcp',
    at: record.at,
    ...(address ? { package: `url:${address}` } : connector && { package: `openai:${connector}` }),
    ...(allowed.length > 0 && { settings: { tools: allowed } }),
    properties: { enabled: true, hosted: true, transport: 'http', ...(approval && { approval }) },
  });
  return one({ ref, name, kind: 'mcp-server', relation: 'uses', at: record.at });
}
