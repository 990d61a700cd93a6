import type { Fact, RelationFact } from '../../model/fact.ts';

/**
 * In a workspace a client runs with the user's servers as well: every workspace context that has a server of its own
 * also uses what the same client uses everywhere. Profiles stay apart.
 */
export function inheritUserServers(facts: readonly Fact[]): readonly Fact[] {
  const uses = facts.filter((fact): fact is RelationFact => fact.fact === 'relation' && fact.kind === 'uses');
  const everywhere = new Map<string, RelationFact[]>();
  const workspaces = new Map<string, Set<string>>();
  for (const relation of uses) {
    const host = /^host:([^:]+):([\s\S]*)$/.exec(relation.from);
    if (!host || !relation.to.startsWith('server:')) continue;
    const [, client = '', rest = ''] = host;
    if (rest === '') everywhere.set(client, [...(everywhere.get(client) ?? []), relation]);
    else if (!rest.includes('#profile:') && !rest.includes('#agent:')) {
      workspaces.set(client, (workspaces.get(client) ?? new Set()).add(relation.from));
    }
  }
  const known = new Set(uses.map(relation => `${relation.from}\0${relation.to}`));
  const added = [...workspaces].flatMap(([client, hosts]) =>
    [...hosts].flatMap(host =>
      (everywhere.get(client) ?? [])
        .filter(relation => !known.has(`${host}\0${relation.to}`))
        .map(relation => ({ ...relation, from: host })),
    ),
  );
  return [...facts, ...added];
}
