import type { CapabilityWord } from './data/capabilities.ts';
import { capabilities as policy } from './data/capabilities.ts';
import type {
  ArgumentPlace,
  ArgumentRole,
  CapabilityRow,
  ResultKind,
  ServerRow,
  SettingRule,
  SymbolRow,
  ToolRow,
} from './types.ts';

type Words = readonly CapabilityWord[];

/** A symbol row as data files write it: what the vendor's defaults already say is left out. */
export interface SymbolEntry {
  readonly symbols: readonly string[];
  readonly kind?: SymbolRow['kind'];
  readonly capabilities: Words;
  readonly arguments?: { readonly [role in ArgumentRole]?: readonly ArgumentPlace[] };
  readonly address?: NonNullable<SymbolRow['address']>;
  readonly result?: ResultKind;
  readonly toolName?: string;
  readonly tools?: readonly ToolRow[];
  readonly settings?: readonly SettingRule[];
  readonly why?: string;
  readonly reference?: string;
}

/** What all rows of one vendor share unless they say otherwise. */
export interface VendorDefaults {
  readonly kind: SymbolRow['kind'];
  readonly why: string;
  readonly reference: string;
}

/** Completes the rows of one vendor. A toolkit without own capabilities gets the union of its tools that are on. */
export function symbolRows(defaults: VendorDefaults, entries: readonly SymbolEntry[]): readonly SymbolRow[] {
  return entries.map(entry => ({
    ...defaults,
    ...entry,
    capabilities: sorted([...entry.capabilities, ...union(entry.tools ?? [])]),
  }));
}

/** Every prefix with every name: `of(['requests.', 'requests.Session().'], 'get head')`. */
export function of(prefixes: readonly string[], names: string): readonly string[] {
  const list = words(names);
  return prefixes.flatMap(prefix => list.map(name => prefix + name));
}

/**
 * Symbols of low-code nodes: every name with every ending and every operation, `n8n:n8n-nodes-base.gmailTool(send)`;
 * without operations the bare nodes.
 */
export function onNodes(
  prefix: string,
  names: string,
  endings: readonly string[],
  operations: string,
): readonly string[] {
  const nodes = words(names).flatMap(name => endings.map(ending => prefix + name + ending));
  const list = words(operations);
  return list.length === 0 ? nodes : nodes.flatMap(node => list.map(operation => `${node}(${operation})`));
}

/** Tools that share capabilities: names separated by blanks, then toolset, switch and default where they have one. */
export type ToolGroup = readonly [Words, string, Pick<ToolRow, 'toolset' | 'setting' | 'default'>?];

/** Tool rows from groups, sorted by name. */
export function tools(...groups: readonly ToolGroup[]): readonly ToolRow[] {
  return groups
    .flatMap(([capabilities, names, more]) =>
      words(names).map(name => ({ name, capabilities: sorted(capabilities), ...more })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** A server row as data files write it. */
export interface ServerEntry {
  readonly id: string;
  readonly packages: readonly string[];
  readonly title: string;
  /** False when the list below is known to lack tools. */
  readonly toolsComplete?: boolean;
  readonly tools?: readonly ToolRow[];
  /** Beside the union of the tools' capabilities. */
  readonly capabilities?: Words;
  readonly settings?: readonly SettingRule[];
  /** Settings that really leave only reading tools; given as flag or environment variable with optional value. */
  readonly readOnly?: readonly Pick<SettingRule, 'setting' | 'is'>[];
  readonly why: string;
  readonly reference: string;
}

const writing: ReadonlySet<string> = new Set(
  policy.filter((row: CapabilityRow) => row.writes).map(row => row.capability),
);

/** Completes server rows: capabilities as union of the tools, read-only settings as lists of dropped tools. */
export function serverRows(entries: readonly ServerEntry[]): readonly ServerRow[] {
  return entries.map(({ readOnly, ...entry }) => {
    const list = entry.tools ?? [];
    const all = sorted([...(entry.capabilities ?? []), ...union(list)]);
    const settings = [
      ...(entry.settings ?? []),
      ...(readOnly ?? []).map(flag => readOnlyRule(flag, list, all)),
    ];
    return {
      ...entry,
      toolsComplete: entry.toolsComplete ?? list.length > 0,
      tools: list,
      capabilities: all,
      ...(settings.length > 0 && { settings }),
    };
  });
}

function readOnlyRule(
  flag: Pick<SettingRule, 'setting' | 'is'>,
  list: readonly ToolRow[],
  all: readonly string[],
): SettingRule {
  const dropsTools = list
    .filter(tool => tool.capabilities.some(word => writing.has(word)))
    .map(tool => tool.name);
  return {
    ...flag,
    drops: all.filter(word => writing.has(word)),
    ...(dropsTools.length > 0 && { dropsTools }),
    why: 'Read-only mode of the server: tools that change something are not offered.',
  };
}

function union(list: readonly ToolRow[]): readonly string[] {
  return list.filter(tool => tool.default !== false).flatMap(tool => tool.capabilities);
}

function sorted(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort();
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(word => word !== '');
}
