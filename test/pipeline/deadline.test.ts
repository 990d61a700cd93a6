import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../analyzers/_shared/analyzer.ts';
import { createDeadline } from '../../src/pipeline/deadline.ts';
import { runFileAnalyzers } from '../../src/pipeline/run-analyzers.ts';

const forever = (): never => {
  for (;;);
};

describe('a deadline', () => {
  it('gives what the work gives, and what it throws', () => {
    const deadline = createDeadline();
    expect(deadline.run(() => [1, 2])).toEqual([1, 2]);
    expect(() => deadline.run(() => JSON.parse('{'))).toThrow(SyntaxError);
    expect(deadline.run(() => 'again')).toBe('again');
  });

  it('ends loops, and regular expressions that backtrack', () => {
    const deadline = createDeadline({ perPiece: 500 });
    expect(deadline.run(forever)).toBeUndefined();
    expect(deadline.run(() => /^(a+)+$/.test(`${'a'.repeat(60)}!`))).toBeUndefined();
    expect(deadline.run(() => 5)).toBe(5);
  });
});

describe('file analyzers', () => {
  it('that do not end cost one file: a gap names it, and the next is read', () => {
    const at = { file: 'b.json', line: 1 };
    const analyzer: Analyzer = {
      id: 'slow',
      title: 'slow',
      reads: [],
      notRead: [],
      packages: {},
      imports: [],
      files: [/[.]json$/],
      file: ({ path }) =>
        path === 'a.json'
          ? forever()
          : [{ fact: 'node', ref: 'x', kind: 'tool', name: 'x', framework: 'slow', at }],
    };
    const deadline = createDeadline({ perPiece: 500 });
    const { facts, gaps } = runFileAnalyzers([analyzer], ['a.json', 'b.json'], () => '{}', deadline);
    expect(gaps).toMatchObject([{ reason: 'time-limit', location: { file: 'a.json' } }]);
    expect(facts).toMatchObject([{ name: 'x' }]);
  });
});
