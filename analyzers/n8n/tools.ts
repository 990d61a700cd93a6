import type { Fact, NodeFact, ToolParameter } from '../../src/model/fact.ts';
import { describe, gap, relate } from '../_shared/facts.ts';
import { asList, asMap, asText, textsIn } from '../_shared/lenient.ts';
import { baseName } from './classify.ts';
import { dataReferences, modelParameters, placeholders } from './expressions.ts';
import { type Flow, stepPairs, workflowRef } from './flow.ts';
import { symbolOf } from './operations.ts';
import type { N8nNode } from './schema.ts';
import { settingsOf } from './settings.ts';

/** Tools that models call and steps of the main path, as tool nodes, with what they stand for (sub-workflows, MCP). */
export function toolFacts(flow: Flow): readonly Fact[] {
  const agents = new Set([...flow.roles].filter(([, role]) => role === 'agent').map(([name]) => name));
  const afterAgent = new Set(
    stepPairs(flow)
      .pairs.filter(pair => pair.data && agents.has(pair.from))
      .map(pair => pair.to),
  );
  return [...flow.workflow.nodes.values()].flatMap(node => {
    const role = flow.roles.get(node.name);
    if (role === 'mcp-client') return clientFacts(flow, node);
    if (role !== 'tool' || flow.waits.has(node.name)) return [];
    const takesModelText = (text: string) =>
      (afterAgent.has(node.name) && /\$json|\$input/.test(text)) ||
      [...dataReferences(`${text}`).nodes].some(name => agents.has(name));
    return [toolNode(flow, node, takesModelText), ...callFacts(flow, node)];
  });
}

function toolNode(flow: Flow, node: N8nNode, takesModelText: (text: string) => boolean): NodeFact {
  const called = flow.workflow.connections.some(wire => wire.from === node.name && wire.kind === 'ai_tool');
  const parameters = called ? parametersOf(node) : [];
  const { description, toolDescription } = node.parameters;
  return {
    fact: 'node',
    ref: flow.refOf(node.name),
    kind: 'tool',
    name: called ? modelName(node) : node.name,
    framework: 'n8n',
    at: flow.at(node.name),
    symbol: symbolOf(node),
    ...describe(
      asText(toolDescription) ?? (baseName(node.type).startsWith('tool') ? asText(description) : undefined),
    ),
    ...(parameters.length > 0 && { parameters }),
    settings: settingsOf(node, takesModelText),
    properties: { type: node.type, called: called ? 'by-model' : 'by-workflow' },
  };
}

/** Name the model sees: an explicit one, else the node's title in n8n's spelling. */
function modelName(node: N8nNode): string {
  return (
    asText(node.parameters.name) ?? asText(node.parameters.toolName) ?? node.name.replace(/[^\w-]+/g, '_')
  );
}

function parametersOf(node: N8nNode): readonly ToolParameter[] {
  const found = new Map<string, ToolParameter>(
    modelParameters(node.parameters).map(parameter => [parameter.name, parameter]),
  );
  const add = (name: string, type = 'string', description?: string) => {
    if (name && !found.has(name)) found.set(name, { name, type, ...(description && { description }) });
  };
  if (baseName(node.type) === 'toolHttpRequest') {
    for (const entry of asList(asMap(node.parameters.placeholderDefinitions).values)) {
      const { name, type, description } = asMap(entry);
      add(asText(name) ?? '', asText(type) ?? 'string', asText(description));
    }
    for (const { text } of textsIn(node.parameters.url)) for (const name of placeholders(text)) add(name);
    for (const key of ['parametersQuery', 'parametersBody', 'parametersHeaders'])
      for (const entry of asList(asMap(node.parameters[key]).values)) {
        const { name, value, valueProvider } = asMap(entry);
        if (!value && valueProvider === undefined) add(asText(name) ?? '');
      }
  }
  for (const entry of asList(asMap(node.parameters.workflowInputs).schema)) {
    const { id, type } = asMap(entry);
    if (asksFor(node, asText(id))) add(asText(id) ?? '', asText(type) ?? 'string');
  }
  if (/^tool(Code|Workflow)$/.test(baseName(node.type)) && found.size === 0) add('query');
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function asksFor(node: N8nNode, id: string | undefined): boolean {
  const value = id === undefined ? undefined : asMap(asMap(node.parameters.workflowInputs).value)[id];
  return value === undefined || value === null || value === '';
}

/** Sub-workflow calls: by id (unknown unless its file is there too), the workflow itself, or chosen at run time. */
function callFacts(flow: Flow, node: N8nNode): readonly Fact[] {
  if (
    !/^(toolWorkflow|executeWorkflow(Tool)?)$/.test(baseName(node.type)) ||
    node.parameters.source === 'parameter'
  )
    return [];
  const at = flow.at(node.name);
  const locator = node.parameters.workflowId;
  const id = asText(locator) ?? asText(asMap(locator).value);
  if (!id)
    return [
      gap('runtime-only', at, `The sub-workflow of ${node.name} is not named in the export.`, [
        flow.refOf(node.name),
      ]),
    ];
  const own = /\$workflow\.id/.test(id) || id === flow.workflow.id;
  if (!own && /\{\{/.test(id))
    return [
      gap('runtime-only', at, `The sub-workflow of ${node.name} is chosen by an expression.`, [
        flow.refOf(node.name),
      ]),
    ];
  const called = own ? flow.ref : workflowRef(id);
  const name = asText(asMap(locator).cachedResultName) ?? `workflow ${id}`;
  return [
    ...(own ? [] : [{ fact: 'node', ref: called, kind: 'unknown', name, framework: 'n8n', at } as const]),
    relate('delegates', flow.refOf(node.name), called, at, { carries: 'arguments' }),
  ];
}

function clientFacts(flow: Flow, node: N8nNode): readonly Fact[] {
  const endpoint = asText(node.parameters.sseEndpoint) ?? asText(node.parameters.endpointUrl);
  const address =
    endpoint && /^https?:\/\/[^\s{}<>]+$/.test(endpoint)
      ? endpoint.replace(/^https?:\/\/([^@/]*@)?/, '').replace(/[?#].*$/, '')
      : undefined;
  const chosen = asList(node.parameters.includeTools).filter(name => typeof name === 'string');
  const server: NodeFact = {
    fact: 'node',
    ref: flow.refOf(node.name),
    kind: 'mcp-server',
    name: node.name,
    framework: 'n8n',
    at: flow.at(node.name),
    ...(address && { package: `url:${address}` }),
    ...(chosen.length > 0 && { settings: { includeTools: chosen } }),
    properties: { transport: endpoint ? 'remote' : 'unknown' },
  };
  const detail = `The tools of the MCP server behind ${node.name} are listed only when the workflow runs.`;
  return [server, gap('runtime-only', flow.at(node.name), detail, [server.ref])];
}
