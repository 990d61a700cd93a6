import type { PackageFacts as Manifest, ProjectFacts as Manifests } from '../discover/index.ts';
import type { Json } from '../model/graph.ts';
import type { PackageFacts, ProjectFacts } from '../model/project-facts.ts';

/** Conditions in order of preference: source first, since a scanned tree seldom holds what a build makes. */
const conditions = ['source', 'development', 'import', 'module', 'node', 'default', 'require', 'types'];

const maxDepth = 8;

/** What the resolver needs of the manifests, entry points reduced to one file each. */
export function resolverFacts({ packages, tsconfigs }: Manifests): ProjectFacts {
  return {
    packages: packages.flatMap(manifest => [packageFacts(manifest), ...sourceFolders(manifest)]),
    tsconfigs: tsconfigs.map(({ dir, baseUrl, paths }) => ({
      dir,
      paths,
      ...(baseUrl !== undefined && { baseUrl }),
    })),
  };
}

function packageFacts(manifest: Manifest): PackageFacts {
  const { dir, ecosystem, name, dependencies } = manifest;
  const main = manifest.module ?? manifest.main ?? manifest.types;
  const exports = manifest.exports === undefined ? undefined : flattenExports(manifest.exports);
  return {
    dir,
    ecosystem,
    dependencies,
    ...(name !== undefined && { name }),
    ...(exports && { exports }),
    ...(main !== undefined && { main }),
  };
}

/** A Python manifest may say where its modules lie; the resolver takes any package folder as such a place. */
function sourceFolders({ ecosystem, dir, sourceDirs }: Manifest): readonly PackageFacts[] {
  if (ecosystem !== 'pypi') return [];
  const extra = (sourceDirs ?? []).filter(folder => folder !== dir);
  return extra.map(folder => ({ dir: folder, ecosystem, dependencies: {} }));
}

/** `exports` of a package.json as subpath to file; what has no usable condition is left out. */
export function flattenExports(exports: Json): { readonly [subpath: string]: string } {
  const entries: readonly (readonly [string, Json])[] = isSubpaths(exports)
    ? Object.entries(exports)
    : [['.', exports]];
  return Object.fromEntries(
    entries.flatMap(([subpath, target]) => {
      const file = pick(target, 0);
      return file === undefined ? [] : [[subpath, file]];
    }),
  );
}

function isSubpaths(value: Json): value is { readonly [key: string]: Json } {
  return isRecord(value) && Object.keys(value).some(key => key.startsWith('.'));
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pick(target: Json | undefined, depth: number): string | undefined {
  if (typeof target === 'string') return target;
  if (target === undefined || depth > maxDepth) return undefined;
  const options = Array.isArray(target)
    ? target
    : isRecord(target)
      ? conditions.flatMap(name => (Object.hasOwn(target, name) ? [target[name] ?? null] : []))
      : [];
  for (const option of options) {
    const found = pick(option, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
