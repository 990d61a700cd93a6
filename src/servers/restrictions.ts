import type { ServerRow, SettingRule } from '../catalog/types.ts';
import type { NodeFact, Settings } from '../model/fact.ts';
import type { Json } from '../model/graph.ts';
import { applies, narrow } from './narrow.ts';

/**
 * Settings that a server understands, that are not given, and the tools that each would take away: what a fix can
 * propose instead of removing the server. Sorted; of settings that take away the same tools only the first is kept.
 */
export function restrictionsOf(server: NodeFact, row: ServerRow): readonly Json[] {
  const settings = server.settings ?? {};
  const names = row.tools.map(tool => tool.name);
  const offered = offeredBy(names, row, settings);
  const seen = new Set<string>();
  return (row.settings ?? [])
    .filter(rule => isSwitch(rule) && !applies(rule, settings) && fits(rule, server))
    .sort((a, b) => rank(a) - rank(b) || (a.setting < b.setting ? -1 : 1))
    .flatMap((rule): readonly Json[] => {
      const left = new Set(offeredBy(names, row, { ...settings, [rule.setting]: rule.is ?? true }));
      const tools = offered.filter(name => !left.has(name)).sort();
      const key = tools.join('\n');
      if (tools.length === 0 || tools.length === offered.length || seen.has(key)) return [];
      seen.add(key);
      return [{ setting: rule.setting, tools }];
    });
}

const offeredBy = (names: readonly string[], row: ServerRow, settings: Settings): readonly string[] =>
  narrow(names, row, settings).map(tool => tool.name);

/** On or off, nothing to choose. */
const isSwitch = (rule: SettingRule): boolean =>
  rule.means === undefined && (rule.drops !== undefined || rule.dropsTools !== undefined);

/** Programs take flags and environment variables, remote servers headers and query parameters. */
function fits(rule: SettingRule, server: NodeFact): boolean {
  const remote = server.properties?.url !== undefined;
  return remote ? !rule.setting.startsWith('-') : !/^X-/i.test(rule.setting);
}

const rank = ({ setting }: SettingRule): number =>
  setting.startsWith('--') ? 0 : setting.startsWith('-') ? 1 : 2;
