import type { NodeFact } from '../../model/fact.ts';

/** A package a configured server is started from. */
export interface PackageSpec {
  readonly ecosystem: 'npm' | 'pypi';
  readonly name: string;
  /** As configured: a version, a range or a tag. */
  readonly version?: string;
}

/** The package of a configured server; undefined for servers that come another way. */
export function specOf(server: NodeFact): PackageSpec | undefined {
  const [, ecosystem, name] = /^(npm|pypi):(.{1,214})$/.exec(server.package ?? '') ?? [];
  if (ecosystem === undefined || name === undefined || !isName(name)) return undefined;
  const version = server.properties?.version;
  return {
    ecosystem: ecosystem === 'npm' ? 'npm' : 'pypi',
    name,
    ...(typeof version === 'string' && { version: version.replace(/^==\s*/, '') }),
  };
}

/** Names become paths and addresses: nothing that climbs or splits. */
function isName(name: string): boolean {
  return /^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*$/.test(name) && !name.includes('..');
}

/** PyPI names are equal up to case and separators. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** A version that can mean one release only. */
export function isExact(version: string | undefined): version is string {
  return version !== undefined && /^v?\d+(?:\.\d+)*(?:[-.+]?[\w.+-]+)?$/.test(version);
}
