import type { TextFile } from '../_shared/analyzer.ts';
import { type ConfigFile, parseConfig } from '../_shared/config-file.ts';
import { asList, asMap, asText, isMap } from '../_shared/lenient.ts';

type Map = Readonly<Record<string, unknown>>;

/** An agentic workflow with what its imports add. */
export interface AgenticWorkflow {
  readonly config: ConfigFile;
  readonly name: string;
  /** Front matter, imported parts merged below it. */
  readonly head: Map;
  readonly prompt: string;
  /** Imports that are not among the files. */
  readonly missing: readonly string[];
}

/** Keys that only front matter of an agentic workflow has beside `on`. */
const tells = [
  'safe-outputs',
  'tools',
  'engine',
  'permissions',
  'network',
  'mcp-servers',
  'imports',
  'timeout-minutes',
];

const maxImports = 40;

/** The agentic workflows among Markdown files; parts without `on` are only read where they are imported. */
export function readWorkflows(files: readonly TextFile[]): readonly AgenticWorkflow[] {
  const configs = new Map(files.map(file => [file.path, parseConfig(file, 'markdown')]));
  return [...configs.values()].flatMap((config): readonly AgenticWorkflow[] => {
    const own = asMap(config.value);
    if (own.on === undefined || !tells.some(key => key in own)) return [];
    const { parts, missing } = importsOf(config, configs);
    const head = parts.reduceRight<Map>((low, part) => merge(low, asMap(part.value)), {});
    const file = config.path.split('/').at(-1) ?? config.path;
    return [
      {
        config,
        name: file.replace(/\.md$/, ''),
        head: { ...merge(head, own), on: own.on },
        prompt: [config, ...parts].map(({ body }) => body?.text ?? '').join('\n'),
        missing,
      },
    ];
  });
}

function importsOf(
  config: ConfigFile,
  configs: ReadonlyMap<string, ConfigFile>,
): { readonly parts: readonly ConfigFile[]; readonly missing: readonly string[] } {
  const parts = new Set<ConfigFile>();
  const missing: string[] = [];
  const queue: ConfigFile[] = [config];
  for (let here = queue.shift(); here && parts.size < maxImports; here = queue.shift()) {
    for (const name of named(here)) {
      const found = configs.get(join(here.path, name)) ?? configs.get(join(config.path, name));
      if (!found) missing.push(name);
      else if (found !== config && !parts.has(found)) {
        parts.add(found);
        queue.push(found);
      }
    }
  }
  return { parts: [...parts], missing };
}

/** `imports:` of the front matter, and the older `@include` and `{{#import}}` lines of the text. */
function named(config: ConfigFile): readonly string[] {
  const imports = asMap(config.value).imports;
  const list = [...asList(imports), ...asList(asMap(imports).aw)];
  const listed = list.flatMap(
    item => asText(item) ?? asText(asMap(item).uses) ?? asText(asMap(item).path) ?? [],
  );
  const text = config.body?.text.slice(0, 100_000) ?? '';
  const inline = [
    ...text.matchAll(/^(?:@(?:include|import)\??|\{\{#import\??:?)\s+([\w./@-]{1,200}?)\s*(?:\}\})?\s*$/gm),
  ];
  return [...listed, ...inline.map(match => match[1] ?? '')].map(name => name.replace(/[@#].*$/, ''));
}

function join(from: string, name: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Maps are merged to the second level, lists joined, everything else replaced. */
function merge(low: Map, high: Map): Map {
  const out: Record<string, unknown> = { ...low };
  for (const [key, value] of Object.entries(high)) {
    const below = out[key];
    if (isMap(below) && isMap(value)) out[key] = { ...below, ...value };
    else if (Array.isArray(below) && Array.isArray(value)) out[key] = [...below, ...value];
    else out[key] = value;
  }
  return out;
}
