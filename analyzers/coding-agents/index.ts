import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { problemGaps } from '../_shared/config-file.ts';
import { describe, distinct, gap, relate } from '../_shared/facts.ts';
import { readAgent } from './agents.ts';
import {
  anyClient,
  type HostFile,
  hostFilePatterns,
  pluginPatterns,
  readHostFile,
  readPluginFile,
} from './files.ts';
import { mcpGates } from './gates.ts';
import { grantsOf, policyRules } from './grants.ts';
import { hookFacts, readHooks } from './hooks.ts';
import { type HostSpec, hostRef, specOf, toolNamed } from './hosts.ts';
import { scriptFacts } from './scripts.ts';
import { readSettings } from './settings.ts';
import { opener, type Setup, type SubAgent } from './setup.ts';
import { toolFacts } from './tools.ts';

/** Coding agents a repository is set up for. */
export const analyzer: Analyzer = {
  id: 'coding-agents',
  title: 'Coding agents',
  reads: [
    'Claude Code: settings with allow, ask and deny rules, modes and sandbox, custom agents, commands, skills, CLAUDE.md',
    'Codex with command policies, Gemini CLI, opencode, GitHub Copilot agents and prompts, VS Code and Cursor settings, Kiro agents; AGENTS.md',
    'Tools that commands and skills let run, scripts of skills, plugins with their agents, commands and skills',
    'Built-in tools with what stands before them; shell commands that run without asking; programs of hooks',
  ],
  notRead: [
    'Programs of hooks outside the folder of the client',
    'Settings outside the repository',
    'Plugins that are only named',
  ],
  packages: {},
  imports: [],
  files: [...hostFilePatterns, ...pluginPatterns],
  together,
};

function together(files: readonly TextFile[]): readonly Fact[] {
  const found = files.map(file => ({ file, read: readHostFile(file) }));
  const plugins = found.flatMap(({ read }) => (read?.role === 'plugin' ? [read.dir] : []));
  const read = found.flatMap(({ file, read: own }) => own ?? readPluginFile(file, plugins) ?? []);
  const shared = read.filter(({ client }) => client === anyClient);
  const hosts = new Map<string, HostFile[]>();
  for (const file of read) {
    if (file.client === anyClient) continue;
    const key = hostRef(file.client, file.dir);
    hosts.set(key, [...(hosts.get(key) ?? []), file]);
  }
  const taken = new Set([...hosts.values()].map(group => group[0]?.dir));
  const alone = shared.filter(({ dir }) => !taken.has(dir));
  return distinct([
    ...alone.flatMap(veiledFacts),
    ...[...hosts.values()].flatMap(group =>
      hostFacts([...group, ...shared.filter(({ dir }) => dir === group[0]?.dir)]),
    ),
  ]);
}

function hostFacts(files: readonly HostFile[]): readonly Fact[] {
  const [first] = files;
  const spec = first && specOf(first.client);
  const decisive = files.filter(isDecisive);
  const gaps = decisive.flatMap(file => problemGaps(file.config));
  // Rules and skills alone say nothing of what the agent may do; an editor's settings may not be about agents at all.
  const setup = spec && decisive.length > 0 ? setupOf(decisive, files) : undefined;
  if (!spec || !setup || (spec.client === 'vscode' && setup.mode === 'default' && setup.rules.length === 0))
    return [...gaps, ...files.flatMap(veiledFacts)];
  const ref = hostRef(setup.client, setup.dir);
  const tools = spec.tools.filter(
    tool => !setup.only || setup.only.some(name => toolNamed(spec, name) === tool),
  );
  return [
    ...gaps,
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name: spec.title,
      framework: spec.client,
      at: setup.at,
      properties: {
        client: spec.client,
        ...(setup.mode === 'off' && { approval: 'off' }),
        ...setup.properties,
      },
    },
    ...toolFacts(setup, spec, { ref, at: setup.at, tools, mode: setup.mode, rules: [] }),
    ...mcpGates(setup, spec),
    ...(setup.subAgents ?? []).flatMap(agent => subAgentFacts(setup, spec, agent)),
    ...files.flatMap(file => instructionFacts(file, ref)),
    ...files.flatMap(file => (file.role === 'script' ? scriptFacts(setup, spec, file, ref) : [])),
    ...hookFacts(setup, ref),
  ];
}

/** A file that says what the agent may do: settings, agents, policies, and commands or skills that let tools run. */
function isDecisive(file: HostFile): boolean {
  return ['settings', 'agent', 'policy'].includes(file.role) || grantsOf([file]).length > 0;
}

function setupOf(files: readonly HostFile[], all: readonly HostFile[]): Setup {
  const settings = files.filter(file => file.role === 'settings');
  const parts = settings.map(readSettings);
  const [file] = settings.length > 0 ? settings : files;
  const subAgents = files.filter(item => item.role === 'agent').map(readAgent);
  const set = parts.filter(part => part.mode !== undefined);
  const only = parts.find(part => part.only)?.only;
  const domains = parts.flatMap(part => part.shellDomains ?? []);
  return {
    client: file?.client ?? '',
    dir: file?.dir ?? '',
    at: { file: file?.config.path ?? '', line: 1, column: 1 },
    rules: [
      ...parts.flatMap(part => part.rules),
      ...grantsOf(all),
      ...all.flatMap(item => (item.role === 'policy' ? policyRules(item) : [])),
    ],
    mode: set.reduce((mode, part) => opener(mode, part.mode ?? mode), set[0]?.mode ?? 'default'),
    ...(set[0]?.modeAt && { modeAt: set[0].modeAt }),
    ...(only && { only }),
    ...(parts.some(part => part.shellOffline) && { shellOffline: true }),
    ...(domains.length > 0 && { shellDomains: domains }),
    subAgents,
    hooks: readHooks(
      parts.flatMap(part => part.hooks ?? []),
      all,
    ),
    properties: Object.assign({}, ...parts.map(part => part.properties)),
  };
}

function subAgentFacts(setup: Setup, spec: HostSpec, agent: SubAgent): readonly Fact[] {
  const host = hostRef(setup.client, setup.dir);
  const ref = `${host}#agent:${agent.name}`;
  const denied = agent.denied.flatMap(name => toolNamed(spec, name) ?? []);
  const tools = spec.tools.filter(
    tool =>
      !denied.includes(tool) && (!agent.tools || agent.tools.some(name => toolNamed(spec, name) === tool)),
  );
  const mode = agent.mode ?? setup.mode;
  return [
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name: agent.name,
      framework: spec.client,
      at: agent.at,
      ...describe(agent.description),
      properties: { client: spec.client, ...(mode === 'off' && { approval: 'off' }) },
    },
    relate('delegates', host, ref, agent.at),
    ...toolFacts(setup, spec, { ref, at: agent.at, tools, mode, rules: agent.rules }),
    ...(agent.mcpTools.length > 0
      ? [gap('unresolved-value', agent.at, `${agent.name} also uses tools of MCP servers by name.`, [ref])]
      : []),
  ];
}

/** Rules of a host that is not set up here are still read by whoever opens the folder with it. */
function veiledFacts(file: HostFile): readonly Fact[] {
  return instructionFacts(file, '').filter(
    fact => fact.fact === 'node' && fact.properties?.hiddenText !== undefined,
  );
}

/** Text with characters that editors do not draw, for those who judge it. */
function hiddenText(text: string): { readonly hiddenText?: string } {
  return unseen.test(text) ? { hiddenText: text.slice(0, 20_000) } : {};
}

const unseen = /[\u{E0000}-\u{E01EF}\u200B\u200C\u2060-\u2064\u202A-\u202E\u2066-\u2069]/u;

/** Prompts, skills and rule files are text that every run of the host may read. */
function instructionFacts(file: HostFile, host: string): readonly Fact[] {
  if (!['command', 'skill', 'rules'].includes(file.role)) return [];
  const { path } = file.config;
  const at = { file: path, line: 1, column: 1 };
  const ref = `instruction:${path}`;
  const name = path.split('/').slice(-2).join('/');
  return [
    {
      fact: 'node',
      ref,
      kind: 'instruction',
      name,
      framework: file.client === anyClient ? 'coding-agents' : file.client,
      at,
      properties: { role: file.role, ...hiddenText(file.text) },
    },
    relate('instructs', ref, host, at),
  ];
}
