import type { Location } from '../../src/model/location.ts';
import type { TextFile } from '../_shared/analyzer.ts';
import { type ConfigFile, type ConfigPath, parseConfig } from '../_shared/config-file.ts';
import { asMap, asText } from '../_shared/lenient.ts';

/** A tool that a settings file names by module and attribute: `use: shop.tools.search:search_tool`. */
export interface Reference {
  /** Dotted module path. */
  readonly module: string;
  readonly attribute: string;
  /** What the entry calls it; the key of the entry where it is a table. */
  readonly name?: string;
  readonly at: Location;
}

const path = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*){0,12}):([A-Za-z_]\w*)$/;
const lists = /^(?:\w{1,40}_)?(?:tools|functions|toolkits|skills)$/i;
const maxDepth = 6;

/** Every reference in lists and tables of tools; a switched-off entry is none. */
export function referencesIn(file: TextFile): readonly Reference[] {
  // Nearly all settings files name nothing: the text tells that without being parsed.
  if (
    !/:[A-Za-z_]\w*['"]?\s*(?:[,}\]#]|$)/m.test(file.content) ||
    !/tools|functions|toolkits|skills/i.test(file.content)
  )
    return [];
  const config = parseConfig(file);
  return inside(config, config.value, [], 0);
}

function inside(config: ConfigFile, value: unknown, at: ConfigPath, depth: number): readonly Reference[] {
  if (depth > maxDepth) return [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => inside(config, item, [...at, index], depth + 1));
  return Object.entries(asMap(value)).flatMap(([key, item]) =>
    lists.test(key) ? entries(config, item, [...at, key]) : inside(config, item, [...at, key], depth + 1),
  );
}

/** Members of one list or table of tools. */
function entries(config: ConfigFile, value: unknown, at: ConfigPath): readonly Reference[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => entry(config, item, [...at, index], undefined));
  return Object.entries(asMap(value)).flatMap(([key, item]) => entry(config, item, [...at, key], key));
}

function entry(
  config: ConfigFile,
  value: unknown,
  at: ConfigPath,
  key: string | undefined,
): readonly Reference[] {
  const direct = asText(value);
  const table = asMap(value);
  if (table.enabled === false || table.disabled === true) return [];
  const texts = direct === undefined ? Object.values(table).flatMap(item => asText(item) ?? []) : [direct];
  const matches = texts.map(text => path.exec(text.trim())).filter(match => match !== null);
  // `group: file:read` looks alike; a module inside a package is meant before it.
  const [, module, attribute] = matches.find(([, name]) => name?.includes('.')) ?? matches[0] ?? [];

  if (module === undefined || attribute === undefined) return [];
  const name = asText(table.name) ?? key;
  return [{ module, attribute, at: config.at(...at), ...(name !== undefined && { name }) }];
}
