import type { NodeFact, RelationFact } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { CallArguments, Value } from '../../src/resolve/value.ts';
import { argumentOf, textOf, textsOf } from '../_shared/code/arguments.ts';
import { gateBarrier } from '../_shared/facts.ts';
import { packageOf } from '../_shared/launch.ts';

/** An MCP server the provider connects to by itself. */
export function serverFact(project: Project, value: Value, args: CallArguments): NodeFact {
  const text = (...names: readonly string[]): string | undefined => textOf(argumentOf(args, names));
  const url = text('server_url', 'url');
  const connector = text('connector_id');
  const known = connector ? `openai:${connector}` : url && packageOf({ args: [], url });
  const allowed = textsOf(argumentOf(args, ['allowed_tools']));
  return {
    fact: 'node',
    ref: `provider-loops:${project.ref(value)}`,
    kind: 'mcp-server',
    name: text('server_label', 'name') ?? 'mcp',
    framework: 'mcp',
    at: value.at,
    ...(known && { package: known }),
    ...(allowed.length > 0 && { settings: { tools: allowed } }),
    properties: { enabled: true, hosted: true, transport: 'http' },
  };
}

/** The Responses API asks about each call of a server unless it is told never to; `mcp_servers` never asks. */
export function serverApproval(args: CallArguments, at: Location): Pick<RelationFact, 'barriers'> {
  if (textOf(argumentOf(args, ['type'])) !== 'mcp') return {};
  const setting = textOf(argumentOf(args, ['require_approval']));
  if (setting === 'never' || (setting === undefined && argumentOf(args, ['require_approval']))) return {};
  return { barriers: [gateBarrier('require_approval', 0.8, 'Every call waits for a person.', at)] };
}
