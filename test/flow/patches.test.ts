import { describe, expect, it } from 'vitest';
import { analyzers } from '../../analyzers/index.ts';
import type { Change } from '../../src/flow/changes.ts';
import { morePatchRows } from '../../src/flow/data/more-patches.ts';
import { patchRows } from '../../src/flow/data/patches.ts';
import { wordFix } from '../../src/flow/fix-words.ts';
import { indexGraph } from '../../src/flow/graph-index.ts';
import type { Fix } from '../../src/model/chain.ts';
import { graphOf, node, rel, runsCode, sensitive, sink, untrusted } from './picture.ts';

const rows = [...patchRows, ...morePatchRows];

/** An agent of a framework with a reader, a sender and a shell, in a file of the language. */
function patchOf(
  framework: string,
  file: string,
  change: (id: (name: string) => string) => Change,
  more = {},
) {
  const at = { file, line: 1 };
  const facts = [
    { ...node('agent', 'desk'), framework, at, properties: more },
    { ...node('tool', 'read', [untrusted(), sensitive()]), framework, at },
    { ...node('tool', 'send', [sink()]), framework, at },
    { ...node('tool', 'shell', [runsCode()]), framework, at },
    ...['read', 'send', 'shell'].map(tool => rel('desk', 'uses', tool)),
  ];
  const graph = graphOf(facts);
  const id = (name: string) => graph.nodes.find(item => item.name === name)?.id ?? '';
  return wordFix(change(id), [], indexGraph(graph)).patch;
}

const approve = (id: (name: string) => string): Change => ({ change: 'approve', node: id('send') });
const bind = (id: (name: string) => string): Change => ({ change: 'bind', node: id('send') });
const isolate = (id: (name: string) => string): Change => ({ change: 'isolate', node: id('shell') });
const takeAway = (id: (name: string) => string): Change => ({
  change: 'take-away',
  agent: id('desk'),
  node: id('send'),
});
const split = (id: (name: string) => string): Change => ({
  change: 'split',
  agent: id('desk'),
  readers: [id('read')],
});

const python = [
  ...['langchain', 'openai-agents', 'crewai', 'pydantic-ai', 'google-adk', 'agno', 'strands', 'smolagents'],
  ...['llamaindex', 'haystack', 'autogen', 'semantic-kernel', 'agent-framework', 'browser-use', 'dspy'],
];
const javascript = ['langchain', 'openai-agents', 'ai-sdk', 'mastra', 'google-adk'];

describe('snippets of fixes', () => {
  it.each(python)('%s in Python: approval, binding, taking away, a sandbox', framework => {
    expect(patchOf(framework, 'a.py', approve)).toBeDefined();
    expect(patchOf(framework, 'a.py', bind)).toContain('os.environ');
    expect(patchOf(framework, 'a.py', takeAway)).toContain('"send"');
    expect(patchOf(framework, 'a.py', isolate)).toMatch(/docker/i);
  });

  it.each(javascript)('%s in JavaScript: approval, binding, taking away, a sandbox', framework => {
    expect(patchOf(framework, 'a.ts', approve)).toMatch(/approv|confirm|interruptOn/i);
    expect(patchOf(framework, 'a.ts', bind)).toContain('process.env');
    expect(patchOf(framework, 'a.ts', takeAway)).toContain('"send"');
    expect(patchOf(framework, 'a.ts', isolate)).toContain('"--network", "none"');
  });

  it.each(['langchain', 'openai-agents', 'ai-sdk', 'pydantic-ai', 'google-adk', 'crewai'])(
    '%s: an agent is split by a checked answer',
    framework => {
      const file = framework === 'ai-sdk' ? 'a.ts' : 'a.py';
      expect(patchOf(framework, file, split)).toMatch(/Verdict|schema|Literal|enum/);
    },
  );

  it('speaks of the workflow where an agent runs in one', () => {
    const claude = { client: 'claude-code' };
    expect(patchOf('github-actions', '.github/workflows/a.yml', takeAway, claude)).toContain(
      '--disallowedTools "send"',
    );
    expect(patchOf('github-actions', '.github/workflows/a.yml', approve)).toContain('environment:');
    expect(patchOf('coding-agents', '.claude/settings.json', takeAway, claude)).toContain('"deny": ["send"]');
  });

  it('names frameworks that are read', () => {
    const known = new Set<string>([
      ...analyzers.map(({ id }) => id),
      // Names that facts carry beside the folder of their analyzer, or that other analyzers will bring.
      ...['adk', 'claude-agent-sdk', 'deepagents', 'gh-aw', 'gitlab-ci', 'langgraph', 'llama-index'],
      ...['mcp-client', 'microsoft-agent-framework', 'provider-loops', 'vercel-ai', 'vercel-ai-sdk'],
    ]);
    expect(rows.flatMap(row => row.frameworks ?? []).filter(id => !known.has(id))).toEqual([]);
  });

  it('has a row for every kind of fix', () => {
    const actions: readonly Fix['action'][] = [
      ...(['add-approval', 'remove-tool', 'restrict-tool', 'bind-destination', 'split-agent'] as const),
      ...(['deny', 'remove-server', 'disable-renderer'] as const),
    ];
    const known = new Set(rows.map(({ action }) => action));
    expect(actions.filter(action => !known.has(action))).toEqual([]);
  });
});
