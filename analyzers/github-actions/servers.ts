import type { Fact } from '../../src/model/fact.ts';
import type { Label } from '../../src/model/label.ts';
import type { Location } from '../../src/model/location.ts';
import { serverFacts, serversInText } from '../_shared/ci/servers.ts';
import { gap, relate, sink, untrusted } from '../_shared/facts.ts';
import type { AgentStep } from './agents.ts';

/** The server that GitHub publishes, which actions start by themselves. */
const github = { container: 'ghcr.io/github/github-mcp-server' };

/** MCP servers of a step: those in its inputs, and those an action brings. */
export function mcpFacts(agent: AgentStep): readonly Fact[] {
  const { ref, at, allowed, client, step } = agent;
  const user = { ref, at, ...(client === 'claude-code' && allowed !== 'all' && { listed: allowed }) };
  const given = serversInText(user, agent.settings);
  const known = new Set(given.flatMap(fact => (fact.fact === 'node' ? [fact.name] : [])));
  const own = client === 'claude-code' && agent.action ? broughtFacts(agent, known) : [];
  const inference =
    client === 'none' && String(step.inputs['enable-github-mcp'] ?? '') === 'true'
      ? serverFacts({ ref, at }, { github })
      : [];
  const file = /--mcp-config[ =]+["']?([\w./-]{1,200}\.json)/.exec(agent.settings)?.[1];
  const elsewhere = file
    ? [gap('unknown-tools', at, `MCP servers of the step are in ${file}, which is read for itself.`, [ref])]
    : [];
  return [...given, ...own, ...inference, ...elsewhere];
}

/** Servers of the Claude Code action, started when a rule names a tool of theirs. */
function broughtFacts(agent: AgentStep, known: ReadonlySet<string>): readonly Fact[] {
  const { ref, at } = agent;
  const listed = agent.allowed === 'all' ? [] : agent.allowed.filter(rule => rule.startsWith('mcp__'));
  const servers = new Map<string, string[]>();
  for (const rule of listed) {
    const [, server = '', tool = '*'] = rule.split('__');
    servers.set(server, [...(servers.get(server) ?? []), tool]);
  }
  return [...servers].flatMap(([server, tools]): readonly Fact[] => {
    if (known.has(server)) return [];
    if (server === 'github') return serverFacts({ ref, at, listed }, { github });
    const labels = brought[server];
    if (!labels) {
      const detail = `Tools of the MCP server '${server}' are allowed; where it is configured is not in the step.`;
      return [gap('unknown-tools', at, detail, [ref])];
    }
    return tools.flatMap((tool): readonly Fact[] => {
      const node = `${ref}#tool:${server}:${tool}`;
      const name = tool === '*' ? server : tool;
      return [
        {
          fact: 'node',
          ref: node,
          kind: 'tool',
          name,
          framework: 'github-actions',
          at,
          labels: [labels(at)],
          properties: { builtIn: true, server },
        },
        relate('uses', ref, node, at),
      ];
    });
  });
}

type Make = (at: Location) => Label;

const comment =
  (detail: string): Make =>
  at =>
    sink('write-back', 'bound', 'free-text', { detail, at });

const brought: { readonly [server: string]: Make | undefined } = {
  github_comment: comment('Writes a comment that everyone with access to the repository can read.'),
  github_inline_comment: comment(
    'Writes review comments that everyone with access to the repository can read.',
  ),
  github_file_ops: at =>
    sink('publish', 'bound', 'free-text', { detail: 'Commits files to the branch.', at }),
  github_ci: at =>
    untrusted('log', 'outsider', { detail: 'Reads logs of runs that a pull request may have started.', at }),
};
