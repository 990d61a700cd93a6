/** One package manifest (package.json, pyproject.toml, requirements*.txt, setup.*) of the scanned tree. */
export interface PackageFacts {
  /** Root-relative folder, `''` for the root. */
  readonly dir: string;
  readonly ecosystem: 'npm' | 'pypi';
  readonly name?: string;
  /** Declared version ranges by package name, dev and optional ones included. */
  readonly dependencies: { readonly [name: string]: string };
  /** npm only: `exports` subpath (`.` or `./x`, `*` patterns kept) to a file, first usable condition. */
  readonly exports?: { readonly [subpath: string]: string };
  /** npm only: `source`, `module` or `main`. */
  readonly main?: string;
}

/** Path mapping of one tsconfig/jsconfig, `extends` already followed inside the root. Paths are root-relative. */
export interface TsconfigFacts {
  readonly dir: string;
  readonly baseUrl?: string;
  /** Pattern to root-relative targets, both with at most one `*`. */
  readonly paths: { readonly [pattern: string]: readonly string[] };
}

/** What manifests say about the tree; input of module resolution. */
export interface ProjectFacts {
  readonly packages: readonly PackageFacts[];
  readonly tsconfigs: readonly TsconfigFacts[];
}
