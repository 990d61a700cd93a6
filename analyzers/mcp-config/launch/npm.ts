import { bare, join, lastSegments, shellWords, urlKey } from './paths.ts';
import { git, type Launcher, type Setting, type Source, script } from './source.ts';

const valueOptions = new Set([
  '-p',
  '--package',
  '-c',
  '--call',
  '--registry',
  '-w',
  '--workspace',
  '--prefix',
  '--cache',
  '--loglevel',
]);

/** `npx`, `bunx`, `pnpm dlx`, `npm exec`: options, then a package and its arguments. */
export const npx: Launcher = (args, setting) => {
  let given: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    const inline = /^--?p(?:ackage)?=(.+)$/.exec(word)?.[1];
    if (inline !== undefined) given ??= inline;
    else if (word === '-c' || word === '--call')
      return setting.read(shellWords(args[i + 1] ?? ''), setting.folder);
    else if (valueOptions.has(word)) {
      if (word === '-p' || word === '--package') given ??= args[i + 1];
      i++;
    } else if (!word.startsWith('-')) return started(given ?? word, args.slice(i + 1), setting);
  }
  return given === undefined ? { key: 'command:npx', args: [] } : started(given, [], setting);
};

/** A package manager: one sub-command runs a package, everything else a script of the workspace's own manifest. */
export function manager(program: string, runs: RegExp): Launcher {
  return (args, setting) => {
    if (runs.test(args[0] ?? '')) return npx(args.slice(1), setting);
    if (program === 'bun' && /\.[cm]?[jt]sx?$/.test(args.join(' ')))
      return script(args, setting.folder, program);
    const option = args.findIndex(word => /^(--prefix|--dir|-C|--cwd)$/.test(word));
    const given = option >= 0 ? args[option + 1] : undefined;
    const inside = given === undefined ? setting.folder : join(setting.folder, given);
    if (args.length === 0) return { key: `command:${program}`, args: [] };
    return {
      key: inside === undefined ? `path:${lastSegments(given ?? '')}` : `file:${inside || '.'}`,
      args: [],
    };
  };
}

const runners = /^(tsx|ts-node|node|bun|deno|dotenv|dotenvx|dotenv-cli)$/;
const bridges = new Set([
  'mcp-remote',
  'mcp-proxy',
  'supergateway',
  '@pyroprompts/mcp-stdio-to-streamable-http-adapter',
]);

function started(spec: string, args: readonly string[], setting: Setting): Source {
  if (/^(git\+|github:|gitlab:|bitbucket:|https?:\/\/|git@)/.test(spec)) return git(spec, args);
  if (/^(\.{1,2}(\/|$)|\/|file:)/.test(spec))
    return script([spec.replace(/^file:/, ''), ...args], setting.folder, 'npx');
  const { name, version } = bare(spec);
  if (runners.test(name)) return setting.read([name, ...args], setting.folder);
  if (name === 'cross-env')
    return setting.read(args.slice(args.findIndex(word => !/^\w+=/.test(word))), setting.folder);
  const url = bridges.has(name) ? args.find(word => /^https?:\/\//.test(word)) : undefined;
  if (url) return { key: urlKey(url), args: [url] };
  if (name === '@smithery/cli' && args[0] === 'run') {
    const server = args.slice(1).find(word => !word.startsWith('-')) ?? '';
    return { key: `smithery:${server}`, args: args.slice(2) };
  }
  if (/^[\w-]+\/[\w.-]+$/.test(name)) return git(`github:${name}`, args);
  return { key: `npm:${name}`, ...(version && { version }), args };
}

/** `deno run npm:x`, `jsr:@s/x`, a URL or a script. */
export const deno: Launcher = (args, { folder }) => {
  const target = args.find((word, i) => !word.startsWith('-') && !(i === 0 && word === 'run')) ?? '';
  const rest = args.slice(args.indexOf(target) + 1);
  const npmName = /^npm:\/?(.+)$/.exec(target)?.[1];
  if (npmName) {
    const { name, version } = bare(npmName);
    return { key: `npm:${name}`, ...(version && { version }), args: rest };
  }
  if (/^(jsr:|https?:)/.test(target))
    return { key: target.startsWith('jsr:') ? target : urlKey(target), args: rest };
  return script([target, ...rest], folder, 'deno');
};
