import { parse, TomlError } from 'smol-toml';
import { type Doc, maxDepth, type Parsed } from './document.ts';

/** TOML. The parser keeps no positions, so lines come from the table headers and keys in the text. */
export function parseToml(content: string): Parsed {
  let value: unknown;
  try {
    value = parse(content, { integersAsBigInt: 'asNeeded' });
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    return { root: undefined, problems: [{ detail: 'The file is not valid TOML.', line }] };
  }
  const lines = keyLines(content);
  return { root: convert(value, [], 1, lines, 0), problems: [] };
}

function convert(value: unknown, path: readonly string[], line: number, lines: Lines, depth: number): Doc {
  const where = { line, column: 1 };
  if (depth > maxDepth) return { kind: 'scalar', value: null, ...where };
  if (Array.isArray(value))
    return { kind: 'list', items: value.map(item => convert(item, path, line, lines, depth + 1)), ...where };
  if (value && typeof value === 'object' && !(value instanceof Date)) {
    const entries = Object.entries(value).map(([key, item]) => {
      const inner = [...path, key];
      const own = lines.get(spell(inner)) ?? line;
      return { key, value: convert(item, inner, own, lines, depth + 1), line: own, column: 1 };
    });
    return { kind: 'map', entries, ...where };
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'scalar', value, ...where };
  return { kind: 'scalar', value: value === undefined || value === null ? null : String(value), ...where };
}

type Lines = ReadonlyMap<string, number>;

function keyLines(content: string): Lines {
  const lines = new Map<string, number>();
  let table: readonly string[] = [];
  content.split('\n').forEach((row, index) => {
    const header = /^\s*\[{1,2}([^[\]]{1,300})\]{1,2}/.exec(row)?.[1];
    const equals = row.indexOf('=');
    const key = header ?? (equals > 0 && equals < 300 ? row.slice(0, equals) : undefined);
    if (key === undefined || key.trimStart().startsWith('#')) return;
    const path = header === undefined ? [...table, ...segments(key)] : segments(header);
    if (header !== undefined) table = path;
    for (let length = 1; length <= path.length; length++) {
      const name = spell(path.slice(0, length));
      if (!lines.has(name)) lines.set(name, index + 1);
    }
  });
  return lines;
}

function segments(key: string): readonly string[] {
  return [...key.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(
    match => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

function spell(path: readonly string[]): string {
  return path.join('\u0000');
}
