import { container } from './container.ts';
import { deno, manager, npx } from './npm.ts';
import { bare, baseName, shellWords, withDefaults } from './paths.ts';
import { python, uv, uvx } from './python.ts';
import { type Launcher, path, type Source, script } from './source.ts';

/**
 * Reads a command line without running it: unwraps shells and helpers, then asks the launcher what it starts.
 * `folder` is the workspace folder, against which relative scripts are resolved.
 */
export function sourceOf(command: string, args: readonly string[], folder: string): Source {
  const program = withDefaults(command);
  const words = args.length === 0 && /\s/.test(program.trim()) ? shellWords(program) : [program];
  return read([...words, ...args.map(withDefaults)], folder, 0);
}

const shells = new Set(['sh', 'bash', 'zsh', 'dash', 'cmd', 'powershell', 'pwsh']);
const wrappers = new Set(['sudo', 'nohup', 'exec', 'nice', 'volta', 'wsl', 'time', 'mise', 'asdf']);
const envRunners = new Set([
  'dotenv',
  'doppler',
  'op',
  'infisical',
  'dotenvx',
  'env-cmd',
  'direnv',
  'firejail',
  'bwrap',
]);
const maxUnwrap = 6;

function read(words: readonly string[], folder: string, depth: number): Source {
  const [first = '', ...rest] = words;
  const program = baseName(first);
  if (depth > maxUnwrap) return { key: `command:${program}`, args: rest };
  const again = (inner: readonly string[], inside = folder) => read(inner, inside, depth + 1);
  if (shells.has(program)) {
    const flag = rest.findIndex(word => /^(-l?i?c|\/c|-Command)$/i.test(word));
    if (flag < 0) return script(rest, folder, program);
    const line = rest.slice(flag + 1);
    return again(afterSetup(line.length === 1 ? shellWords(line[0] ?? '') : line));
  }
  if (program === 'env') return again(rest.slice(rest.findIndex(word => !/^(-\S*|\w+=[\s\S]*)$/.test(word))));
  if (program === 'timeout') return again(rest.slice(1));
  if (wrappers.has(program))
    return again(rest.slice(rest.findIndex(word => !/^(run|exec|--?\S*)$/.test(word))));
  const dashes = envRunners.has(program) ? rest.indexOf('--') : -1;
  if (dashes >= 0) return again(rest.slice(dashes + 1));
  const launcher = launchers[program];
  if (launcher) return launcher(rest, { folder, read: again });
  const isPath = /[\\/]/.test(first) || first.startsWith('~') || /^[$%]/.test(first);
  return isPath ? path(first, rest, folder) : { key: `command:${program}`, args: rest };
}

/** `cd x && export A=b && npx y` starts at the last command. */
function afterSetup(words: readonly string[]): readonly string[] {
  const last = Math.max(words.lastIndexOf('&&'), words.lastIndexOf(';'));
  const command = words.slice(last + 1);
  return command[0] === 'exec' ? command.slice(1) : command;
}

function interpreter(program: string): Launcher {
  return (args, { folder }) => script(args, folder, program);
}

const insideProject: Launcher = (args, setting) =>
  setting.read(args.slice(args[0] === 'run' ? 1 : 0), setting.folder);

const launchers: { readonly [program: string]: Launcher | undefined } = {
  npx,
  bunx: npx,
  pnpx: npx,
  npm: manager('npm', /^(exec|x)$/),
  pnpm: manager('pnpm', /^(dlx|exec|x)$/),
  yarn: manager('yarn', /^(dlx|exec)$/),
  bun: manager('bun', /^x$/),
  uvx,
  uv,
  pipx: (args, setting) => uvx(args.slice(args[0] === 'run' ? 1 : 0), setting),
  python,
  python3: python,
  py: python,
  poetry: insideProject,
  hatch: insideProject,
  pdm: insideProject,
  docker: container,
  podman: container,
  nerdctl: container,
  deno,
  dnx: args => ({
    key: `nuget:${bare(args.find(word => !word.startsWith('-')) ?? '').name}`,
    args: args.slice(1),
  }),
  ...Object.fromEntries(
    [
      'node',
      'tsx',
      'ts-node',
      'go',
      'java',
      'dotnet',
      'cargo',
      'ruby',
      'php',
      'jbang',
      'fastmcp',
      'mcp',
      'uvicorn',
    ].map(program => [program, interpreter(program)]),
  ),
};
