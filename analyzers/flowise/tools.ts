import type { Fact, NodeFact } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import { parseConfig } from '../_shared/config-file.ts';
import { describe, gap, relate } from '../_shared/facts.ts';
import { packageOf } from '../_shared/launch.ts';
import { asMap, asText, strings } from '../_shared/lenient.ts';
import { scalarSettings } from '../_shared/scalar-settings.ts';

/** A tool of a flow, drawn as a node or chosen inside an agent. */
export interface ToolUse {
  readonly ref: string;
  /** Component name, such as `gmail` or `customMCP`. */
  readonly component: string;
  readonly label: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly at: Location;
}

/** The node of a tool or MCP server, what it calls, and its credential. */
export function toolFacts(tool: ToolUse): readonly Fact[] {
  const server = /MCP$/.test(tool.component);
  const node: NodeFact = {
    fact: 'node',
    ref: tool.ref,
    kind: server ? 'mcp-server' : 'tool',
    name: nameOf(tool),
    framework: 'flowise',
    at: tool.at,
    symbol: `flowise:${tool.component}`,
    ...describe(
      asText(tool.inputs.description) ?? asText(tool.inputs.toolDesc) ?? asText(tool.inputs.customToolDesc),
    ),
    settings: scalarSettings(tool.inputs),
    ...(server && launchOf(tool)),
    properties: { component: tool.component },
  };
  return [node, ...identityFacts(tool), ...calledFlow(tool), ...(server ? [unknownTools(tool)] : [])];
}

function nameOf(tool: ToolUse): string {
  return asText(tool.inputs.name) ?? asText(tool.inputs.toolName) ?? tool.label;
}

/** `customMCP` holds its configuration as JSON text. */
function launchOf(tool: ToolUse): { readonly package?: string } {
  const raw = tool.inputs.mcpServerConfig;
  const value =
    typeof raw === 'string' ? parseConfig({ path: 'server.json', content: raw }, 'json').value : raw;
  const config = asMap(value);
  const command = asText(config.command);
  const url = asText(config.url);
  const found = packageOf({
    args: strings.parse(config.args),
    ...(command && { command }),
    ...(url && { url }),
  });
  return found ? { package: found } : {};
}

function unknownTools(tool: ToolUse): Fact {
  const chosen = tool.inputs.mcpActions;
  const detail = chosen
    ? `The MCP server ${tool.label} offers the tools chosen in the flow; what they do is known only to the server.`
    : `The tools of the MCP server ${tool.label} are listed only when the flow runs.`;
  return gap('runtime-only', tool.at, detail, [tool.ref]);
}

function identityFacts(tool: ToolUse): readonly Fact[] {
  const id = asText(tool.inputs.credential) ?? asText(tool.inputs.FLOWISE_CREDENTIAL_ID);
  if (!id) return [];
  const ref = `flowise-credential:${id}`;
  return [
    {
      fact: 'node',
      ref,
      kind: 'identity',
      name: `${tool.label} credential`,
      framework: 'flowise',
      at: tool.at,
    },
    relate('authenticates-as', tool.ref, ref, tool.at),
  ];
}

/** Tools that run another flow by id, which is in the database and not in the export. */
function calledFlow(tool: ToolUse): readonly Fact[] {
  const id =
    asText(tool.inputs.selectedChatflow) ??
    asText(tool.inputs.selectedAgentflow) ??
    asText(tool.inputs.executeFlowSelectedFlow) ??
    asText(tool.inputs.seqExecuteFlow);
  if (!id) return [];
  const ref = `flowise-flow:${id}`;
  return [
    { fact: 'node', ref, kind: 'unknown', name: `flow ${id}`, framework: 'flowise', at: tool.at },
    relate('delegates', tool.ref, ref, tool.at, { carries: 'arguments' }),
    gap('runtime-only', tool.at, `The flow behind ${tool.label} is stored in the Flowise database.`, [
      tool.ref,
    ]),
  ];
}
