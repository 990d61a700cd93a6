import { parse, TomlError } from 'smol-toml';
import type { ConfigDocument, ConfigPath } from './config-file.ts';

/** TOML. The parser keeps no positions, so they come from table headers and keys in the text. */
export function readToml(content: string): ConfigDocument {
  const lines = keyLines(content);
  const locator = (path: ConfigPath) => {
    for (let length = path.length; length > 0; length--) {
      const line = lines.get(spell(path.slice(0, length).filter(key => typeof key === 'string')));
      if (line !== undefined) return { line, column: 1 };
    }
    return { line: 1, column: 1 };
  };
  try {
    return { value: parse(content, { integersAsBigInt: false }), locator, problems: [] };
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    const problem = { reason: 'syntax-error' as const, detail: 'The file is not valid TOML.', line };
    return { value: undefined, locator, problems: [problem] };
  }
}

function keyLines(content: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let table: readonly string[] = [];
  content.split('\n').forEach((row, index) => {
    const text = row.trim();
    const isHeader = text.startsWith('[');
    const path = isHeader ? segments(text.replace(/^\[+/, '').split(']')[0] ?? '') : keyOf(text);
    if (path.length === 0) return;
    if (isHeader) table = path;
    const full = isHeader ? path : [...table, ...path];
    for (let length = 1; length <= full.length; length++) {
      const name = spell(full.slice(0, length));
      if (!lines.has(name)) lines.set(name, index + 1);
    }
  });
  return lines;
}

function keyOf(text: string): readonly string[] {
  const equals = text.indexOf('=');
  return equals > 0 && !text.startsWith('#') ? segments(text.slice(0, equals)) : [];
}

function segments(key: string): readonly string[] {
  return [...key.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(
    match => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

function spell(path: readonly (string | number)[]): string {
  return path.join('\u0000');
}
