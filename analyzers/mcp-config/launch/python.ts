import { join, lastSegments } from './paths.ts';
import { git, type Launcher, type Source, script } from './source.ts';

const valueOptions = new Set([
  '--with',
  '--with-editable',
  '--with-requirements',
  '--python',
  '-p',
  '--index-url',
  '--extra-index-url',
  '--index',
  '--env-file',
  '--group',
  '--extra',
  '--cache-dir',
  '--pip-args',
  '--refresh-package',
  '--link-mode',
  '--prerelease',
  '--constraint',
  '--overrides',
  '-i',
  '-C',
  '--default-index',
  '--python-preference',
  '--index-strategy',
]);

/** `uvx`, `uv tool run`, `pipx run`: options, then a package and its arguments. */
export const uvx: Launcher = (args, setting) => {
  let from: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    const inline = /^--(?:from|spec)=(.+)$/.exec(word)?.[1];
    if (inline !== undefined) from ??= inline;
    else if (word === '--from' || word === '--spec') from ??= args[++i];
    else if (valueOptions.has(word) || word === '--directory' || word === '--project') i++;
    else if (!word.startsWith('-')) {
      const rest = args.slice(i + 1);
      if (from === undefined && word === 'python') return python(rest, setting);
      return pypi(from ?? word, rest, setting.folder);
    }
  }
  return from === undefined ? { key: 'command:uvx', args: [] } : pypi(from, [], setting.folder);
};

/** `uv run …` in or outside a project folder. */
export const uv: Launcher = (args, setting) => {
  let directory: string | undefined;
  let running = false;
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    const inline = /^--(?:directory|project)=(.+)$/.exec(word)?.[1];
    if (inline !== undefined) directory = inline;
    else if (word === '--directory' || word === '--project') directory = args[++i];
    else if (valueOptions.has(word)) i++;
    else if (word === '-m' || word === '--module') return within(directory, ['python', ...args.slice(i)]);
    else if (word.startsWith('-')) continue;
    else if (!running && word === 'tool' && args[i + 1] === 'run') return uvx(args.slice(i + 2), setting);
    else if (!running && word === 'run') running = true;
    else return within(directory, args.slice(i));
  }
  return { key: 'command:uv', args: [] };

  function within(given: string | undefined, words: readonly string[]): Source {
    const folder = given === undefined ? setting.folder : join(setting.folder, given);
    const [word = '', ...rest] = words;
    if (folder === undefined) return { key: `path:${lastSegments(given ?? '')}`, args: rest };
    if (/^(python3?|mcp|fastmcp|uvicorn)$/.test(word)) return setting.read(words, folder);
    if (/\.(py|ts|js)$/.test(word)) return script(words, folder, 'uv');
    return given === undefined ? pypi(word, rest, folder) : { key: `file:${folder || '.'}`, args: rest };
  }
};

/** `python script.py`, `python -m module`. */
export const python: Launcher = (args, { folder }) => {
  const moduleAt = args.findIndex(word => word === '-m' || word === '--module');
  const scriptAt = args.findIndex(word => !word.startsWith('-'));
  if (moduleAt < 0 || (scriptAt >= 0 && scriptAt < moduleAt)) return script(args, folder, 'python');
  const module = args[moduleAt + 1] ?? '';
  const rest = args.slice(moduleAt + 2);
  if (/^(mcp|fastmcp|uvicorn)$/.test(module)) return script(rest, folder, module);
  return { key: `pypi:${normal(module.split('.')[0] ?? module)}`, args: rest };
};

function pypi(spec: string, args: readonly string[], folder: string): Source {
  if (/^(git\+|https?:\/\/)/.test(spec)) return git(spec, args);
  if (/^(\.{1,2}(\/|$)|\/|~|\$)/.test(spec)) return script([spec, ...args], folder, 'uvx');
  const match = /^([A-Za-z0-9._-]{1,200})(?:\[[^\]]{0,200}\])?(?:@|={2,3})?(.{0,100})$/.exec(spec);
  const version = match?.[2]?.trim();
  return { key: `pypi:${normal(match?.[1] ?? spec)}`, ...(version && { version }), args };
}

/** Registry spelling of a Python package name. */
function normal(name: string): string {
  return name.toLowerCase().replace(/[._-]+/g, '-');
}
