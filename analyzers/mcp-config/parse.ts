import type { TextFile } from '../_shared/analyzer.ts';
import type { Parsed } from './document.ts';
import { parseJson } from './parse-json.ts';
import { parseToml } from './parse-toml.ts';
import { parseYaml } from './parse-yaml.ts';

/** Larger files are not client configuration; the biggest seen in practice (a state file with history) has a few MB. */
const maxLength = 16_000_000;

/** Reads a client file by its extension; never throws. JSON is read with comments and trailing commas. */
export function parse(file: TextFile): Parsed {
  const content = file.content.startsWith('\uFEFF') ? file.content.slice(1) : file.content;
  if (content.length > maxLength)
    return { root: undefined, problems: [{ detail: 'The file is too large to be read.', line: 1 }] };
  try {
    if (/\.toml$/i.test(file.path)) return parseToml(content);
    if (/\.ya?ml$/i.test(file.path)) return parseYaml(content, 0);
    if (/\.mdx?$/i.test(file.path)) return frontMatter(content);
    return parseJson(content);
  } catch (error) {
    const detail =
      error instanceof RangeError ? 'The file is nested too deeply.' : 'The file could not be parsed.';
    return { root: undefined, problems: [{ detail, line: 1 }] };
  }
}

function frontMatter(content: string): Parsed {
  const match = /^---[ \t]*\r?\n/.exec(content);
  if (!match) return { root: undefined, problems: [] };
  const end = content.indexOf('\n---', match[0].length - 1);
  if (end < 0) return { root: undefined, problems: [] };
  return parseYaml(content.slice(match[0].length, end + 1), 1);
}
