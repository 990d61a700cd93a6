import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { RawServer } from '../../../analyzers/mcp-config/raw.ts';
import type { Target } from './connection.ts';
import { installedFor } from './installed.ts';
import type { Sandbox } from './sandbox.ts';
import { fill, type Variables } from './variables.ts';

/** What the surroundings of a configuration file allow its servers. */
export interface Surroundings extends Variables {
  /** Variables every started server gets. */
  readonly passed: { readonly [name: string]: string };
  readonly sandbox?: Sandbox;
}

/** Where to connect, and what the configuration asks for and does not get. */
export interface Aim {
  readonly target: Target;
  /** Names of environment variables left out because their value is not known here. */
  readonly without: readonly string[];
}

/** The target of a configured server; a sentence when it cannot be reached as configured. */
export function aimAt(raw: RawServer, around: Surroundings): Aim | string {
  if (raw.url !== undefined && raw.transport !== 'stdio') return remote(raw, raw.url, around);
  if (raw.command === undefined) return 'The configuration names neither a program nor an address.';
  const words = [raw.command, ...raw.args].map(word => fill(word, around));
  const missing = words.flatMap(word => word.missing);
  if (missing.length > 0) return `Its command line needs ${list(missing)}, which has no value here.`;
  const [command = '', ...args] = words.map(word => home(word.text, around.home));
  const env = filledEnv(raw.env, around);
  const cwd = folderOf(raw, around);
  return {
    target: {
      kind: 'process',
      launch: {
        ...split(command, args),
        env: { ...around.passed, ...env.values },
        ...(cwd !== undefined && { cwd }),
        ...(around.sandbox && { sandbox: around.sandbox, readable: readable([command, ...args]) }),
      },
    },
    without: env.missing,
  };
}

function remote(raw: RawServer, address: string, around: Surroundings): Aim | string {
  if (around.sandbox) return 'A sandboxed server has no network; this one is an address.';
  const url = fill(address, around);
  const headers = filledEnv(raw.headers, around);
  if (url.missing.length > 0) return `Its address needs ${list(url.missing)}, which has no value here.`;
  if (!/^https?:\/\//i.test(url.text) || !URL.canParse(url.text))
    return 'Its address is not an http address.';
  const kind = raw.transport === 'sse' || /\/sse\/?$/.test(url.text) ? 'sse' : 'http';
  return { target: { kind, url: url.text, headers: headers.values }, without: headers.missing };
}

function filledEnv(env: RawServer['env'], around: Surroundings) {
  const entries = Object.entries(env).map(([name, value]) => ({ name, ...fill(value, around) }));
  return {
    values: Object.fromEntries(
      entries.filter(item => item.missing.length === 0).map(item => [item.name, item.text]),
    ),
    missing: entries.filter(item => item.missing.length > 0).map(item => item.name),
  };
}

/** The folder the client would start it in, as far as it exists: the workspace, or what the entry says. */
function folderOf(raw: RawServer, around: Surroundings): string | undefined {
  const named = raw.cwd === undefined ? undefined : home(fill(raw.cwd, around).text, around.home);
  const folder = named === undefined ? around.workspace : resolve(around.workspace || around.home, named);
  return folder !== '' && existsSync(folder) ? folder : undefined;
}

/** Some clients take a whole command line in `command`. */
function split(command: string, args: readonly string[]) {
  const isLine = args.length === 0 && /\s/.test(command) && !existsSync(command);
  const [first = '', ...rest] = isLine ? command.trim().split(/\s+/) : [command];
  return { command: first, args: [...rest, ...args] };
}

function home(word: string, folder: string): string {
  return word === '~' || word.startsWith('~/') ? join(folder, word.slice(1)) : word;
}

/** The folders of programs and scripts that are named by their full path, up to their package, and of what runs them. */
function readable(words: readonly string[]): readonly string[] {
  const files = words.filter(word => isAbsolute(word) && existsSync(word));
  return [...new Set([...files.map(packageFolder), ...installedFor(words[0] ?? '')])];
}

function packageFolder(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (['package.json', 'pyproject.toml'].some(name => existsSync(join(folder, name)))) return folder;
  }
  return dirname(file);
}

function list(names: readonly string[]): string {
  return [...new Set(names)].map(name => `'${name.slice(0, 60)}'`).join(', ');
}
