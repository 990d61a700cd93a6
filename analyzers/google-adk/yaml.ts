import type { Fact } from '../../src/model/fact.ts';
import type { TextFile } from '../_shared/analyzer.ts';
import { type ConfigFile, parseConfig, problemGaps } from '../_shared/config-file.ts';
import { describe, gap, relate } from '../_shared/facts.ts';
import { packageOf } from '../_shared/launch.ts';

const framework = 'google-adk';

type Row = { readonly [key: string]: unknown };

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const rows = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRow) : []);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const shapes: { readonly [name: string]: 'sequence' | 'loop' | 'parallel' } = {
  SequentialAgent: 'sequence',
  LoopAgent: 'loop',
  ParallelAgent: 'parallel',
};

/** Agents of the kit's own YAML files: `name`, `model`, `instruction`, `tools`, `sub_agents` by path. */
export function yamlFacts(files: readonly TextFile[]): readonly Fact[] {
  const agents = files.filter(isAgentFile).map(file => parseConfig(file, 'yaml'));
  const paths = new Set(agents.map(file => file.path));
  return agents.flatMap(file =>
    isRow(file.value) ? agentFacts(file, file.value, paths) : problemGaps(file),
  );
}

function isAgentFile({ content }: TextFile): boolean {
  if (
    /^agent_class:\s*(?:google\.adk\.agents\.)?(?:LlmAgent|SequentialAgent|LoopAgent|ParallelAgent)\b/m.test(
      content,
    )
  )
    return true;
  return (
    /AgentConfig\.json/.test(content) ||
    (/^instruction:/m.test(content) && /^model:\s*gemini/m.test(content) && /^name:/m.test(content))
  );
}

const refOf = (path: string): string => `${framework}:${path}`;

function agentFacts(file: ConfigFile, root: Row, known: ReadonlySet<string>): readonly Fact[] {
  const ref = refOf(file.path);
  const kind = text(root.agent_class)?.split('.').at(-1) ?? 'LlmAgent';
  const shape = shapes[kind];
  const at = file.at('name');
  const subAgents = rows(root.sub_agents).map(row => subAgent(file, row, known));
  const found = subAgents.flatMap(item => item ?? []);
  const lost = subAgents.some(item => item === undefined);
  return [
    ...problemGaps(file),
    {
      fact: 'node',
      ref,
      kind: shape ? 'workflow' : 'agent',
      name: text(root.name) ?? file.path,
      framework,
      at,
      ...describe(text(root.description)),
    },
    ...rows(root.tools).flatMap((row, index) => toolFacts(file, ref, row, index)),
    ...found.map(to => relate(shape ? 'uses' : 'delegates', ref, to, file.at('sub_agents'))),
    ...orderOf(file, found, shape),
    ...(lost
      ? [
          gap('unresolved-value', file.at('sub_agents'), 'A sub-agent written in code was not followed.', [
            ref,
          ]),
        ]
      : []),
  ];
}

function subAgent(file: ConfigFile, row: Row, known: ReadonlySet<string>): string | undefined {
  const path = text(row.config_path);
  if (path === undefined) return undefined;
  const folder = file.path.split('/').slice(0, -1);
  const full = [...folder, ...path.split('/').filter(part => part !== '.')].join('/');
  return known.has(full) ? refOf(full) : undefined;
}

function orderOf(file: ConfigFile, members: readonly string[], shape: string | undefined): readonly Fact[] {
  if (shape !== 'sequence' && shape !== 'loop') return [];
  return members.flatMap((from, index) => {
    const to = members[index + 1] ?? (shape === 'loop' ? members[0] : undefined);
    return to === undefined || to === from ? [] : [relate('next', from, to, file.at('sub_agents'))];
  });
}

/** `{name: google_search}`, `{name: pkg.module.function}`, `{name: MCPToolset, args: {…}}`, `{name: AgentTool, …}`. */
function toolFacts(file: ConfigFile, agent: string, row: Row, index: number): readonly Fact[] {
  const name = text(row.name);
  if (name === undefined) return [];
  const at = file.at('tools', index);
  const ref = `${agent}:tool:${index}`;
  const short = name.split('.').at(-1) ?? name;
  const args = isRow(row.args) ? row.args : {};
  if (/^mcp_?toolset$/i.test(short)) return serverFacts(file, agent, ref, args, index);
  if (short === 'AgentTool') {
    const path = isRow(args.agent) ? text(args.agent.config_path) : undefined;
    const folder = file.path.split('/').slice(0, -1);
    return path ? [relate('delegates', agent, refOf([...folder, path].join('/')), at)] : [];
  }
  const symbol = name.includes('.') ? name : `google.adk.tools.${name}`;
  return [
    { fact: 'node', ref, kind: 'tool', name: short, framework, at, symbol },
    relate('uses', agent, ref, at),
  ];
}

function serverFacts(
  file: ConfigFile,
  agent: string,
  ref: string,
  args: Row,
  index: number,
): readonly Fact[] {
  const at = file.at('tools', index);
  const params = Object.values(args).filter(isRow);
  const inner = params.flatMap(item => [item, ...Object.values(item).filter(isRow)]);
  const command = inner.map(item => text(item.command)).find(Boolean);
  const url = inner.map(item => text(item.url)).find(Boolean);
  const words = inner.map(item => item.args).find(Array.isArray) ?? [];
  const known = packageOf({ ...(command && { command }), args: words.map(String), ...(url && { url }) });
  const name = known?.split(/[:/]/).at(-1) ?? 'mcp';
  return [
    {
      fact: 'node',
      ref,
      kind: 'mcp-server',
      name,
      framework: 'mcp',
      at,
      ...(known && { package: known }),
      properties: { enabled: true, transport: url ? 'http' : command ? 'stdio' : 'unknown' },
    },
    relate('uses', agent, ref, at),
  ];
}
