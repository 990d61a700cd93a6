import type { Fact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { Location } from '../../src/model/location.ts';
import { serverFacts } from '../_shared/ci/servers.ts';
import { describe, relate } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import { reachOf as commandReach } from '../_shared/shell-commands.ts';
import { firewall, reachOf } from './network.ts';
import type { AgenticWorkflow } from './workflow.ts';

const framework = 'gh-aw';

/** Tools of the front matter: built in, of GitHub's server, of other servers, and scripts of the workflow itself. */
export function toolFacts(workflow: AgenticWorkflow, ref: string): readonly Fact[] {
  const { config, head } = workflow;
  const tools = asMap(head.tools);
  const at = config.at('tools');
  const has = (name: string): boolean => name in tools && tools[name] !== false;
  const guard = firewall(workflow);
  return [
    ...builtIn(ref, 'read', 'claude-code:Read', at),
    ...(has('edit') || writesCode(head) ? builtIn(ref, 'edit', 'claude-code:Edit', at) : []),
    ...(has('web-fetch') ? builtIn(ref, 'web-fetch', 'claude-code:WebFetch', at, guard) : []),
    ...(has('web-search') ? builtIn(ref, 'web-search', 'claude-code:WebSearch', at) : []),
    ...(has('playwright') ? browserFacts(workflow, ref, guard) : []),
    ...shellFacts(workflow, ref),
    ...memoryFacts(workflow, ref),
    ...(tools.github === false ? [] : githubFacts(workflow, ref)),
    ...serverFacts({ ref, at: config.at('mcp-servers') }, head['mcp-servers']),
    ...scriptFacts(workflow, ref),
  ];
}

/** Pull requests need edits, so these outputs switch editing on. */
const writesCode = (head: AgenticWorkflow['head']): boolean =>
  ['create-pull-request', 'push-to-pull-request-branch'].some(name => name in asMap(head['safe-outputs']));

function builtIn(
  ref: string,
  name: string,
  symbol: string,
  at: Location,
  barriers: readonly Barrier[] = [],
): readonly Fact[] {
  const node = `${ref}#tool:${name}`;
  return [
    { fact: 'node', ref: node, kind: 'tool', name, framework, at, symbol, properties: { builtIn: true } },
    relate('uses', ref, node, at, { ...(barriers.length > 0 && { barriers }) }),
  ];
}

/** `bash: true`, `bash: ["*"]`, or single commands; without the entry only harmless ones run. */
function shellFacts(workflow: AgenticWorkflow, ref: string): readonly Fact[] {
  const value = asMap(workflow.head.tools).bash;
  if (value === false || value === undefined) return [];
  const at = workflow.config.at('tools', 'bash');
  const patterns = asList(value).flatMap(item => asText(item) ?? []);
  const whole =
    value === true || patterns.some(pattern => commandReach(pattern.replace(/^:\*$/, '*'), at).code);
  const reach = reachOf(workflow);
  if (whole) {
    const node = `${ref}#tool:bash`;
    const properties = { builtIn: true, ...(reach === 'packages' && { sandbox: 'no-network' }) };
    const guard = reach === 'listed' ? firewall(workflow) : [];
    return [
      {
        fact: 'node',
        ref: node,
        kind: 'tool',
        name: 'bash',
        framework,
        at,
        symbol: 'claude-code:Bash',
        properties,
      },
      relate('uses', ref, node, at, { ...(guard.length > 0 && { barriers: guard }) }),
    ];
  }
  return patterns.flatMap((pattern): readonly Fact[] => {
    const found = commandReach(pattern, at);
    // The container has no token and no route to hosts that are not listed.
    const labels = found.code || reach !== 'open' ? [] : found.labels;
    if (labels.length === 0) return [];
    const node = `${ref}#tool:${pattern}`;
    const name = `bash(${pattern})`;
    return [
      { fact: 'node', ref: node, kind: 'tool', name, framework, at, labels },
      relate('uses', ref, node, at),
    ];
  });
}

function browserFacts(workflow: AgenticWorkflow, ref: string, guard: readonly Barrier[]): readonly Fact[] {
  const at = workflow.config.at('tools', 'playwright');
  const server = `${ref}#server:playwright`;
  return [
    {
      fact: 'node',
      ref: server,
      kind: 'mcp-server',
      name: 'playwright',
      framework: 'mcp',
      at,
      package: 'npm:@playwright/mcp',
      settings: {},
      properties: { enabled: true, transport: 'stdio' },
    },
    relate('uses', ref, server, at, { ...(guard.length > 0 && { barriers: guard }) }),
  ];
}

/** Files that live on from run to run. */
function memoryFacts({ config, head }: AgenticWorkflow, ref: string): readonly Fact[] {
  const tools = asMap(head.tools);
  return ['cache-memory', 'repo-memory', 'comment-memory'].flatMap((name): readonly Fact[] => {
    const value = tools[name];
    if (value === undefined || value === false) return [];
    const at = config.at('tools', name);
    const entry = asMap(Array.isArray(value) ? value[0] : value);
    const key = asText(entry.key) ?? asText(entry['branch-name']) ?? config.path;
    const node = `gh-aw:${name}:${key}`;
    return [
      { fact: 'node', ref: node, kind: 'store', name, framework, at, properties: { role: 'memory' } },
      relate('reads', ref, node, at),
      relate('writes', ref, node, at),
    ];
  });
}

/** How much of what strangers wrote the server leaves out, by the least trust it asks for. */
const integrity: { readonly [level: string]: number } = {
  none: 0,
  unapproved: 0.3,
  approved: 0.8,
  merged: 0.9,
};

/** GitHub's own server is there unless it is switched off, and reads only. */
function githubFacts({ config, head }: AgenticWorkflow, ref: string): readonly Fact[] {
  const entry = asMap(asMap(head.tools).github);
  const at = config.at('tools', 'github');
  const node = `${ref}#server:github`;
  const listed = asList(entry.allowed).flatMap(item => asText(item) ?? []);
  const toolsets = asList(entry.toolsets).flatMap(item => asText(item) ?? []);
  const level = asText(entry['min-integrity']);
  const credit = entry.lockdown === true ? 0.8 : level === undefined ? 0 : (integrity[level] ?? 0);
  const detail = `Content of people without rights is left out (${entry.lockdown === true ? 'lockdown' : `min-integrity ${level}`}).`;
  const barrier: Barrier = {
    kind: 'sanitizer',
    mechanism: 'integrity filter',
    credit,
    cut: false,
    detail,
    location: at,
  };
  return [
    {
      fact: 'node',
      ref: node,
      kind: 'mcp-server',
      name: 'github',
      framework: 'mcp',
      at,
      package: 'image:ghcr.io/github/github-mcp-server',
      settings: {
        '--read-only': true,
        '--toolsets': (toolsets.length > 0 ? toolsets : ['context', 'repos', 'issues', 'pull_requests'])
          .map(name => (name === 'default' ? 'context,repos,issues,pull_requests' : name))
          .join(','),
        ...(listed.length > 0 && { tools: [...listed] }),
      },
      properties: { enabled: true, transport: 'stdio' },
    },
    relate('uses', ref, node, at, { ...(credit > 0 && { barriers: [barrier] }) }),
  ];
}

/** `mcp-scripts` (once `safe-inputs`): tools whose work is a script of the workflow, with secrets of its own. */
function scriptFacts({ config, head }: AgenticWorkflow, ref: string): readonly Fact[] {
  return ['mcp-scripts', 'safe-inputs'].flatMap(key =>
    Object.entries(asMap(head[key])).flatMap(([name, value]): readonly Fact[] => {
      const entry = asMap(value);
      const at = config.at(key, name);
      const node = `${ref}#script:${name}`;
      const script = ['run', 'script', 'py', 'go'].map(word => asText(entry[word])).find(Boolean) ?? '';
      const labels = script.split('\n').flatMap(line => {
        const reach = commandReach(line.trim().slice(0, 300), at);
        return reach.code ? [] : reach.labels;
      });
      return [
        {
          fact: 'node',
          ref: node,
          kind: 'tool',
          name,
          framework,
          at,
          ...describe(asText(entry.description)),
          parameters: Object.entries(asMap(entry.inputs)).map(([input, schema]) => ({
            name: input,
            type: asText(asMap(schema).type) ?? 'string',
          })),
          ...(labels.length > 0 && { labels }),
        },
        relate('uses', ref, node, at),
      ];
    }),
  );
}
