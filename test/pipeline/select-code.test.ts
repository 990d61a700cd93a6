import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMatcher } from '../../src/pipeline/framework-traces.ts';
import { type CodeFile, selectCode } from '../../src/pipeline/select-code.ts';

const file = (path: string, ...imports: readonly string[]): CodeFile => ({ path, imports });
const byName = (specifier: string): string | undefined =>
  specifier.startsWith('./') ? specifier.slice(2) : undefined;
const isWeave = importMatcher(['weave', '@weave/core']);
const select = (files: readonly CodeFile[], limits?: { importers: number; files: number }) =>
  selectCode(files, isWeave, byName, limits);

describe('selectCode', () => {
  it('takes nothing when no framework is imported', () => {
    expect(select([file('a', './b'), file('b')]).paths).toEqual([]);
  });

  it('takes what agent code imports, and its callers with what they import', () => {
    const files = [
      file('agent', 'weave', './tools'),
      file('tools', './client'),
      file('client'),
      file('main', './agent', './settings'),
      file('settings'),
      file('unrelated', './settings'),
    ];
    expect(select(files).paths).toEqual(['agent', 'client', 'main', 'settings', 'tools']);
  });

  it('ends on cycles', () => {
    expect(select([file('a', 'weave', './b'), file('b', './a')]).paths).toEqual(['a', 'b']);
  });

  it('keeps what is nearest when there is too much, and says how much is left out', () => {
    const files = [file('z', 'weave', './y'), file('y', './x'), file('x', './w'), file('w')];
    expect(select(files, { importers: 1, files: 2 })).toEqual({ paths: ['y', 'z'], leftOut: 2 });
  });

  it('does not depend on the order of files', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const trees = fc.dictionary(
      names,
      fc.array(
        fc.oneof(
          names.map(name => `./${name}`),
          fc.constant('weave'),
        ),
        { maxLength: 3 },
      ),
    );
    fc.assert(
      fc.property(trees, tree => {
        const files = Object.entries(tree).map(([path, imports]) => file(path, ...imports));
        expect(select(files.toReversed())).toEqual(select(files));
      }),
    );
  });
});

describe('importMatcher', () => {
  it('matches whole segments only', () => {
    expect(['weave', 'weave.graph', '@weave/core', '@weave/core/tools'].every(isWeave)).toBe(true);
    expect(['weaver', 'my.weave', '@weave', '@weave/corex', './weave'].some(isWeave)).toBe(false);
  });
});
