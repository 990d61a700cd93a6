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
});
