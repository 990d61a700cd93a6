import ignore, { type Ignore } from 'ignore';

/** Folders that hold what others wrote or tools made; matched as one path segment. */
export const ignoredFolders: readonly string[] = [
  '.cache',
  '.eggs',
  '.git',
  '.hg',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.next',
  '.nuxt',
  '.output',
  '.pnpm-store',
  '.pytest_cache',
  '.ruff_cache',
  '.svelte-kit',
  '.svn',
  '.tox',
  '.turbo',
  '.venv',
  '.yarn',
  '__pycache__',
  'bower_components',
  'build',
  'coverage',
  'dist',
  'node_modules',
  'site-packages',
  'third_party',
  'vendor',
  'vendored',
  'venv',
];

const minified = /(?:\.min\.[mc]?js|\.bundle\.js|\.map)$/i;

const lockfiles = new Set([
  'Cargo.lock',
  'Gemfile.lock',
  'Pipfile.lock',
  'bun.lock',
  'bun.lockb',
  'composer.lock',
  'go.sum',
  'npm-shrinkwrap.json',
  'package-lock.json',
  'pdm.lock',
  'pixi.lock',
  'pnpm-lock.yaml',
  'poetry.lock',
  'uv.lock',
  'yarn.lock',
]);

/** Why a file is not worth listing by its name alone; undefined when it is. */
export function skipReason(path: string): 'minified' | 'lockfile' | undefined {
  if (minified.test(path)) return 'minified';
  return lockfiles.has(path.slice(path.lastIndexOf('/') + 1)) ? 'lockfile' : undefined;
}

/** Longest ignore pattern and most wildcards in one: longer ones could make matching slow and are dropped. */
const maxPatternLength = 400;
const maxWildcards = 8;

/** Patterns with the meaning of `.gitignore` lines, case-sensitive as file systems of servers are. */
export function createMatcher(patterns: readonly string[]): Ignore {
  const safe = patterns.filter(pattern => {
    return pattern.length <= maxPatternLength && (pattern.match(/\*+|\?/g)?.length ?? 0) <= maxWildcards;
  });
  return ignore({ ignorecase: false, allowRelativePaths: false }).add([...safe]);
}
