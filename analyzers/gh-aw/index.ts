import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { problemGaps } from '../_shared/config-file.ts';
import { clip, describe, distinct, gap, relate } from '../_shared/facts.ts';
import { asMap, asText } from '../_shared/lenient.ts';
import { outputFacts } from './outputs.ts';
import { toolFacts } from './tools.ts';
import { triggerFacts } from './triggers.ts';
import { type AgenticWorkflow, readWorkflows } from './workflow.ts';

/** Agentic workflows of GitHub, written in Markdown. */
export const analyzer: Analyzer = {
  id: 'gh-aw',
  title: 'GitHub agentic workflows',
  reads: [
    'Markdown workflows with front matter, imports merged: events, roles, engine, permissions',
    'Tools (bash, edit, web, GitHub server with toolsets and integrity, other MCP servers, scripts), memory, network firewall',
    'Safe outputs as the ways out, with threat detection, staging and environments before them',
  ],
  notRead: ['Compiled .lock.yml files', 'Imports from other repositories', 'Steps that prepare data'],
  packages: {},
  imports: [],
  files: [/(^|\/)\.github\/workflows\/(?:.+\/)?[^/]+\.md$/, /(^|\/)workflows\/(?:shared\/)?[^/]+\.md$/],
  together,
};

function together(files: readonly TextFile[]): readonly Fact[] {
  const own = files.filter(({ content }) => content.startsWith('---'));
  return distinct(readWorkflows(own).flatMap(workflowFacts));
}

function workflowFacts(workflow: AgenticWorkflow): readonly Fact[] {
  const { config, name, head, missing } = workflow;
  const ref = `gh-aw:${config.path}`;
  const at = config.at('on');
  const start = { ...at, line: 1, column: 1 };
  const engine = asText(head.engine) ?? asText(asMap(head.engine).id) ?? 'copilot';
  const text = workflow.prompt.trim();
  return [
    ...problemGaps(config),
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name,
      framework: 'gh-aw',
      at: start,
      ...describe(asText(head.description)),
      properties: { client: engine, approval: 'off', ci: true },
    },
    ...promptFacts(ref, name, text, { ...start, line: config.body?.line ?? 1 }),
    ...triggerFacts(workflow, ref),
    ...toolFacts(workflow, ref),
    ...outputFacts(workflow, ref),
    ...(missing.length > 0
      ? [
          gap(
            'unknown-tools',
            config.at('imports'),
            clip(`Imported parts are not here: ${missing.join(', ')}.`),
            [ref],
          ),
        ]
      : []),
  ];
}

function promptFacts(
  ref: string,
  name: string,
  text: string,
  at: { file: string; line: number; column?: number },
): readonly Fact[] {
  if (text === '') return [];
  const node = `${ref}#prompt`;
  return [
    {
      fact: 'node',
      ref: node,
      kind: 'instruction',
      name: `${name} prompt`,
      framework: 'gh-aw',
      at,
      ...describe(text),
      properties: { role: 'prompt' },
    },
    relate('instructs', node, ref, at),
  ];
}
