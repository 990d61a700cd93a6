import { posix } from 'node:path';
import type { Machine } from './machine.ts';
import { asText, literal, unknown, type Value } from './value.ts';

/** Root under which files of the package appear to its own code. */
const root = '/package';
const maxData = 8_000_000;

/** `__dirname`, `__filename` and `import.meta` of a file. */
export function placeOf(name: '__dirname' | '__filename' | 'url', file: string): Value {
  const path = posix.join(root, file);
  if (name === 'url') return literal(`file://${path}`);
  return literal(name === '__dirname' ? posix.dirname(path) : path);
}

const isPath = /^(?:node:)?path(?:\/posix)?$/;
const isFile = /^(?:node:)?fs$/;
const isUrl = /^(?:node:)?url$/;

/** Functions about paths, and reading a file that the package brings along. Undefined when it is none of them. */
export function pathCall(
  m: Machine,
  module: string,
  name: string,
  args: readonly Value[],
): Value | undefined {
  const words = args.map(asText);
  const [first] = words;
  const last = name.split('.').at(-1) ?? name;
  if (isUrl.test(module) && last === 'fileURLToPath')
    return first === undefined ? unknown : literal(first.replace(/^file:\/\//, ''));
  if (isPath.test(module)) {
    const known = words.flatMap(word => word ?? []);
    if (known.length !== words.length || first === undefined) return unknown;
    if (last === 'join') return literal(posix.join(...known));
    if (last === 'resolve') return literal(posix.resolve('/', ...known));
    if (last === 'dirname') return literal(posix.dirname(first));
    return last === 'basename' ? literal(posix.basename(first, words[1])) : undefined;
  }
  if (!isFile.test(module) || last !== 'readFileSync' || first === undefined) return undefined;
  const inside = posix.relative(root, posix.resolve('/', first));
  const text = inside.startsWith('..') ? undefined : m.program.data(inside);
  return text === undefined || text.length > maxData ? unknown : literal(text);
}
