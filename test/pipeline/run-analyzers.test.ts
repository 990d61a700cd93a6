import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../analyzers/_shared/analyzer.ts';
import type { Fact } from '../../src/model/fact.ts';
import { runCodeAnalyzers, runFileAnalyzers } from '../../src/pipeline/run-analyzers.ts';
import { createProject } from '../../src/resolve/index.ts';

const at = { file: 'x.yml', line: 1 };
const agent: Fact = { fact: 'node', ref: 'a', kind: 'agent', name: 'a', framework: 'weave', at };
const analyzer = (part: Partial<Analyzer>): Analyzer => ({
  id: 'weave',
  title: 'Weave',
  reads: [],
  notRead: [],
  packages: {},
  imports: ['weave'],
  ...part,
});

describe('runFileAnalyzers', () => {
  it('shows a file to those who asked for it and counts what was recognised', () => {
    const yes = analyzer({ files: [/\.yml$/], file: () => [agent] });
    const no = analyzer({ files: [/\.yml$/], file: () => null });
    expect(runFileAnalyzers([yes, no], ['x.yml', 'x.txt'], () => '')).toEqual({
      facts: [agent],
      gaps: [],
      parsed: 1,
    });
  });

  it('turns an analyzer that throws into a gap and keeps the others', () => {
    const broken = analyzer({
      id: 'broken',
      files: [/./],
      file: () => {
        throw new Error('bug');
      },
    });
    const { facts } = runFileAnalyzers(
      [broken, analyzer({ files: [/./], file: () => [agent] })],
      ['x.yml'],
      () => '',
    );
    expect(facts).toEqual([
      { fact: 'gap', reason: 'unsupported', at, detail: 'the broken analyzer failed: bug' },
      agent,
    ]);
  });

  it('keeps the gap of a file that cannot be read', () => {
    const gap = { reason: 'unreadable-file', location: at, detail: 'EACCES' } as const;
    expect(runFileAnalyzers([analyzer({ files: [/./], file: () => [] })], ['x.yml'], () => gap).gaps).toEqual(
      [gap],
    );
  });
});

describe('runCodeAnalyzers', () => {
  const project = createProject({
    modules: new Map([
      [
        'app.py',
        {
          path: 'app.py',
          language: 'python',
          imports: [{ module: 'weave.agents', local: 'agents', at: [1, 1, 1, 5] }],
          exports: [],
          body: [],
          problems: [],
        },
      ],
    ]),
    files: new Set(['app.py']),
    facts: { packages: [], tsconfigs: [] },
    conventions: { fluent: [], transparent: [] },
    frameworks: new Set(),
  });

  it('tells once how many calls the limit of work cut short', () => {
    const cut = [
      { file: 'app.py', line: 3 },
      { file: 'app.py', line: 9 },
    ];
    expect(runCodeAnalyzers([], { ...project, cut })).toEqual([
      expect.objectContaining({
        fact: 'gap',
        reason: 'depth-limit',
        at: cut[0],
        detail: expect.stringMatching(/^2 calls/),
      }),
    ]);
    expect(runCodeAnalyzers([], project)).toEqual([]);
  });

  it('keeps what an analyzer yielded before it threw', () => {
    const half = analyzer({
      *code() {
        yield agent;
        throw new Error('half way');
      },
    });
    expect(
      runCodeAnalyzers([half], project).map(fact => (fact.fact === 'gap' ? fact.detail : fact.fact)),
    ).toEqual(['node', 'the weave analyzer failed: half way']);
  });

  it('does not ask analyzers whose framework nobody imports', () => {
    const other = analyzer({
      imports: ['loom'],
      *code() {
        yield agent;
      },
    });
    expect(runCodeAnalyzers([other], project)).toEqual([]);
  });
});
