import type { Fact } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { type ConfigFile, parseConfig, problemGaps } from '../_shared/config-file.ts';
import { distinct, gap, relate } from '../_shared/facts.ts';
import { asText, isMap } from '../_shared/lenient.ts';
import { agentFacts } from './agents.ts';
import { baseName } from './classify.ts';
import { type Flow, readFlow } from './flow.ts';
import { gateFacts } from './gates.ts';
import { identityFacts } from './identities.ts';
import { readWorkflow, type Workflow, workflowsOf } from './schema.ts';
import { stepFacts } from './steps.ts';
import { storeFacts } from './stores.ts';
import { toolFacts } from './tools.ts';

/** Workflow exports of n8n. */
export const analyzer: Analyzer = {
  id: 'n8n',
  title: 'n8n workflows',
  reads: [
    'Workflow exports (single, lists, library templates): agents, chains, vendor model nodes, models',
    'Tools on ai_tool connections with $fromAI parameters, HTTP request tools, sub-workflow tools, MCP clients and triggers',
    'Triggers, steps before and after agents with the data that moves, stores and memories, credentials',
    'Human review nodes and sendAndWait steps as gates',
  ],
  notRead: [
    'Values computed at run time',
    'What Code nodes do beyond calling out',
    'Credentials beyond their names',
  ],
  packages: { npm: ['n8n', 'n8n-workflow'] },
  imports: [],
  files: [/\.json$/i],
  file: readFile,
};

function readFile(file: TextFile): readonly Fact[] | null {
  if (!looksLikeN8n(file.content)) return null;
  const config = parseConfig(file, 'json');
  const workflows = workflowsOf(config);
  if (workflows.length === 0) return config.problems.length > 0 ? problemGaps(config) : null;
  const facts = workflows.flatMap((workflow, index) => {
    const prefix = workflows.length === 1 ? `n8n:${file.path}` : `n8n:${file.path}#${index + 1}`;
    return workflowFacts(config, workflow, prefix, undefined, 0);
  });
  return distinct([...problemGaps(config), ...facts]);
}

function looksLikeN8n(content: string): boolean {
  if (!content.includes('"nodes') || !content.includes('"connections')) return false;
  return content.includes('n8n-nodes') || content.includes('@n8n/');
}

function workflowFacts(
  config: ConfigFile,
  workflow: Workflow,
  prefix: string,
  home: Location | undefined,
  depth: number,
): readonly Fact[] {
  const flow = readFlow(config, workflow, prefix, home);
  if (home === undefined && ![...flow.roles.values()].some(isRelevant)) return [];
  const at = home ?? config.at(...workflow.path);
  return [
    {
      fact: 'node',
      ref: flow.ref,
      kind: 'workflow',
      name: workflow.name ?? config.path.split('/').at(-1) ?? 'workflow',
      framework: 'n8n',
      at,
      properties: {
        nodes: workflow.nodes.size,
        disabled: workflow.disabled,
        ...(workflow.active !== undefined && { active: workflow.active }),
      },
    },
    ...workflow.broken.map(path =>
      gap('invalid-config', home ?? config.at(...path), 'A node without name or type was skipped.', [
        flow.ref,
      ]),
    ),
    ...agentFacts(flow),
    ...toolFacts(flow),
    ...storeFacts(flow),
    ...stepFacts(flow),
    ...gateFacts(flow),
    ...identityFacts(flow),
    ...embeddedFacts(config, flow, prefix, depth),
  ];
}

/** Workflows without a model or a caller have no context of their own. */
function isRelevant(role: string): boolean {
  return role === 'agent' || role === 'entry' || role === 'mcp-server' || role === 'mcp-client';
}

/** Sub-workflows written into the tool itself as JSON text. */
function embeddedFacts(config: ConfigFile, flow: Flow, prefix: string, depth: number): readonly Fact[] {
  return [...flow.workflow.nodes.values()].flatMap((node): readonly Fact[] => {
    const source = asText(node.parameters.workflowJson);
    if (!source || !/^(toolWorkflow|executeWorkflow)/.test(baseName(node.type))) return [];
    const at = flow.at(node.name);
    const value = depth < 3 ? parseConfig({ path: config.path, content: source }, 'json').value : undefined;
    if (!isMap(value))
      return [
        gap('invalid-config', at, `The workflow inside ${node.name} could not be read.`, [
          flow.refOf(node.name),
        ]),
      ];
    const inner = readWorkflow(value, []);
    const home = `${prefix}:${node.name}:workflow`;
    const starts = [...inner.nodes.values()]
      .filter(part => /Trigger$/.test(baseName(part.type)))
      .map(part => part.name);
    const asEntry = {
      ...inner,
      nodes: new Map(
        [...inner.nodes].map(([name, part]) => [
          name,
          starts.includes(name) ? { ...part, type: 'n8n-nodes-base.executeWorkflowTrigger' } : part,
        ]),
      ),
    };
    return [
      relate('delegates', flow.refOf(node.name), home, at, { carries: 'arguments' }),
      ...workflowFacts(config, asEntry, home, at, depth + 1),
    ];
  });
}
