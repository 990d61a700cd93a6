import { join, lastSegments, urlKey } from './paths.ts';

/** Where a server's code comes from, as its launch command says. */
export interface Source {
  /**
   * Catalog key: `npm:`, `pypi:`, `image:`, `url:`, `git:`, `nuget:`, `jsr:`, `smithery:`, `goose:`, `command:`;
   * `file:` for a script or folder of the scanned tree, `path:` for one elsewhere (last parts only).
   */
  readonly key: string;
  /** Version, tag or commit as written. */
  readonly version?: string;
  /** Arguments that reach the server itself. */
  readonly args: readonly string[];
  /** Environment names a container gets (`docker run -e NAME`). */
  readonly env?: { readonly [name: string]: string };
  /** Places of the machine that a container may write to. */
  readonly mounts?: readonly string[];
}

/** What a launcher needs: the workspace folder, and how to read a command that it merely wraps. */
export interface Setting {
  readonly folder: string;
  read(words: readonly string[], folder: string): Source;
}

/** Reads the arguments of one program. */
export type Launcher = (args: readonly string[], setting: Setting) => Source;

const skipped =
  /^(run|dev|watch|serve|exec|script|tool|--import|-r|--require|--loader|--env-file|-jar|--project|--directory)$/;
const takesValue = /^(--import|-r|--require|--loader|--env-file|--with)$/;

/** `node dist/index.js …`: the first plain word is the script. */
export function script(args: readonly string[], folder: string, program: string): Source {
  const index = args.findIndex(
    (word, i) => !word.startsWith('-') && !skipped.test(word) && !takesValue.test(args[i - 1] ?? ''),
  );
  const word = args[index];
  if (word === undefined) return { key: `command:${program}`, args: [] };
  return path(word.replace(/(\.\w+):\w+$/, '$1'), args.slice(index + 1), folder);
}

/** A script or program file: of an installed package, of the tree, or foreign. */
export function path(word: string, args: readonly string[], folder: string): Source {
  const slashed = word.replace(/\\/g, '/');
  const dependency = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)(?:\/|$)/.exec(slashed)?.[1];
  if (dependency && dependency !== '.bin') return { key: `npm:${dependency}`, args };
  const bin = /(?:^|\/)node_modules\/\.bin\/([^/]+)$/.exec(slashed)?.[1];
  if (bin) return { key: `npm:${bin}`, args };
  const resolved = join(folder, slashed);
  return { key: resolved === undefined ? `path:${lastSegments(slashed)}` : `file:${resolved || '.'}`, args };
}

/** `git+https://host/owner/repo@ref`, `github:owner/repo#ref`. */
export function git(spec: string, args: readonly string[]): Source {
  const [location = '', fragment] = spec.split('#');
  const scheme = location.replace(/^git\+/, '').replace(/^github:/, 'github.com/');
  const key = urlKey(scheme).slice('url:'.length);
  const pinned = /@([^@/]+)$/.exec(key)?.[1];
  const clean = key.replace(/@[^@/]+$/, '').replace(/\.git$/, '');
  const ref = fragment ?? pinned;
  return { key: `git:${clean}`, ...(ref && { version: ref }), args };
}
