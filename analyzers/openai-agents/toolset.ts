import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { approvalBarriers } from '../_shared/code/answers.ts';
import { argumentOf, isNothing, textOf, truthOf } from '../_shared/code/arguments.ts';
import { hostedNames, hostedTool } from './hosted.ts';
import { hostedServer, serversOf } from './mcp.ts';
import { isTyped } from './output.ts';
import { join, lost, nothing, one, type Scan, type Toolset } from './scan.ts';
import { functionToolNames, isPython, nameIn } from './symbols.ts';
import { decoratedTool, madeTool, plainName, recordTool } from './tools.ts';

/**
 * The tools behind a `tools` argument: lists, spreads, alternatives, namespaces, agents as tools, servers. Facts of each
 * tool are added to the scan; what cannot be read is named in `missing`.
 */
export function toolsOf(scan: Scan, value: Value | undefined, depth = 0): Toolset {
  if (value === undefined || isNothing(value)) return nothing;
  if (depth > 12) return lost('tools nested too deep', value.at);
  switch (value.kind) {
    case 'list': {
      const parts = value.items.map(item => marked(toolsOf(scan, item.value, depth + 1), item.conditional));
      return join(value.open === undefined ? parts : [...parts, lost(`more tools, ${value.open}`, value.at)]);
    }
    case 'union':
      return join(value.options.map(option => marked(toolsOf(scan, option, depth + 1), true)));
    case 'function':
      return decoratedTool(scan, value);
    case 'record':
      return recordTool(scan, value);
    case 'instance':
      return objectTools(scan, value, depth);
    case 'external':
      return externalTools(scan, value, depth);
    case 'unknown':
      return lost(value.detail || value.reason, value.at, sourceOf(value.detail));
    case 'literal':
      return nothing;
    default:
      return lost(`a ${value.kind} where tools are expected`, value.at);
  }
}

function objectTools(scan: Scan, object: InstanceValue, depth: number): Toolset {
  const name = nameIn(object.symbol);
  if (/(?:^|[.?])(?:as_tool|asTool)$/.test(object.symbol.replace(/\(\)$/, '')))
    return agentTool(scan, object);
  const agent = scan.agentOf(object);
  if (agent) return one({ ref: agent.ref, name: agent.name, relation: 'delegates', at: object.at });
  if (name === undefined) return foreignTools(scan, object, depth);
  if (functionToolNames.has(name.replace(/\(\)$/, ''))) return madeTool(scan, object);
  if (name === 'HostedMCPTool' || name === 'hostedMcpTool') return hostedServer(scan, object);
  const shown = hostedNames.get(name);
  if (shown !== undefined) return hostedTool(scan, object, name, shown);
  if (/^(?:tool_namespace|toolNamespace)$/.test(name))
    return toolsOf(scan, argumentOf(object.args, ['tools', 2]), depth + 1);
  if (/^(?:MCPUtil\.get_(?:all_)?function_tools|getAllMcpTools|mcpToFunctionTool)$/.test(name))
    return serversOf(scan, argumentOf(object.args, ['servers', 'server', 'mcpServers', 0]));
  return lost(`what ${name} gives`, object.at, name);
}

/** An object of another package or of the project itself. */
function foreignTools(scan: Scan, object: InstanceValue, depth: number): Toolset {
  const { classValue, symbol } = object;
  if (classValue) {
    const isTool = scan.project.bases(classValue).some(base => functionToolNames.has(nameIn(base) ?? ''));
    if (isTool) return madeTool(scan, object);
    return lost(`an object of ${classValue.def.name}`, object.at, classValue.def.name);
  }
  // Containers and copies hand their content on: `list(tools)`, `sorted(tools)`, `tools.concat(more)`.
  if (
    /^(?:builtins\.(?:list|tuple|sorted|reversed|set)|copy\.(?:copy|deepcopy)|globalThis\.Array\.from)$/.test(
      symbol,
    )
  )
    return join(object.args.positional.map(item => toolsOf(scan, item, depth + 1)));
  return lost(`what ${symbol} gives`, object.at, sourceOf(symbol));
}

function externalTools(scan: Scan, value: Value & { kind: 'external' }, depth: number): Toolset {
  const { receiver } = value;
  const owner = scan.agentOf(receiver);
  // `other.tools` of another agent stands for that agent's own argument.
  if (owner && /\.tools$/.test(value.symbol))
    return toolsOf(scan, argumentOf(owner.call.args, ['tools']), depth + 1);
  return lost(value.symbol, value.at, sourceOf(value.symbol));
}

/** `agent.as_tool(tool_name=…)`: the other agent gets arguments and its last message comes back. */
function agentTool(scan: Scan, object: InstanceValue): Toolset {
  const { args, at } = object;
  const agents = scan.agentsOf(object.receiver);
  const given = textOf(argumentOf(args, ['tool_name', 'toolName', 0]));
  const enabled = argumentOf(args, ['is_enabled', 'isEnabled']);
  if (truthOf(enabled) === false) return nothing;
  if (agents.length === 0)
    return lost(`an agent as the tool '${given ?? object.holder ?? 'agent'}' that was not found`, at);
  const isScript = /\.[cm]?[jt]sx?$/.test(at.file) && !isPython(object.symbol);
  const asked = argumentOf(args, ['needs_approval', 'needsApproval']);
  const barriers = approvalBarriers(isScript ? 'needsApproval' : 'needs_approval', asked, 1);
  return join(
    agents.map(agent => {
      const tool = plainName(given ?? agent.name);
      const typed =
        isTyped(scan, agent) && !argumentOf(args, ['custom_output_extractor', 'customOutputExtractor']);
      return one({
        ref: agent.ref,
        name: tool,
        relation: 'delegates',
        at,
        barriers,
        properties: { tool },
        ...((agents.length > 1 || (enabled && truthOf(enabled) === undefined)) && { conditional: true }),
        ...(typed && { carries: 'typed' as const }),
      });
    }),
  );
}

function marked(found: Toolset, conditional: boolean | undefined): Toolset {
  if (!conditional) return found;
  return { ...found, uses: found.uses.map(use => ({ ...use, conditional: true })) };
}

/** A short word for who hands tools out: the package or the variable. */
function sourceOf(text: string): string {
  return text.replace(/\(\)/g, '').split(/[.#/]/).filter(Boolean)[0]?.slice(0, 60) || 'unknown';
}
