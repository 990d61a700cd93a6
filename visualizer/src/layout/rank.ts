import type { Chain } from '../../../src/model/chain.ts';
import type { Context } from '../../../src/model/graph.ts';

/** What stands out: risk of the worst chain things are part of, open chains first; and who owns a context. */
export interface Ranks {
  readonly nodes: ReadonlyMap<string, number>;
  readonly contexts: ReadonlyMap<string, number>;
  readonly owners: ReadonlySet<string>;
  /** Legs a node plays in any chain. */
  readonly roles: ReadonlyMap<string, ReadonlySet<'untrusted' | 'sensitive' | 'sink'>>;
}

export function rank(chains: readonly Chain[], all: readonly Context[]): Ranks {
  const nodes = new Map<string, number>();
  const contexts = new Map<string, number>();
  const roles = new Map<string, Set<'untrusted' | 'sensitive' | 'sink'>>();
  const raise = (map: Map<string, number>, key: string, value: number): void => {
    if ((map.get(key) ?? 0) < value) map.set(key, value);
  };
  for (const [at, chain] of chains.entries()) {
    // Among chains of the same risk, the first of the list comes first here, too.
    const weight = chain.risk + (chain.status === 'open' ? 100 : 1) - Math.min(at, 10_000) / 100_000;
    raise(contexts, chain.context, weight);
    for (const leg of ['untrusted', 'sensitive', 'sink'] as const) {
      const id = chain[leg];
      if (!id) continue;
      raise(nodes, id, weight);
      const known = roles.get(id);
      if (known) known.add(leg);
      else roles.set(id, new Set([leg]));
      for (const { from, to } of chain.legs[leg]) {
        raise(nodes, from, weight);
        raise(nodes, to, weight);
      }
    }
  }
  return { nodes, contexts, roles, owners: new Set(all.map(({ agent }) => agent)) };
}
