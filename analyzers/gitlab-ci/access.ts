import type { Fact } from '../../src/model/fact.ts';
import { serversInText } from '../_shared/ci/servers.ts';
import { gap, relate, sensitive, sink, untrusted } from '../_shared/facts.ts';
import { asMap } from '../_shared/lenient.ts';
import type { AgentJob } from './agents.ts';

const secretName =
  /\b([A-Z][A-Z0-9_]{0,60}(?:TOKEN|API_KEY|ACCESS_KEY|SECRET|PASSWORD|PRIVATE_KEY|CREDENTIALS))\b/g;

/** Every variable of the project is in the environment of a job, whether its script names it or not. */
export function secretFacts({ job, pipeline, ref, at }: AgentJob): readonly Fact[] {
  const text = JSON.stringify([job.script, job.variables, pipeline.variables]);
  const named = [
    ...[...text.matchAll(secretName)].flatMap(match => match[1] ?? []),
    ...Object.keys(asMap(job.keys.id_tokens)),
    ...Object.keys(asMap(job.keys.secrets)),
    'CI_JOB_TOKEN',
  ];
  const names = [...new Set(named)].sort();
  const store = `gitlab-ci:${job.file}:${job.name}:environment`;
  const detail = `The environment of the job holds ${names.join(', ')} and the variables of the project.`;
  return [
    {
      fact: 'node',
      ref: store,
      kind: 'store',
      name: `environment of ${job.name}`,
      framework: 'gitlab-ci',
      at,
      labels: [sensitive('secret', 'project', { detail, at })],
      properties: { secrets: names },
    },
    relate('reads', ref, store, at),
  ];
}

/** MCP servers: written into the script, or GitLab's own, which the job image brings. */
export function mcpFacts(agent: AgentJob): readonly Fact[] {
  const { ref, at, allowed, client, job } = agent;
  const listed = client === 'claude-code' && allowed !== 'all' ? allowed : undefined;
  const given = serversInText({ ref, at, ...(listed && { listed }) }, job.script);
  const known = new Set(given.flatMap(fact => (fact.fact === 'node' ? [fact.name] : [])));
  const rules = (listed ?? []).filter(rule => rule.startsWith('mcp__'));
  const servers = [...new Set(rules.map(rule => rule.split('__')[1] ?? ''))].filter(name => !known.has(name));
  return [
    ...given,
    ...servers.flatMap(name => (name === 'gitlab' ? gitlabFacts(agent) : unknown(agent, name))),
  ];
}

function unknown({ ref, at }: AgentJob, name: string): readonly Fact[] {
  const detail = `Tools of the MCP server '${name}' are allowed; where it is configured is not in the job.`;
  return [gap('unknown-tools', at, detail, [ref])];
}

function gitlabFacts({ ref, at }: AgentJob): readonly Fact[] {
  const node = `${ref}#server:gitlab`;
  const detail = "GitLab's MCP server reads and writes issues, merge requests and comments as the job.";
  const reason = { detail, at, confidence: 0.8 };
  return [
    {
      fact: 'node',
      ref: node,
      kind: 'tool',
      name: 'mcp__gitlab',
      framework: 'gitlab-ci',
      at,
      labels: [
        untrusted('issue', 'anyone', reason),
        sensitive('source-code', 'project', reason),
        sink('publish', 'model-chosen', 'free-text', reason),
      ],
    },
    relate('uses', ref, node, at),
  ];
}
