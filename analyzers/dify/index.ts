import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { parseConfig, problemGaps } from '../_shared/config-file.ts';
import { distinct, gap, relate } from '../_shared/facts.ts';
import { agentFacts, plainAgent } from './agents.ts';
import { type Flow, readFlow } from './flow.ts';
import { appOf } from './schema.ts';
import { answerLabel, startLabels, stepFacts } from './steps.ts';
import { toolFacts } from './tools.ts';

/** Apps exported in Dify's DSL. */
export const analyzer: Analyzer = {
  id: 'dify',
  title: 'Dify apps',
  reads: [
    'Workflow and chatflow apps: agents, model nodes, tools, HTTP requests, knowledge retrieval, human input, answers',
    'Data that moves by variables and selectors, order by connections, conversation variables as memory',
    'Agent nodes with tools and MCP addresses; chat, completion and agent apps from model_config',
  ],
  notRead: [
    'Workflows used as tools and knowledge content (kept in the installation)',
    'Code nodes (run without tools in a sandbox)',
  ],
  packages: {},
  imports: [],
  files: [/\.ya?ml$/i, /\.json$/i],
  file: readFile,
};

function readFile(file: TextFile): readonly Fact[] | null {
  if (!/^["{\s]*app["']?:/m.test(file.content) || !/\b(workflow|model_config)["']?:/.test(file.content))
    return null;
  const config = parseConfig(file);
  const app = appOf(config);
  if (!app) return null;
  const flow = readFlow(config, app);
  return distinct([
    ...problemGaps(config),
    ...app.broken.map(path =>
      gap('invalid-config', config.at(...path), 'A node without id or type was skipped.', [flow.ref]),
    ),
    {
      fact: 'node',
      ref: flow.ref,
      kind: 'workflow',
      name: app.name,
      framework: 'dify',
      at: config.at('app'),
      properties: { mode: app.mode, nodes: app.nodes.size },
    },
    ...agentFacts(flow),
    ...toolFacts(flow),
    ...stepFacts(flow),
    ...(app.model ? chatFacts(flow) : []),
  ]);
}

/** An app without a graph: input, agent, answer. */
function chatFacts(flow: Flow): readonly Fact[] {
  const at = flow.at('');
  const agent = `${flow.ref}:app`;
  return [
    ...plainAgent(flow),
    {
      fact: 'node',
      ref: `${flow.ref}:input`,
      kind: 'trigger',
      name: 'user input',
      framework: 'dify',
      at,
      labels: startLabels(undefined, at),
    },
    {
      fact: 'node',
      ref: `${flow.ref}:answer`,
      kind: 'renderer',
      name: 'answer',
      framework: 'dify',
      at,
      labels: [answerLabel(at)],
    },
    relate('triggers', `${flow.ref}:input`, agent, at),
    relate('renders', agent, `${flow.ref}:answer`, at),
  ];
}
