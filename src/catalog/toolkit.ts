import type { Settings } from '../model/fact.ts';
import type { Json } from '../model/graph.ts';
import type { SymbolRow, ToolRow } from './types.ts';

/**
 * Capabilities of a toolkit under the arguments of its constructor: those of the tools that are on. Switches of single
 * tools, `all`, and lists of tools that stay or go are understood. A toolkit without listed tools keeps its own.
 */
export function toolkitCapabilities(row: SymbolRow, settings: Settings): readonly string[] {
  const list = row.tools ?? [];
  if (list.length === 0) return row.capabilities;
  const usual = new Set(list.filter(tool => tool.default !== false).flatMap(tool => tool.capabilities));
  const own = row.capabilities.filter(word => !usual.has(word));
  const listed = (means: string) =>
    (row.settings ?? []).flatMap(rule => (rule.means === means ? names(settings[rule.setting]) : []));
  const only = [...listed('tools'), ...names(settings.tools)];
  const without = listed('excludes');
  const kept = list.filter(
    tool =>
      !without.includes(tool.name) &&
      (only.length > 0 ? only.includes(tool.name) : settings.all === true || isOn(tool, settings)),
  );
  // Names that fit no tool were meant for something else, or belong to another version.
  const counted = kept.length === 0 && only.length > 0 ? list.filter(tool => tool.default !== false) : kept;
  return [...new Set([...own, ...counted.flatMap(tool => tool.capabilities)])].sort();
}

function isOn(tool: ToolRow, settings: Settings): boolean {
  const value = tool.setting === undefined ? undefined : settings[tool.setting];
  return typeof value === 'boolean' ? value : tool.default !== false;
}

function names(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(/[,\s]+/).filter(Boolean) : [];
}
