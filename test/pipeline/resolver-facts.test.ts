import { describe, expect, it } from 'vitest';
import { flattenExports, resolverFacts } from '../../src/pipeline/resolver-facts.ts';

describe('flattenExports', () => {
  it('knows the forms of package.json', () => {
    expect(flattenExports('./main.js')).toEqual({ '.': './main.js' });
    expect(flattenExports({ import: './esm.js', require: './cjs.js' })).toEqual({ '.': './esm.js' });
    expect(
      flattenExports({
        '.': { types: './a.d.ts', default: './a.js' },
        './x/*': './src/x/*.ts',
        './no': null,
      }),
    ).toEqual({
      '.': './a.js',
      './x/*': './src/x/*.ts',
    });
    expect(flattenExports([{ unknown: './u.js' }, './fallback.js'])).toEqual({ '.': './fallback.js' });
  });
});

describe('resolverFacts', () => {
  it('adds the folders a Python manifest names', () => {
    const { packages } = resolverFacts({
      packages: [
        {
          file: 'pyproject.toml',
          dir: '',
          ecosystem: 'pypi',
          dependencies: { weave: '>=1' },
          sourceDirs: ['', 'lib'],
        },
      ],
      tsconfigs: [],
      gaps: [],
    });
    expect(packages).toEqual([
      { dir: '', ecosystem: 'pypi', dependencies: { weave: '>=1' } },
      { dir: 'lib', ecosystem: 'pypi', dependencies: {} },
    ]);
  });
});
