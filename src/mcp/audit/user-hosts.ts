import { placeOf } from '../../../analyzers/mcp-config/places.ts';
import type { Fact } from '../../model/fact.ts';

/**
 * Analyzers of repositories take the folder of a settings file for a workspace. For the files of the user it is none:
 * `.config/opencode/opencode.json` speaks of the client everywhere. Returns the facts with those hosts renamed.
 */
export function userHosts(facts: readonly Fact[], paths: readonly string[]): readonly Fact[] {
  const renamed = new Map<string, string>();
  for (const path of paths) {
    const place = placeOf(path);
    if (!place) continue;
    const parts = path.split('/').slice(0, -1);
    for (let count = parts.length; count > 0; count--) {
      renamed.set(`host:${place.client}:${parts.slice(0, count).join('/')}`, `host:${place.client}:`);
    }
  }
  const ref = (value: string): string => {
    const cut = value.indexOf('#');
    const host = cut < 0 ? value : value.slice(0, cut);
    const target = renamed.get(host);
    return target === undefined ? value : `${target}${cut < 0 ? '' : value.slice(cut)}`;
  };
  return facts.map(fact => rename(fact, ref));
}

function rename(fact: Fact, ref: (value: string) => string): Fact {
  switch (fact.fact) {
    case 'node':
      return { ...fact, ref: ref(fact.ref) };
    case 'relation':
      return { ...fact, from: ref(fact.from), to: ref(fact.to) };
    case 'gate':
      return { ...fact, ref: ref(fact.ref), scope: ref(fact.scope) };
    case 'gap':
      return fact.affects ? { ...fact, affects: fact.affects.map(ref) } : fact;
  }
}
