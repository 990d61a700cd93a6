import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Files git tracks or would track below `root`, root-relative with `/`; undefined when git is missing, refuses, or
 * `root` is in no work tree. The repository's own configuration must not run anything, so hooks and the file system
 * monitor are switched off and the user's configuration is not read.
 */
export function gitFiles(root: string): string[] | undefined {
  const safe = ['-c', 'core.fsmonitor=false', '-c', `core.hooksPath=${nullDevice}`, '--no-optional-locks'];
  const result = spawnSync('git', [...safe, 'ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  });
  if (result.status !== 0 || result.error) return undefined;
  // Paths in conflict are listed once per stage.
  return [...new Set(result.stdout.split('\0').filter(Boolean))];
}

const nullDevice = process.platform === 'win32' ? 'NUL' : '/dev/null';

/** What git needs to start and nothing that redirects it to another repository. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: join(nullDevice),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    LC_ALL: 'C',
  };
}
