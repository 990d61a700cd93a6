import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/github-actions/index.ts';
import type { Fact } from '../../../src/model/fact.ts';

const read = (
  content: string,
  others: { readonly [path: string]: string } = {},
): readonly Fact[] | null | undefined =>
  analyzer.together?.(
    Object.entries({ '.github/workflows/bot.yml': content, ...others }).map(([path, text]) => ({
      path,
      content: text,
    })),
  );

const triage = (extra: string, event = 'issues', job = '') => `
name: triage
on: ${event}
jobs:
  sort:
    runs-on: ubuntu-latest${job}
    permissions: { issues: write }
    steps:
      - uses: actions/checkout@v5
      - name: Sort the issue
        id: bot
${extra}`;

const claude = (inputs: string) =>
  triage(`        uses: anthropics/claude-code-action@v1
        with:
          anthropic_api_key: \${{ secrets.ANTHROPIC_API_KEY }}
          prompt: Look at the issue and label it.
${inputs}`);

const names = (facts: readonly Fact[] | null | undefined, kind: string): readonly string[] =>
  (facts ?? []).flatMap(fact => (fact.fact === 'node' && fact.kind === kind ? [fact.name] : [])).sort();

const trigger = (facts: readonly Fact[] | null | undefined) =>
  (facts ?? []).flatMap(fact =>
    fact.fact === 'relation' && fact.kind === 'triggers' ? [fact.barriers ?? []] : [],
  );

describe('agents in GitHub Actions', () => {
  it('are not seen in empty, broken or other files', () => {
    expect(read('')).toEqual([]);
    expect(read('claude: [')).toEqual([]);
    expect(read('on: push\njobs: { claude: { steps: [{ run: make }] } }')).toEqual([]);
  });

  it('have a shell, files and the secrets of the job', () => {
    const facts = read(claude('          claude_args: --allowedTools "Bash(*)"'));
    expect(names(facts, 'agent')).toEqual(['Sort the issue']);
    expect(names(facts, 'tool')).toEqual([
      'Bash',
      'Edit',
      'Glob',
      'Grep',
      'Read',
      'Write',
      'update_claude_comment',
    ]);
    expect(facts?.find(fact => fact.fact === 'node' && fact.kind === 'store')).toMatchObject({
      properties: { secrets: ['ANTHROPIC_API_KEY'] },
    });
  });

  it('have only the ways out their shell patterns open', () => {
    const facts = read(
      claude('          claude_args: --allowedTools "Bash(gh issue view:*),Bash(npm test)"'),
    );
    expect(names(facts, 'tool')).toContain('Bash(gh issue view:*)');
    expect(names(facts, 'tool')).not.toContain('Bash');
    expect(names(facts, 'tool')).not.toContain('Bash(npm test)');
  });

  it('are kept from strangers by the action itself, until an input lets everyone in', () => {
    expect(trigger(read(claude('')))).toMatchObject([[{ mechanism: 'actor filter', credit: 0.8 }]]);
    expect(trigger(read(claude("          allowed_non_write_users: '*'")))).toEqual([[]]);
  });

  it('are kept from strangers by a condition on the job', () => {
    const step =
      '        uses: anthropics/claude-code-base-action@beta\n        with:\n          prompt: ${{ github.event.issue.body }}\n';
    const condition = '\n    if: contains(fromJSON(\'["OWNER"]\'), github.event.issue.author_association)';
    expect(trigger(read(triage(step)))).toEqual([[]]);
    expect(trigger(read(triage(step, 'issues', condition)))).toMatchObject([[{ mechanism: 'actor filter' }]]);
  });

  it('see text of strangers only where the event brings it', () => {
    const labels = (facts: readonly Fact[] | null | undefined) =>
      facts?.flatMap(fact => (fact.fact === 'node' && fact.kind === 'trigger' ? (fact.labels ?? []) : []));
    const step = (prompt: string) =>
      `        uses: actions/ai-inference@v1\n        with:\n          prompt: "${prompt}"\n`;
    expect(labels(read(triage(step('Sum up: ${{ github.event.issue.title }}'))))).toMatchObject([
      { label: 'untrusted-input', kind: 'issue', reach: 'anyone' },
    ]);
    expect(labels(read(triage(step('Say hello'))))).toEqual([]);
    expect(labels(read(triage(step('Sum up: ${{ github.event.issue.title }}'), 'push')))).toEqual([]);
  });

  it('run code when their answer is written into a script, and publish when it is posted', () => {
    const step =
      '        uses: actions/ai-inference@v1\n        with:\n          prompt: ${{ github.event.issue.body }}\n';
    const inScript = read(
      triage(`${step}      - name: say\n        run: echo "\${{ steps.bot.outputs.response }}"\n`),
    );
    expect(inScript?.find(fact => fact.fact === 'node' && fact.name === 'say')).toMatchObject({
      labels: [{ label: 'code-execution', kind: 'shell' }],
    });
    const posted = read(
      triage(
        `${step}      - name: post\n        env:\n          ANSWER: \${{ steps.bot.outputs.response }}\n        run: gh issue comment 1 --body "$ANSWER"\n`,
      ),
    );
    expect(posted?.find(fact => fact.fact === 'node' && fact.name === 'post')).toMatchObject({
      labels: [{ label: 'external-sink', kind: 'publish' }],
    });
  });

  it('are found in commands too', () => {
    const facts = read(triage('        run: npx foo && claude -p "fix it" --dangerously-skip-permissions\n'));
    expect(names(facts, 'agent')).toEqual(['Sort the issue']);
    expect(names(facts, 'tool')).toContain('Bash');
  });

  it('start as the workflows that call them start, filtered by the condition of the caller', () => {
    const called = `
on: workflow_call
jobs:
  run:
    steps:
      - uses: google-github-actions/run-gemini-cli@v0
        with: { prompt: "Do what \${{ inputs.request }} says" }
`;
    const caller = (condition: string) => `
on: issue_comment
jobs:
  call:
    uses: ./.github/workflows/bot.yml${condition}
    with: { request: "\${{ github.event.comment.body }}" }
`;
    const open = read(called, { '.github/workflows/call.yml': caller('') });
    expect(names(open, 'trigger')).toEqual(['on issue_comment']);
    expect(open?.find(fact => fact.fact === 'node' && fact.kind === 'trigger')).toMatchObject({
      labels: [{ label: 'untrusted-input', kind: 'issue', reach: 'anyone' }],
    });
    expect(trigger(open)).toEqual([[]]);
    const closed = caller("\n    if: github.event.comment.author_association == 'OWNER'");
    expect(trigger(read(called, { '.github/workflows/call.yml': closed }))).toMatchObject([
      [{ mechanism: 'actor filter', credit: 0.8 }],
    ]);
  });

  it('are found in composite actions of the repository', () => {
    const facts = read('on: push\njobs:\n  a:\n    steps:\n      - uses: ./.github/actions/ask\n', {
      '.github/actions/ask/action.yml':
        'runs:\n  using: composite\n  steps:\n    - name: Ask\n      run: codex exec "fix"\n      shell: bash\n',
    });
    expect(names(facts, 'agent')).toEqual(['Ask']);
    expect(facts?.find(fact => fact.fact === 'node' && fact.name === 'Ask')).toMatchObject({
      at: { file: '.github/actions/ask/action.yml', line: 4 },
    });
  });

  it('have the MCP servers of their settings, and only the tools that are listed', () => {
    const settings = JSON.stringify({
      mcpServers: { tracker: { command: 'npx', args: ['-y', 'tracker-mcp'], includeTools: ['look', 'add'] } },
    });
    const gemini = read(
      triage(
        `        uses: google-github-actions/run-gemini-cli@v0\n        with:\n          settings: '${settings}'\n`,
      ),
    );
    expect(gemini?.find(fact => fact.fact === 'node' && fact.kind === 'mcp-server')).toMatchObject({
      name: 'tracker',
      package: 'npm:tracker-mcp',
      settings: { tools: ['look', 'add'] },
    });
    const brought = read(claude('          claude_args: --allowedTools mcp__github__add_issue_comment'));
    expect(brought?.find(fact => fact.fact === 'node' && fact.kind === 'mcp-server')).toMatchObject({
      package: 'image:ghcr.io/github/github-mcp-server',
      settings: { tools: ['add_issue_comment'] },
    });
  });

  it('are narrowed by events that only people with rights cause', () => {
    const step = '        run: copilot -p "Fix it" --allow-all-tools\n';
    const facts = read(triage(step, '{ issues: { types: [labeled] } }'));
    expect(trigger(facts)).toMatchObject([[{ mechanism: 'actor filter', credit: 0.5 }]]);
    expect(names(facts, 'tool')).toContain('execute');
    expect(trigger(read(triage(step, '{ issues: { types: [opened, labeled] } }')))).toEqual([[]]);
  });

  it('do not pass a filter that holds for one of their events only', () => {
    const condition =
      "\n    if: github.event_name == 'issues' || (github.event_name == 'issue_comment' && github.event.comment.author_association == 'OWNER')";
    const step = '        run: gemini --yolo -p "$(gh issue view 1)"\n';
    expect(trigger(read(triage(step, '[issues, issue_comment]', condition)))).toEqual([[], []]);
  });

  it('send what they say where their own script sends it', () => {
    const piped = read(triage('        run: claude -p "sum up" | gh issue comment 1 --body-file -\n'));
    expect(piped?.find(fact => fact.fact === 'node' && fact.name === 'Sort the issue: script')).toMatchObject(
      {
        labels: [{ label: 'external-sink', kind: 'publish' }],
      },
    );
    const file = read(
      triage(
        '        run: claude -p "sum up" > out.md\n      - name: post\n        run: gh pr comment 1 -F out.md\n',
      ),
    );
    expect(file?.find(fact => fact.fact === 'node' && fact.name === 'post')).toMatchObject({
      labels: [{ label: 'external-sink', kind: 'publish' }],
    });
  });

  it('share caches with later runs', () => {
    const facts = read(
      triage(
        '        run: claude -p "go" --allowedTools "Bash"\n      - uses: actions/cache@v4\n        with:\n          key: npm-${{ github.run_id }}\n',
      ),
    );
    expect(names(facts, 'store')).toEqual(['cache npm', 'environment of sort']);
  });
});
