import type { Fact, NodeFact, Ref, RelationFact } from '../../../src/model/fact.ts';

/**
 * One place of the program that makes the same thing for several callers (a factory called twice with other texts) is
 * one thing: nodes made at one place that say the same become one, then agents made at one place under one name that
 * use the same. Relations and gaps follow; what is said twice afterwards is said once.
 */
export function mergeTwins(facts: readonly Fact[]): readonly Fact[] {
  const things = rename(
    facts,
    facts.flatMap(fact => (isThing(fact) ? [[sameThing(fact), fact.ref] as const] : [])),
  );
  const uses = new Map<Ref, string[]>();
  for (const fact of things) {
    if (fact.fact !== 'relation' || fact.kind === 'instructs') continue;
    const list = uses.get(fact.from) ?? [];
    uses.set(fact.from, list);
    list.push(JSON.stringify([fact.kind, placeOf(fact.to), fact.barriers ?? [], fact.conditional ?? false]));
  }
  const agents = things.flatMap(fact => {
    if (fact.fact !== 'node' || fact.kind !== 'agent') return [];
    const used = [...new Set(uses.get(fact.ref))].sort();
    return [[JSON.stringify([placeOf(fact.ref), fact.name, used]), fact.ref] as const];
  });
  return rename(things, agents);
}

const isThing = (fact: Fact): fact is NodeFact =>
  fact.fact === 'node' && (fact.kind === 'tool' || fact.kind === 'mcp-server' || fact.kind === 'store');

function sameThing(node: NodeFact): string {
  return JSON.stringify([placeOf(node.ref), { ...node, ref: '' }]);
}

/** A ref without the calling context of its object. */
const placeOf = (ref: Ref): string => ref.replace(/(:\d+:\d+)@[0-9a-z]+/g, '$1');

/** The first ref of each key stands for all; facts that become equal are kept once. */
function rename(facts: readonly Fact[], keyed: readonly (readonly [string, Ref])[]): readonly Fact[] {
  const first = new Map<string, Ref>();
  const moved = new Map<Ref, Ref>();
  for (const [key, ref] of keyed) {
    const known = first.get(key);
    if (known === undefined) first.set(key, ref);
    else if (known !== ref) moved.set(ref, known);
  }
  if (moved.size === 0) return facts;
  const at = (ref: Ref): Ref => moved.get(ref) ?? ref;
  const seen = new Set<string>();
  return facts
    .filter(fact => fact.fact !== 'node' || !moved.has(fact.ref))
    .map((fact): Fact => {
      if (fact.fact === 'relation')
        return { ...fact, from: at(fact.from), to: at(fact.to) } satisfies RelationFact;
      if (fact.fact === 'gap' && fact.affects)
        return { ...fact, affects: [...new Set(fact.affects.map(at))] };
      return fact.fact === 'gate' ? { ...fact, scope: at(fact.scope) } : fact;
    })
    .filter(fact => {
      const key =
        fact.fact === 'relation'
          ? `r ${fact.kind} ${fact.from} ${fact.to}`
          : fact.fact === 'gap'
            ? JSON.stringify(fact)
            : '';
      if (key === '') return true;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
