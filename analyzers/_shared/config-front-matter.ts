import type { ConfigDocument } from './config-file.ts';
import { readYaml } from './config-yaml.ts';

/** Agentic workflows carry whole scripts in their front matter. */
const headLines = 3000;

/**
 * Markdown with optional YAML front matter. Hosts are lenient: an unquoted colon in a description is common and
 * breaks YAML, so then every `key: value` line counts by itself. Without front matter `value` is undefined.
 */
export function readFrontMatter(content: string): ConfigDocument {
  const rows = content.split(/\r?\n/);
  const end =
    rows[0]?.trim() === '---'
      ? rows.slice(0, headLines).findIndex((row, i) => i > 0 && row.trim() === '---')
      : -1;
  if (end < 0)
    return {
      value: undefined,
      locator: () => ({ line: 1, column: 1 }),
      problems: [],
      body: { text: content, line: 1 },
    };
  const body = { text: rows.slice(end + 1).join('\n'), line: end + 2 };
  const head = rows.slice(1, end);
  const strict = readYaml(head.join('\n'), 1);
  if (strict.problems.length === 0) return { ...strict, body };
  const flat = flatEntries(head);
  if (flat.size === 0) return { ...strict, body };
  return {
    value: Object.fromEntries([...flat].map(([key, entry]) => [key, entry.text])),
    locator: path => ({ line: flat.get(String(path[0]))?.line ?? 1, column: 1 }),
    problems: [],
    body,
  };
}

function flatEntries(head: readonly string[]): ReadonlyMap<string, { text: string; line: number }> {
  const entries = new Map<string, { text: string; line: number }>();
  head.forEach((row, index) => {
    const match = /^([A-Za-z][\w-]{0,60}):(.*)$/.exec(row);
    if (match?.[1]) entries.set(match[1], { text: (match[2] ?? '').trim(), line: index + 2 });
  });
  return entries;
}
