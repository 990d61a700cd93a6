import type { Gap, Json } from '../model/graph.ts';
import type { Discovery } from './discover.ts';
import { npmPackage } from './manifests/package-json.ts';
import { pyprojectPackage } from './manifests/pyproject.ts';
import { requirementsPackage } from './manifests/requirements.ts';
import { setupCfgPackage, setupPyPackage } from './manifests/setup-files.ts';
import { readTsconfigs } from './manifests/tsconfig.ts';

/**
 * What the manifests of the tree say: the ground of module resolution and of framework versions. Plain data. All
 * folders and targets are root-relative with `/`, the root itself is `''`.
 */
export interface ProjectFacts {
  /** One entry per manifest file, sorted by `file`. */
  readonly packages: readonly PackageFacts[];
  /** One entry per tsconfig or jsconfig that sets `baseUrl` or `paths`, sorted by `file`. */
  readonly tsconfigs: readonly TsconfigFacts[];
  /** Manifests that could not be read. */
  readonly gaps: readonly Gap[];
}

/** One manifest: package.json, pyproject.toml, requirements*.txt, setup.cfg or setup.py. */
export interface PackageFacts {
  readonly file: string;
  readonly dir: string;
  /** Name as declared; requirements files have none. */
  readonly name?: string;
  readonly version?: string;
  readonly ecosystem: 'npm' | 'pypi';
  /**
   * All declared dependencies of any group with their version specifier as written (`''` when any). PyPI names are
   * normalised (lower case, `-`). For npm the specifier may be `workspace:*`, `file:…`, `link:…`.
   */
  readonly dependencies: { readonly [name: string]: string };
  /** npm workspaces or uv workspace members: glob patterns relative to `dir`, excluded ones with `!`. */
  readonly workspaces?: readonly string[];
  /** package.json entry points as written, for resolving imports of this package inside the tree. */
  readonly main?: string;
  readonly module?: string;
  readonly types?: string;
  readonly exports?: Json;
  /** package.json `imports` (`#internal` specifiers). */
  readonly imports?: Json;
  /** Folders that hold top-level Python modules, relative to the root, when the manifest says so (`src` layouts). */
  readonly sourceDirs?: readonly string[];
}

/** Path mapping of one TypeScript or JavaScript configuration, `extends` inside the tree already applied. */
export interface TsconfigFacts {
  readonly file: string;
  readonly dir: string;
  /** Folder that bare specifiers are tried in. */
  readonly baseUrl?: string;
  /** Patterns with at most one `*` to targets in order of preference, already relative to the root. */
  readonly paths: { readonly [pattern: string]: readonly string[] };
}

/** What a manifest reader gives: the facts, or why there are none. Undefined when the file is no manifest after all. */
export type ManifestResult = PackageFacts | { readonly problem: string } | undefined;

const readers: readonly (readonly [RegExp, (file: string, text: string) => ManifestResult])[] = [
  [/(?:^|\/)package\.json$/, npmPackage],
  [/(?:^|\/)pyproject\.toml$/, pyprojectPackage],
  [
    /(?:^|\/)(?:[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in))$/,
    requirementsPackage,
  ],
  [/(?:^|\/)setup\.cfg$/, setupCfgPackage],
  [/(?:^|\/)setup\.py$/, setupPyPackage],
];

/** Reads every manifest of the tree; one broken file gives a gap and no more. */
export function readProjectFacts(discovery: Discovery): ProjectFacts {
  const packages: PackageFacts[] = [];
  const gaps: Gap[] = [];
  for (const { path } of discovery.files) {
    const reader = readers.find(([pattern]) => pattern.test(path))?.[1];
    if (!reader) continue;
    const text = discovery.read(path);
    if (typeof text !== 'string') {
      gaps.push(text);
      continue;
    }
    const result = reader(path, text);
    if (result && 'problem' in result) {
      gaps.push({ reason: 'invalid-config', location: { file: path, line: 1 }, detail: result.problem });
    } else if (result) {
      packages.push(result);
    }
  }
  const { tsconfigs, gaps: tsconfigGaps } = readTsconfigs(discovery);
  return { packages, tsconfigs, gaps: [...gaps, ...tsconfigGaps] };
}
