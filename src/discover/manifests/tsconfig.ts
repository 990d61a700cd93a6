import type { Gap } from '../../model/graph.ts';
import type { Discovery } from '../discover.ts';
import type { TsconfigFacts } from '../project-facts.ts';
import { parseLoose } from './package-json.ts';
import { folderOf, isTable, joinInside, tableAt, text, texts } from './values.ts';

const configName = /(?:^|\/)(?:tsconfig|jsconfig)(?:\.[\w-]+)*\.json$/;

/** Links of an `extends` chain that are followed. */
const maxChain = 10;

interface Mapping {
  readonly baseUrl?: string;
  readonly paths?: { readonly [pattern: string]: readonly string[] };
}

/** Path mappings of every tsconfig and jsconfig; `extends` is followed inside the tree only. */
export function readTsconfigs(discovery: Discovery): { tsconfigs: TsconfigFacts[]; gaps: Gap[] } {
  const known = new Set(discovery.files.map(file => file.path));
  const tsconfigs: TsconfigFacts[] = [];
  const gaps: Gap[] = [];

  function load(file: string, links: number): Mapping | undefined {
    const source = links < maxChain && known.has(file) ? discovery.read(file) : undefined;
    const config = typeof source === 'string' ? parseLoose(source) : undefined;
    if (!isTable(config)) return undefined;
    const parents = typeof config.extends === 'string' ? [config.extends] : texts(config.extends);
    const inherited = parents.map(parent => load(parentFile(file, parent, known), links + 1));
    return Object.assign({}, ...inherited, ownMapping(file, tableAt(config, 'compilerOptions')));
  }

  for (const { path } of discovery.files) {
    if (!configName.test(path)) continue;
    const mapping = load(path, 0);
    if (!mapping) {
      gaps.push({ reason: 'invalid-config', location: { file: path, line: 1 }, detail: 'not a JSON object' });
    } else if (mapping.baseUrl !== undefined || mapping.paths) {
      tsconfigs.push({
        file: path,
        dir: folderOf(path),
        ...(mapping.baseUrl !== undefined && { baseUrl: mapping.baseUrl }),
        paths: mapping.paths ?? {},
      });
    }
  }
  return { tsconfigs, gaps };
}

/** Configurations of packages are outside of the tree. */
function parentFile(file: string, parent: string, known: ReadonlySet<string>): string {
  if (!parent.startsWith('.')) return '';
  const target = joinInside(folderOf(file), parent) ?? '';
  return [target, `${target}.json`, `${target}/tsconfig.json`].find(candidate => known.has(candidate)) ?? '';
}

function ownMapping(file: string, options: { readonly [key: string]: unknown }): Mapping {
  const dir = folderOf(file);
  const written = text(options.baseUrl);
  const baseUrl = written === undefined ? undefined : joinInside(dir, written);
  const paths = isTable(options.paths)
    ? Object.fromEntries(
        Object.entries(options.paths).map(([pattern, targets]) => [
          pattern,
          texts(targets).flatMap(target => joinInside(baseUrl ?? dir, target) ?? []),
        ]),
      )
    : undefined;
  return { ...(baseUrl !== undefined && { baseUrl }), ...(paths && { paths }) };
}
