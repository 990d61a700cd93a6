import type { GapFact } from '../../src/model/fact.ts';
import type { Gap } from '../../src/model/graph.ts';
import type { Location } from '../../src/model/location.ts';
import type { TextFile } from './analyzer.ts';
import { readFrontMatter } from './config-front-matter.ts';
import { readJson } from './config-json.ts';
import { readToml } from './config-toml.ts';
import { readYaml } from './config-yaml.ts';

/** Keys and indexes that lead from the root of a document to a value. */
export type ConfigPath = readonly (string | number)[];

/** Line and column of a path, or of its nearest ancestor that exists; both start at 1. */
export type Locator = (path: ConfigPath) => { readonly line: number; readonly column: number };

/** What one syntax reader returns: plain data as far as it could be read, positions, and what went wrong. */
export interface ConfigDocument {
  readonly value: unknown;
  readonly locator: Locator;
  readonly problems: readonly ConfigProblem[];
  /** Markdown after the front matter, with the line it starts at. */
  readonly body?: { readonly text: string; readonly line: number };
}

export interface ConfigProblem {
  readonly reason: Gap['reason'];
  readonly detail: string;
  readonly line: number;
  readonly column?: number;
}

/** A parsed configuration file. `value` is plain data (undefined when nothing could be read). */
export interface ConfigFile {
  readonly path: string;
  readonly value: unknown;
  readonly problems: readonly ConfigProblem[];
  readonly body?: { readonly text: string; readonly line: number };
  /** Place of a value in the file; unknown paths give their nearest known ancestor. */
  at(...path: ConfigPath): Location;
}

export type ConfigSyntax = 'json' | 'yaml' | 'toml' | 'markdown';

/** Longer texts are refused: real exports stay far below. In characters. */
const maxLength = 8_000_000;

const nowhere: Locator = () => ({ line: 1, column: 1 });

/**
 * Reads JSON (with comments and trailing commas), YAML, TOML or Markdown with YAML front matter, keeping positions.
 * Never throws; broken text gives the readable part and `problems`. The syntax follows from the extension unless given.
 */
export function parseConfig(file: TextFile, syntax: ConfigSyntax = syntaxOf(file.path)): ConfigFile {
  const document = read(file.content.replace(/^\uFEFF/, ''), syntax);
  return {
    path: file.path,
    value: document.value,
    problems: document.problems,
    ...(document.body && { body: document.body }),
    at: (...path) => ({ file: file.path, ...document.locator(path) }),
  };
}

/** One gap fact per problem of a file. */
export function problemGaps(config: ConfigFile): readonly GapFact[] {
  return config.problems.map(problem => ({
    fact: 'gap',
    reason: problem.reason,
    at: { file: config.path, line: problem.line, ...(problem.column && { column: problem.column }) },
    detail: problem.detail,
  }));
}

function syntaxOf(path: string): ConfigSyntax {
  if (/\.ya?ml$/i.test(path)) return 'yaml';
  if (/\.toml$/i.test(path)) return 'toml';
  return /\.(md|mdc|mdx|markdown)$/i.test(path) ? 'markdown' : 'json';
}

function read(content: string, syntax: ConfigSyntax): ConfigDocument {
  if (content.length > maxLength) return failed('file-too-large', 'The file is too large to be read.');
  try {
    if (syntax === 'yaml') return readYaml(content);
    if (syntax === 'toml') return readToml(content);
    return syntax === 'markdown' ? readFrontMatter(content) : readJson(content);
  } catch (error) {
    if (error instanceof RangeError) return failed('depth-limit', 'The file is nested too deeply.');
    return failed('syntax-error', 'The file could not be parsed.');
  }
}

function failed(reason: ConfigProblem['reason'], detail: string): ConfigDocument {
  return { value: undefined, locator: nowhere, problems: [{ reason, detail, line: 1 }] };
}
