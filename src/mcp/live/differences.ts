import { createCatalog } from '../../catalog/create-catalog.ts';
import type { UserRows } from '../../catalog/types.ts';
import type { Fact, GapFact, NodeFact } from '../../model/fact.ts';
import { expandServers } from '../../servers/expand.ts';
import type { ToolDefinition, ToolViews } from '../../servers/view.ts';

/**
 * Compares what servers said when asked with what their package, source or catalog row says: tools on one side only,
 * and texts that differ where the other side has texts of its own. One gap per server that differs.
 */
export function differences(
  seen: readonly Fact[],
  live: ToolViews,
  others: ToolViews,
  rows?: UserRows,
): readonly GapFact[] {
  const quiet = expandServers(seen, createCatalog(rows), others);
  const nodes = new Map(quiet.flatMap(fact => (fact.fact === 'node' ? [[fact.ref, fact] as const] : [])));
  return [...live].flatMap(([ref, view]) => {
    const server = nodes.get(ref);
    const expected = quiet.flatMap(fact => {
      const tool =
        fact.fact === 'relation' && fact.kind === 'provides' && fact.from === ref
          ? nodes.get(fact.to)
          : undefined;
      return tool?.kind === 'tool' && !tool.name.startsWith('(') ? [tool] : [];
    });
    const isPartial = quiet.some(fact => fact.fact === 'gap' && fact.affects?.includes(ref));
    if (!server || expected.length === 0) return [];
    const detail = differenceOf(server.name, view.tools, expected, isPartial || !view.complete);
    return detail === undefined
      ? []
      : [{ fact: 'gap' as const, reason: 'runtime-only' as const, at: server.at, detail, affects: [ref] }];
  });
}

function differenceOf(
  name: string,
  live: readonly ToolDefinition[],
  expected: readonly NodeFact[],
  isPartial: boolean,
): string | undefined {
  const known = new Map(expected.map(tool => [tool.name, tool]));
  const names = new Set(live.map(tool => tool.name));
  const more = live.filter(tool => !known.has(tool.name)).map(tool => tool.name);
  const fewer = isPartial ? [] : expected.filter(tool => !names.has(tool.name)).map(tool => tool.name);
  const other = live
    .filter(tool => differs(tool.description, known.get(tool.name)?.description))
    .map(tool => tool.name);
  const via = String(expected[0]?.properties?.via ?? 'source');
  const parts = [
    ...(more.length > 0 ? [`offers ${few(more)}, which the ${via} does not list`] : []),
    ...(fewer.length > 0 ? [`does not offer ${few(fewer)}, which the ${via} lists`] : []),
    ...(other.length > 0 && via !== 'catalog' ? [`describes ${few(other)} otherwise than the ${via}`] : []),
  ];
  return parts.length === 0 ? undefined : `When asked, '${name}' ${parts.join('; it ')}.`;
}

function differs(a: string | undefined, b: string | undefined): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return a !== undefined && b !== undefined && plain(a) !== plain(b);
}

function few(names: readonly string[]): string {
  const shown = names
    .slice(0, 6)
    .map(name => `'${name.slice(0, 60)}'`)
    .join(', ');
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
