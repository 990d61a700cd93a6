import type { ParsedFile } from '../../src/lang/tree/tree.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { TextFile } from '../_shared/analyzer.ts';
import { distinct, gap } from '../_shared/facts.ts';
import { placeOf } from '../_shared/syntax/tree.ts';
import { agentFacts } from './agents.ts';
import { registrationsOf } from './kernels.ts';
import { loopFacts } from './loops.ts';
import { createProgram } from './program.ts';
import { type Sites, sitesOf } from './sites.ts';
import { namespaces } from './symbols.ts';
import type { State } from './tools.ts';

/** Facts of all C# files of a tree. */
export function readAgents(files: readonly ParsedFile[], manifests: readonly TextFile[]): readonly Fact[] {
  const folders = manifests
    .filter(({ path }) => path.endsWith('.csproj'))
    .map(({ path }) => path.replace(/[^/]*$/, ''))
    .sort((one, other) => other.length - one.length);
  const folderOf = (path: string): string => folders.find(folder => path.startsWith(folder)) ?? '';
  const everywhere = globalUsings(files, manifests).map(folderOf);
  const own = files.filter(
    ({ path, text }) => namespaces.test(text) || everywhere.some(folder => path.startsWith(folder)),
  );
  const program = createProgram(files);
  const sites = sitesOf(program, own);
  const state: State = { program, agents: sites.refs, folderOf };
  const all = registrationsOf(state);
  const agents = sites.agents.flatMap(site => agentFacts(state, all, site));
  const loops = loopFacts(state, all, own, sites.agents);
  return distinct([
    ...agents,
    ...loops,
    ...own.flatMap(file => notRead(file, sites)),
    ...nothing(own, [...agents, ...loops]),
  ]);
}

/** Files that bring the namespaces into every file of their project. */
function globalUsings(files: readonly ParsedFile[], manifests: readonly TextFile[]): readonly string[] {
  const names = '(?:Agents\\.AI|SemanticKernel|Extensions\\.AI)\\b';
  const code = new RegExp(`^\\s*global using (?:static )?Microsoft\\.${names}`, 'm');
  const project = new RegExp(`<Using\\s+Include="Microsoft\\.${names}`);
  return [
    ...files.filter(({ text }) => code.test(text)).map(({ path }) => path),
    ...manifests.filter(({ content }) => project.test(content)).map(({ path }) => path),
  ];
}

const orchestrated =
  /\bAgentWorkflowBuilder\.|\bnew\s+WorkflowBuilder\b|\bnew\s+(?:Sequential|Concurrent|Handoff|GroupChat|Magentic)Orchestration\b|\bnew\s+AgentGroupChat\b/;
const filtered = /:\s*(?:\w+\s*,\s*)*I(?:Auto)?FunctionInvocationFilter\b/;

/** Workflows and filters: seen, and not understood. */
function notRead(file: ParsedFile, { agents, workflows }: Sites): readonly Fact[] {
  const affects = agents.filter(({ place }) => place.file === file).map(({ ref }) => ref);
  const workflow = workflows.find(place => place.file === file);
  const at = (pattern: RegExp): number => {
    const match = pattern.exec(file.text);
    return match ? file.text.slice(0, match.index).split('\n').length : 0;
  };
  const order = at(orchestrated);
  const filter = at(filtered);
  const detail = 'Agents are put together here; in which order they run is not read.';
  return [
    ...(order > 0
      ? [gap('unsupported', { file: file.path, line: order }, detail, affects)]
      : workflow
        ? [gap('unsupported', placeOf(workflow), detail, affects)]
        : []),
    ...(filter > 0
      ? [
          gap(
            'unsupported',
            { file: file.path, line: filter },
            'What this filter of function calls lets through is not read.',
            affects,
          ),
        ]
      : []),
  ];
}

/** A framework that is used while no agent was found. */
function nothing(files: readonly ParsedFile[], facts: readonly Fact[]): readonly Fact[] {
  const [first] = files.filter(({ text }) =>
    /^\s*(?:global )?using Microsoft\.(?:Agents\.AI|SemanticKernel)\b/m.test(text),
  );
  if (!first || facts.some(fact => fact.fact === 'node' && fact.kind === 'agent')) return [];
  const detail = 'Agents in C#: files import what makes agents, but none was recognised';
  return [gap('no-agent-recognised', { file: first.path, line: 1 }, detail)];
}
