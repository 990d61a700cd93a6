import type { Fact, NodeFact } from '../model/fact.ts';
import type { Location } from '../model/location.ts';

/** A configured MCP server that is switched on. */
export interface ConfiguredServer {
  readonly fact: NodeFact;
  readonly name: string;
  /** `npm:x`, `pypi:x`, `image:x`, `git:x`, `url:x`, `file:x` ... */
  readonly key: string;
  readonly version?: string;
  readonly url?: string;
  readonly at: Location;
}

/** Servers that client configurations start or call. */
export function configuredServers(facts: readonly Fact[]): readonly ConfiguredServer[] {
  const seen = new Set<string>();
  return facts.flatMap((fact): readonly ConfiguredServer[] => {
    if (fact.fact !== 'node' || fact.kind !== 'mcp-server' || fact.properties?.origins === undefined)
      return [];
    if (fact.properties.enabled === false || seen.has(fact.ref)) return [];
    seen.add(fact.ref);
    const { version, url } = fact.properties;
    return [
      {
        fact,
        name: fact.name,
        key: fact.package ?? '',
        ...(typeof version === 'string' && { version }),
        ...(typeof url === 'string' && { url }),
        at: fact.at,
      },
    ];
  });
}

/** Texts of a property that is a list. */
export function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
