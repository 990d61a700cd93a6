import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { parseConfig, problemGaps } from '../_shared/config-file.ts';
import { distinct, gap } from '../_shared/facts.ts';
import { agentFacts } from './agents.ts';
import { type Flow, readFlow } from './flow.ts';
import { flowsOf } from './schema.ts';
import { stepFacts } from './steps.ts';
import { toolFacts } from './tools.ts';

/** Flow exports of Langflow. */
export const analyzer: Analyzer = {
  id: 'langflow',
  title: 'Langflow flows',
  reads: [
    'Flow exports: agents, crews and model calls, models, prompts, components in tool mode with their tool lists',
    'MCP components, vector stores with ingestion, memories, chat and webhook inputs, chat outputs',
    'Data that moves along connections between steps',
  ],
  notRead: [
    'The Python code inside components',
    'Flows run by other flows',
    'Approval settings of a deployment',
  ],
  packages: { pypi: ['langflow', 'langflow-base', 'lfx'] },
  imports: [],
  files: [/\.json$/i],
  file: readFile,
};

function readFile(file: TextFile): readonly Fact[] | null {
  if (
    !file.content.includes('"edges"') ||
    !file.content.includes('"template"') ||
    !file.content.includes('"sourceHandle"')
  )
    return null;
  const config = parseConfig(file, 'json');
  const found = flowsOf(config);
  if (found.length === 0) return config.problems.length > 0 ? problemGaps(config) : null;
  return distinct([
    ...problemGaps(config),
    ...found.flatMap((flow, index) =>
      flowFacts(config, readFlow(config, flow, `langflow:${file.path}${index ? `#${index + 1}` : ''}`)),
    ),
  ]);
}

function flowFacts(config: ReturnType<typeof parseConfig>, flow: Flow): readonly Fact[] {
  const { name, components, broken } = flow.export;
  const custom = [...components.values()].filter(component => /^Custom/.test(component.type));
  return [
    {
      fact: 'node',
      ref: flow.ref,
      kind: 'workflow',
      name,
      framework: 'langflow',
      at: config.at(),
      properties: { components: components.size },
    },
    ...broken.map(path =>
      gap('invalid-config', config.at(...path), 'A component without id or type was skipped.', [flow.ref]),
    ),
    ...custom.map(component =>
      gap(
        'unsupported',
        flow.at(component.id),
        `The code of the custom component ${component.title} is not read.`,
        [flow.refOf(component.id)],
      ),
    ),
    ...agentFacts(flow),
    ...toolFacts(flow),
    ...stepFacts(flow),
  ];
}
