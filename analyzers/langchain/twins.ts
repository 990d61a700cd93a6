import type { Fact, NodeFact, Ref } from '../../src/model/fact.ts';

/**
 * One construction reached from several callers makes one agent per caller. Where these have the same name and the same
 * tools they are one agent to a reader: the later ones become the first.
 */
export function mergeTwins(facts: readonly Fact[]): readonly Fact[] {
  const firsts = new Map<string, Ref>();
  const renamed = new Map<Ref, Ref>();
  const targets = relationsOf(facts);
  for (const fact of facts) {
    if (fact.fact !== 'node' || fact.kind !== 'agent') continue;
    const key = signature(fact, targets.get(fact.ref) ?? []);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, fact.ref);
    else if (first !== fact.ref) renamed.set(fact.ref, first);
  }
  if (renamed.size === 0) return facts;
  const refs = [...renamed.keys()];
  const rename = (ref: Ref): Ref => {
    const own = renamed.get(ref);
    if (own !== undefined) return own;
    // Parts of an agent carry its ref in front: its prompt, its file tools, its sub-agents.
    const owner = refs.find(item => ref.startsWith(`${item}:`) || ref.startsWith(`gate:${item}:`));
    return owner === undefined ? ref : ref.replace(owner, renamed.get(owner) ?? owner);
  };
  const seen = new Set<string>();
  return facts.flatMap(fact => {
    const moved = withRefs(fact, rename);
    const key = moved.fact === 'node' ? `n ${moved.ref}` : JSON.stringify(moved);
    if (seen.has(key)) return [];
    seen.add(key);
    return [moved];
  });
}

function relationsOf(facts: readonly Fact[]): ReadonlyMap<Ref, readonly string[]> {
  const out = new Map<Ref, string[]>();
  for (const fact of facts) {
    if (fact.fact !== 'relation') continue;
    const list = out.get(fact.from) ?? [];
    list.push(`${fact.kind} ${fact.to.replace(fact.from, '$')}`);
    out.set(fact.from, list);
  }
  return out;
}

function signature({ at, name, ref }: NodeFact, targets: readonly string[]): string {
  const place = `${at.file}:${at.line}:${at.column ?? 0}`;
  // Nodes of graphs stand where their function stands, and two graphs may share it.
  const owner = ref.includes(':node:') ? ref : '';
  return JSON.stringify([place, name, owner, [...targets].sort()]);
}

function withRefs(fact: Fact, rename: (ref: Ref) => Ref): Fact {
  switch (fact.fact) {
    case 'node':
      return { ...fact, ref: rename(fact.ref) };
    case 'relation':
      return { ...fact, from: rename(fact.from), to: rename(fact.to) };
    case 'gate':
      return {
        ...fact,
        ref: rename(fact.ref),
        scope: rename(fact.scope),
        ...(fact.before && { before: fact.before.map(rename) }),
      };
    case 'gap':
      return fact.affects ? { ...fact, affects: [...new Set(fact.affects.map(rename))] } : fact;
  }
}
