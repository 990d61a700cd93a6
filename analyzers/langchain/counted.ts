import type { Fact, GapFact } from '../../src/model/fact.ts';

/** Gaps that say the same about several places become one, at the first place, with their number and all they touch. */
export function counted(facts: readonly Fact[], isRepeated: (gap: GapFact) => boolean): readonly Fact[] {
  const groups = new Map<string, GapFact[]>();
  for (const fact of facts)
    if (fact.fact === 'gap' && isRepeated(fact))
      groups.set(fact.detail, [...(groups.get(fact.detail) ?? []), fact]);
  return facts.flatMap((fact): readonly Fact[] => {
    const group = fact.fact === 'gap' ? groups.get(fact.detail) : undefined;
    if (fact.fact !== 'gap' || !group || group.length < 2) return [fact];
    if (group[0] !== fact) return [];
    const affects = [...new Set(group.flatMap(item => item.affects ?? []))];
    return [{ ...fact, detail: `${fact.detail} (${group.length} places, the first is shown)`, affects }];
  });
}
