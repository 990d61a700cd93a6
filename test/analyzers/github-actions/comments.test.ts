import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/github-actions/index.ts';

const speaker = (token = '') => `on:
  issues:
permissions: { issues: write }
jobs:
  sort:
    runs-on: ubuntu-latest
    steps:
      - uses: anthropics/claude-code-action@v1
        with:
          anthropic_api_key: key
          prompt: Sort it
          ${token}
`;

const listener = (job: string, inputs: string) => `on:
  issue_comment:
permissions: { contents: write }
jobs:
  repair:
    runs-on: ubuntu-latest
    ${job}
    steps:
      - uses: anthropics/claude-code-action@v1
        with:
          anthropic_api_key: key
          prompt: Do it
          ${inputs}
`;

/** Agents that comments of others start. */
function started(first: string, second: string): readonly string[] {
  const facts =
    analyzer.together?.([
      { path: '.github/workflows/repair.yml', content: second },
      { path: '.github/workflows/sort.yml', content: first },
    ]) ?? [];
  return facts.flatMap(fact =>
    fact.fact === 'relation' && fact.kind === 'writes' && fact.from.endsWith('#comment')
      ? [`${fact.from.split(':')[1]} > ${fact.to.split(':')[1]}`]
      : [],
  );
}

const way = ['.github/workflows/sort.yml > .github/workflows/repair.yml'];

describe('comments that start agents', () => {
  it('lead from one workflow to another that lets bots in', () => {
    expect(started(speaker(), listener('', 'allowed_bots: "*"'))).toEqual(way);
    const members = "if: github.event.comment.author_association == 'COLLABORATOR'";
    expect(started(speaker(), listener(members, ''))).toEqual(way);
  });

  it('lead nowhere where bots are kept out or the token of the job speaks', () => {
    expect(started(speaker(), listener('', ''))).toEqual([]);
    const people = "if: github.event.comment.user.type != 'Bot'";
    expect(started(speaker(), listener(people, 'allowed_bots: "*"'))).toEqual([]);
    const token = `github_token: \${{ secrets.GITHUB_TOKEN }}`;
    expect(started(speaker(token), listener('', 'allowed_bots: "*"'))).toEqual([]);
  });
});
