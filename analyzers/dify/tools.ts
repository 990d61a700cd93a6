import type { Fact, NodeFact, Settings, ToolParameter } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import { parseConfig } from '../_shared/config-file.ts';
import { describe, gap, relate } from '../_shared/facts.ts';
import { packageOf } from '../_shared/launch.ts';
import { asList, asMap, asText, isMap } from '../_shared/lenient.ts';
import { scalarSettings } from '../_shared/scalar-settings.ts';
import type { Flow } from './flow.ts';
import type { DifyNode } from './schema.ts';

/** Catalog key: the provider's short name and the tool's. Plugin ids such as `owner/plugin/provider` end in it. */
function symbolOf(provider: string, tool: string): string {
  return `dify:${provider.split('/').at(-1) ?? provider}/${tool}`;
}

/** Steps of the graph that reach something: tools, HTTP requests, knowledge. */
export function toolFacts(flow: Flow): readonly Fact[] {
  return [...flow.app.nodes.values()].flatMap(node => {
    if (flow.role(node.id) !== 'tool') return [];
    const ref = flow.refOf(node.id);
    const at = flow.at(node.id);
    const provider = asText(node.data.provider_name) ?? asText(node.data.provider_id);
    const tool = asText(node.data.tool_name);
    const symbol = provider && tool ? symbolOf(provider, tool) : `dify:${node.type}`;
    const fact: NodeFact = {
      fact: 'node',
      ref,
      kind: 'tool',
      name: node.title,
      framework: 'dify',
      at,
      symbol,
      settings: settingsOf(flow, node),
      properties: { type: node.type, called: 'by-workflow' },
    };
    const datasets = asList(node.data.dataset_ids).flatMap(id =>
      typeof id === 'string' ? datasetFacts(ref, id, at) : [],
    );
    return [fact, ...datasets, ...subWorkflow(node, ref, at)];
  });
}

function settingsOf(flow: Flow, node: DifyNode): Settings {
  if (node.type !== 'http-request') {
    const fixed = scalarSettings(asMap(node.data.tool_configurations));
    const fields = Object.entries(asMap(node.data.tool_parameters)).map(([name, entry]) => [
      name,
      deciderOf(flow, asText(asMap(entry).value) ?? ''),
    ]);
    return { ...fixed, ...Object.fromEntries(fields) };
  }
  const url = asText(node.data.url) ?? '';
  const host = /^https?:\/\/([a-z0-9.-]{1,253})(?=[:/?]|$)/i.exec(url)?.[1];
  return {
    method: (asText(node.data.method) ?? 'get').toUpperCase(),
    url: deciderOf(flow, url),
    ...(host && { host: host.toLowerCase() }),
  };
}

/** A variable of a model's answer counts as chosen by the model. */
function deciderOf(flow: Flow, text: string): string {
  const ids = [...text.matchAll(/\{\{#([\w-]{1,80})\./g)].map(match => match[1] ?? '');
  if (ids.length === 0) return 'constant';
  return ids.some(id => flow.role(id) === 'agent') ? 'model-chosen' : 'expression';
}

/** Tools and MCP servers of an agent; switched-off tools are left out. */
export function agentTools(
  owner: string,
  parameters: Readonly<Record<string, unknown>>,
  at: Location,
): readonly Fact[] {
  const tools = asList(asMap(parameters.tools).value)
    .map(asMap)
    .filter(tool => tool.enabled !== false);
  return [...tools.flatMap(tool => agentTool(owner, tool, at)), ...mcpServers(owner, parameters, at)];
}

function agentTool(owner: string, tool: Readonly<Record<string, unknown>>, at: Location): readonly Fact[] {
  const name = asText(tool.tool_name);
  const provider = asText(tool.provider_name) ?? asText(tool.provider_id);
  if (!name || !provider) return [gap('invalid-config', at, 'A tool of the agent has no name.', [owner])];
  const ref = `${owner}:tool:${provider}/${name}`;
  const inputs = parametersOf(tool);
  return [
    {
      fact: 'node',
      ref,
      kind: 'tool',
      name,
      framework: 'dify',
      at,
      symbol: symbolOf(provider, name),
      ...describe(asText(asMap(tool.extra).description) ?? asText(tool.tool_description)),
      ...(inputs.length > 0 && { parameters: inputs }),
      settings: scalarSettings(asMap(tool.settings ?? tool.tool_parameters)),
      properties: {
        provider,
        type: asText(tool.type) ?? asText(tool.provider_type) ?? 'builtin',
        called: 'by-model',
      },
    },
    relate('uses', owner, ref, at),
    ...(asText(tool.type) === 'workflow' || tool.provider_type === 'workflow'
      ? [gap('runtime-only', at, `The workflow behind ${name} is stored in the Dify installation.`, [ref])]
      : []),
  ];
}

function parametersOf(tool: Readonly<Record<string, unknown>>): readonly ToolParameter[] {
  const all = [...asList(tool.schemas), ...asList(tool.paramSchemas)]
    .map(asMap)
    .filter(schema => schema.form === 'llm');
  return all.flatMap(schema => {
    const name = asText(schema.name);
    return name
      ? [
          {
            name,
            type: asText(schema.type) ?? 'string',
            ...describe(asText(schema.llm_description)),
            required: schema.required === true,
          },
        ]
      : [];
  });
}

/** MCP strategies of agents: one address, or a JSON text of servers. */
function mcpServers(
  owner: string,
  parameters: Readonly<Record<string, unknown>>,
  at: Location,
): readonly Fact[] {
  const address =
    asText(asMap(parameters.mcp_server).value) ?? asText(asMap(parameters.mcp_server_url).value);
  const text = ['mcp_servers_config', 'servers_config', 'config_json']
    .map(key => asText(asMap(parameters[key]).value))
    .find(Boolean);
  const listed = text ? asMap(parseConfig({ path: 'servers.json', content: text }, 'json').value) : {};
  const servers = Object.entries(isMap(listed.mcpServers) ? listed.mcpServers : listed).filter(([, server]) =>
    isMap(server),
  );
  const found: (readonly [string, string | undefined])[] = servers.map(
    ([name, server]) => [name, asText(asMap(server).url)] as const,
  );
  if (address) found.push(['mcp_server', address]);
  return found.flatMap(([name, url]) => {
    const ref = `${owner}:mcp:${name}`;
    const key = url && packageOf({ url });
    return [
      {
        fact: 'node',
        ref,
        kind: 'mcp-server',
        name,
        framework: 'dify',
        at,
        ...(key && { package: key }),
      } as const,
      relate('uses', owner, ref, at),
      gap('runtime-only', at, `The tools of the MCP server ${name} are listed only when the agent runs.`, [
        ref,
      ]),
    ];
  });
}

/** A knowledge base and its reader; the same id is the same base in every app. */
export function datasetFacts(reader: string, id: string, at: Location): readonly Fact[] {
  const ref = `dify-dataset:${id}`;
  return [
    {
      fact: 'node',
      ref,
      kind: 'store',
      name: `knowledge ${id.slice(0, 40)}`,
      framework: 'dify',
      at,
      symbol: 'dify:knowledge',
    },
    relate('reads', reader, ref, at),
  ];
}

function subWorkflow(node: DifyNode, ref: string, at: Location): readonly Fact[] {
  if (node.data.provider_type !== 'workflow') return [];
  return [
    gap('runtime-only', at, `The workflow behind ${node.title} is stored in the Dify installation.`, [ref]),
  ];
}
