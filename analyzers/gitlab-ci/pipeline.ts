import type { Location } from '../../src/model/location.ts';
import type { TextFile } from '../_shared/analyzer.ts';
import { type ConfigFile, parseConfig } from '../_shared/config-file.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';

type Map = Readonly<Record<string, unknown>>;

/** One job with everything it inherits. */
export interface Job {
  readonly name: string;
  readonly at: Location;
  readonly file: string;
  readonly script: string;
  readonly variables: Map;
  /** Merged keys of the job, for what is asked rarely. */
  readonly keys: Map;
}

/** Pipeline files that see each other's jobs, because they include each other or lie side by side. */
export interface Pipeline {
  readonly configs: readonly ConfigFile[];
  readonly jobs: readonly Job[];
  readonly variables: Map;
  readonly workflow: Map;
}

/** Keys of a pipeline file that are no jobs. */
const globals: ReadonlySet<string> = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'image',
  'services',
  'before_script',
  'after_script',
  'cache',
  'spec',
  'pages_config',
]);

const maxParents = 12;

/** Reads the files of one pipeline; templates (names with a dot) only lend their keys. */
export function readPipeline(files: readonly TextFile[]): Pipeline {
  const configs = files.map(file => parseConfig(file, 'yaml'));
  const roots = configs.map(config => asMap(config.value));
  const all = new Map<string, { readonly keys: Map; readonly config: ConfigFile }>();
  roots.forEach((root, index) => {
    const config = configs[index];
    if (!config) return;
    for (const [name, keys] of Object.entries(root))
      if (!globals.has(name) && !all.has(name)) all.set(name, { keys: asMap(keys), config });
  });
  const defaults = Object.assign(
    {},
    ...roots.map(root => pick(root)),
    ...roots.map(root => asMap(root.default)),
  );
  const merged = (keys: Map, depth: number): Map => {
    const parents = depth < maxParents ? names(keys.extends) : [];
    const from = parents.map(parent => merged(all.get(parent)?.keys ?? {}, depth + 1));
    return [...from, keys].reduce<Map>((low, high) => mergeKeys(low, high), {});
  };
  const lines = (value: unknown): string => flatten(value, all, 0).join('\n');
  const jobs = [...all].flatMap(([name, { keys, config }]): readonly Job[] => {
    if (name.startsWith('.')) return [];
    const own = { ...defaults, ...merged(keys, 0) };
    if (own.script === undefined && own.run === undefined) return [];
    const script = [lines(own.before_script), lines(own.script), lines(own.after_script), stepsOf(own.run)];
    return [
      {
        name,
        at: config.at(name),
        file: config.path,
        script: script.filter(Boolean).join('\n'),
        variables: asMap(own.variables),
        keys: own,
      },
    ];
  });
  return {
    configs,
    jobs,
    variables: Object.assign({}, ...roots.map(root => asMap(root.variables))),
    workflow: Object.assign({}, ...roots.map(root => asMap(root.workflow))),
  };
}

/** Old spelling of `default`. */
function pick(root: Map): Map {
  return Object.fromEntries(
    ['before_script', 'after_script', 'image', 'cache'].flatMap(key =>
      root[key] === undefined ? [] : [[key, root[key]]],
    ),
  );
}

/** Maps are merged, everything else is replaced. */
function mergeKeys(low: Map, high: Map): Map {
  const out: Record<string, unknown> = { ...low };
  for (const [key, value] of Object.entries(high)) {
    const below = out[key];
    out[key] = isMap(below) && isMap(value) ? { ...below, ...value } : value;
  }
  return out;
}

const isMap = (value: unknown): value is Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const names = (value: unknown): readonly string[] => {
  const text = asText(value);
  return text !== undefined ? [text] : asList(value).flatMap(item => asText(item) ?? []);
};

/** Commands of a script with nested lists and `!reference [.job, script]` put in place. */
function flatten(
  value: unknown,
  all: ReadonlyMap<string, { readonly keys: Map }>,
  depth: number,
): readonly string[] {
  const text = asText(value);
  if (text !== undefined) return [text];
  if (depth > 10) return [];
  const list = asList(value);
  const [job, key] = list;
  if (typeof job === 'string' && typeof key === 'string' && list.length === 2) {
    const target = all.get(job)?.keys[key];
    if (target !== undefined) return flatten(target, all, depth + 1);
  }
  return list.flatMap(item => flatten(item, all, depth + 1));
}

/** CI steps: `run: [{name, script}]`. */
function stepsOf(run: unknown): string {
  return asList(run)
    .flatMap(step => asText(asMap(step).script) ?? [])
    .join('\n');
}
