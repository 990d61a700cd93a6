import type { ServerRow, SettingRule, ToolRow } from '../catalog/types.ts';
import type { Settings } from '../model/fact.ts';
import type { Json } from '../model/graph.ts';

/** A tool that stays after the settings spoke, with the capabilities that stay. */
export interface Narrowed {
  readonly name: string;
  readonly capabilities: readonly string[];
  readonly row?: ToolRow;
}

/** What the client's own lists leave of a set of tool names; `*` is a wildcard in a list entry. */
export function shown(name: string, settings: Settings): boolean {
  const keep = words(settings.tools);
  const drop = words(settings.excludeTools);
  if (drop.some(pattern => matches(pattern, name))) return false;
  return keep.length === 0 || keep.some(pattern => matches(pattern, name));
}

/**
 * Applies the rules of a catalog row to tool names: which tools the server still offers under these settings, and
 * with which capabilities. A name that is not in the row has no capabilities here and stays. `listed` says that the
 * server itself answered these names, so that a tool off by default is on.
 */
export function narrow(
  names: readonly string[],
  row: ServerRow | undefined,
  settings: Settings,
  listed = false,
): readonly Narrowed[] {
  const rows = new Map(row?.tools.map(tool => [tool.name, tool]));
  const active = (row?.settings ?? []).filter(rule => applies(rule, settings));
  return names.flatMap((name): readonly Narrowed[] => {
    const tool = rows.get(name);
    if (
      !shown(name, settings) ||
      !offered(name, tool, active, settings, listed) ||
      active.some(rule => removes(rule, name, settings))
    )
      return [];
    const before = tool?.capabilities ?? [];
    const capabilities = adjusted(before, active);
    if (before.length > 0 && capabilities.length === 0) return [];
    return [{ name, capabilities, ...(tool && { row: tool }) }];
  });
}

/** Capabilities under the active rules, sorted. What a rule adds stands for what it drops: it goes to no other tool. */
export function adjusted(capabilities: readonly string[], active: readonly SettingRule[]): readonly string[] {
  const dropped = new Set(active.flatMap(rule => rule.drops ?? []));
  const kept = capabilities.filter(word => !dropped.has(word) && !dropped.has('*'));
  const added = active.filter(
    rule => !rule.drops || rule.drops.some(word => word === '*' || capabilities.includes(word)),
  );
  return [...new Set([...kept, ...added.flatMap(rule => rule.adds ?? [])])].sort();
}

/** Whether the setting of a rule is given, with the asked value where one is asked. */
export function applies(rule: SettingRule, settings: Settings): boolean {
  const value = settings[rule.setting];
  if (value === undefined || value === null) return false;
  if (rule.is === undefined) return rule.means !== undefined || truthy(value);
  if (typeof rule.is === 'boolean') return truthy(value) === rule.is;
  return String(value).toLowerCase() === String(rule.is).toLowerCase();
}

/** Lists of tools and of tool groups add up; where neither decides, a tool is on unless its default is off. */
function offered(
  name: string,
  tool: ToolRow | undefined,
  active: readonly SettingRule[],
  settings: Settings,
  listed: boolean,
): boolean {
  const given = (means: SettingRule['means']) =>
    active.flatMap(rule => (rule.means === means ? words(settings[rule.setting]) : []));
  const named = given('tools').filter(word => word !== 'all');
  if (named.some(pattern => matches(pattern, name))) return true;
  const groups = given('toolsets');
  if (groups.length > 0 && tool?.toolset !== undefined) return inGroups(tool, tool.toolset, groups);
  if (named.length > 0) return false;
  return listed || tool === undefined || switchedOn(tool, settings);
}

function inGroups(tool: ToolRow, toolset: string, groups: readonly string[]): boolean {
  if (groups.includes('all') || groups.includes(toolset)) return true;
  return groups.includes('default') && tool.default !== false;
}

function removes(rule: SettingRule, name: string, settings: Settings): boolean {
  if (rule.dropsTools?.some(pattern => matches(pattern, name))) return true;
  return rule.means === 'excludes' && words(settings[rule.setting]).some(pattern => matches(pattern, name));
}

function switchedOn(tool: ToolRow, settings: Settings): boolean {
  if (tool.setting === undefined) return tool.default !== false;
  const value = settings[tool.setting];
  return value === undefined || value === null ? tool.default !== false : truthy(value);
}

function truthy(value: Json): boolean {
  return !(
    value === false ||
    value === 0 ||
    (typeof value === 'string' && /^(false|0|no|off)$/i.test(value.trim()))
  );
}

/** The words of a list or of a comma-separated string. */
function words(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(/[,\s]+/).filter(Boolean) : [];
}

function matches(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name;
  const parts = pattern.slice(0, 200).split('*');
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const found = name.indexOf(part, from);
    if (found < 0 || (index === 0 && found > 0)) return false;
    from = found + part.length;
  }
  return parts.at(-1) === '' || name.endsWith(parts.at(-1) ?? '');
}
