import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { parseConfig, problemGaps } from '../_shared/config-file.ts';
import { distinct, gap } from '../_shared/facts.ts';
import { asMap, asText } from '../_shared/lenient.ts';
import { agentFacts } from './agents.ts';
import { type Flow, readFlow } from './flow.ts';
import { flowOf } from './schema.ts';
import { stepFacts } from './steps.ts';
import { toolFacts } from './tools.ts';

/** Flow exports of Flowise. */
export const analyzer: Analyzer = {
  id: 'flowise',
  title: 'Flowise flows',
  reads: [
    'Chatflows: agents, chains, tools, models, memories, vector stores with their document loaders',
    'Agentflows version 1: supervisors and workers, sequential agents, tool nodes, interrupts',
    'Agentflows version 2: agents with chosen tools and document stores, HTTP, retriever and tool nodes, human input, loops',
  ],
  notRead: [
    'Flows called by id (they are in the database)',
    'Code of custom tools and functions beyond calling out',
    'Access settings of the installation',
  ],
  packages: { npm: ['flowise', 'flowise-components'] },
  imports: [],
  files: [/\.json$/i],
  file: readFile,
};

function readFile(file: TextFile): readonly Fact[] | null {
  if (!/"(inputAnchors|inputParams|baseClasses)"/.test(file.content) || !file.content.includes('"edges"'))
    return null;
  const config = parseConfig(file, 'json');
  const found = flowOf(config);
  if (!found) return config.problems.length > 0 ? problemGaps(config) : null;
  const flow = readFlow(config, found);
  if (![...found.nodes.keys()].some(id => flow.role(id) !== 'shape')) return null;
  return distinct([
    ...problemGaps(config),
    ...found.broken.map(path =>
      gap('invalid-config', config.at(...path), 'A node without id or component name was skipped.', [
        flow.ref,
      ]),
    ),
    {
      fact: 'node',
      ref: flow.ref,
      kind: 'workflow',
      name: flow.title,
      framework: 'flowise',
      at: config.at(),
      properties: { nodes: found.nodes.size },
    },
    ...agentFacts(flow),
    ...drawnTools(flow),
    ...stepFacts(flow),
  ]);
}

function drawnTools(flow: Flow): readonly Fact[] {
  return [...flow.export.nodes.values()].flatMap(node => {
    const role = flow.role(node.id);
    if (role !== 'tool' && role !== 'mcp') return [];
    const chosen = asText(node.inputs.toolAgentflowSelectedTool);
    const inputs = chosen ? asMap(node.inputs.toolAgentflowSelectedToolConfig) : node.inputs;
    return toolFacts({
      ref: flow.refOf(node.id),
      component: chosen ?? node.name,
      label: node.label,
      inputs,
      at: flow.at(node.id),
    });
  });
}
