import type { Fact, NodeFact } from '../../src/model/fact.ts';
import { parseConfig } from '../_shared/config-file.ts';
import { describe, gap, relate } from '../_shared/facts.ts';
import { packageOf } from '../_shared/launch.ts';
import { asList, asMap, asText, strings } from '../_shared/lenient.ts';
import { scalarSettings } from '../_shared/scalar-settings.ts';
import { type Flow, isToolLink } from './flow.ts';
import type { Component } from './schema.ts';

/** One callable of a component; a component used as tool can offer several. */
export interface ToolPart {
  readonly ref: string;
  readonly fact: NodeFact;
}

/** Tool and MCP components as nodes. */
export function toolFacts(flow: Flow): readonly Fact[] {
  return [...flow.export.components.values()].flatMap((component): readonly Fact[] => {
    const role = flow.role(component.id);
    if (role === 'mcp') return serverFacts(flow, component);
    return role === 'tool' ? partsOf(flow, component).map(part => part.fact) : [];
  });
}

/** The callables of a tool component: each one that is switched on in its tool list, else the component itself. */
export function partsOf(flow: Flow, component: Component): readonly ToolPart[] {
  const called = flow.export.links.some(link => link.from === component.id && isToolLink(link));
  const listed = called
    ? asList(component.values.tools_metadata)
        .map(asMap)
        .filter(entry => entry.status !== false)
    : [];
  const ref = flow.refOf(component.id);
  if (listed.length === 0)
    return [
      part(flow, component, ref, called ? 'by-model' : 'by-flow', component.title, component.description),
    ];
  return listed.map((entry, index) => {
    const name = asText(entry.name) ?? component.title;
    const own = listed.length === 1 ? ref : `${ref}:${index}`;
    return part(
      flow,
      component,
      own,
      'by-model',
      name,
      asText(entry.description) ?? component.description,
      entry.args,
    );
  });
}

function part(
  flow: Flow,
  component: Component,
  ref: string,
  called: string,
  name: string,
  description: string | undefined,
  args?: unknown,
): ToolPart {
  const inputs = Object.entries(asMap(args)).map(([key, schema]) => ({
    name: key,
    type: asText(asMap(schema).type) ?? 'string',
    ...describe(asText(asMap(schema).description)),
  }));
  const { tools_metadata: _list, ...values } = component.values;
  const fact: NodeFact = {
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework: 'langflow',
    at: flow.at(component.id),
    symbol: `langflow:${component.type}`,
    ...describe(description),
    ...(inputs.length > 0 && { parameters: inputs }),
    settings: scalarSettings(values),
    properties: { component: component.type, called },
  };
  return { ref, fact };
}

function serverFacts(flow: Flow, component: Component): readonly Fact[] {
  const { mcp_server, command, sse_url } = component.values;
  const server = asMap(mcp_server);
  const config = asMap(
    typeof server.config === 'string'
      ? parseConfig({ path: 'server.json', content: server.config }, 'json').value
      : server.config,
  );
  const words = asText(command)?.split(/\s+/) ?? [];
  const url = asText(config.url) ?? asText(sse_url);
  const program = asText(config.command) ?? words[0];
  const args = strings.parse(config.args);
  const key = packageOf({
    args: args.length > 0 ? args : words.slice(1),
    ...(url && { url }),
    ...(program && { command: program }),
  });
  const ref = flow.refOf(component.id);
  const at = flow.at(component.id);
  const tool = asText(component.values.tool);
  const name = asText(server.name) ?? component.title;
  return [
    {
      fact: 'node',
      ref,
      kind: 'mcp-server',
      name,
      framework: 'langflow',
      at,
      symbol: `langflow:${component.type}`,
      ...(key && { package: key }),
      ...(tool && { settings: { tools: [tool] } }),
    },
    gap('runtime-only', at, `The tools of the MCP server ${name} are listed only when the flow runs.`, [ref]),
  ];
}

/** Relations from an agent to the callables of a component plugged into its tools. */
export function plugFacts(flow: Flow, agent: string, component: Component): readonly Fact[] {
  const owner = flow.refOf(agent);
  const at = flow.at(component.id);
  const role = flow.role(component.id);
  if (role === 'agent')
    return [relate('delegates', owner, flow.refOf(component.id), at, { carries: 'arguments' })];
  if (role === 'tool') return partsOf(flow, component).map(item => relate('uses', owner, item.ref, at));
  return [
    relate(role === 'store' || role === 'memory' ? 'reads' : 'uses', owner, flow.refOf(component.id), at),
  ];
}
