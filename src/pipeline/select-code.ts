/** One code file as the prefilter sees it. */
export interface CodeFile {
  readonly path: string;
  /** Module specifiers it seems to import. */
  readonly imports: readonly string[];
}

/** Where the selection may grow to; beyond it the rest is named as left out. */
export interface SelectionLimits {
  /** How many steps up from a file that imports a framework: its callers pass the tools in. */
  readonly importers: number;
  readonly files: number;
}

/** The files to lower, and how many more the closure would have taken. */
export interface Selection {
  readonly paths: readonly string[];
  readonly leftOut: number;
}

/** Enough for entry points that import a factory that imports the framework. */
export const selectionLimits: SelectionLimits = { importers: 2, files: 20_000 };

/**
 * Chooses the code worth lowering: files that import a framework, the files that import those, and everything these
 * import in turn. `isRelevant` judges a specifier of a file, `resolve` finds the file of the tree it leads to. Breadth-first, so
 * that what is cut off at the limit is what is farthest from agent code. Linear in files and imports.
 */
export function selectCode(
  files: readonly CodeFile[],
  isRelevant: (specifier: string, from: string) => boolean,
  resolve: (specifier: string, from: string) => string | undefined,
  limits: SelectionLimits = selectionLimits,
): Selection {
  const seeds = files
    .filter(({ path, imports }) => imports.some(item => isRelevant(item, path)))
    .map(({ path }) => path);
  if (seeds.length === 0) return { paths: [], leftOut: 0 };
  const known = new Set(files.map(({ path }) => path));
  const forward = new Map<string, readonly string[]>();
  const backward = new Map<string, string[]>();
  for (const { path, imports } of files) {
    const targets = imports.flatMap(specifier => resolve(specifier, path) ?? []);
    const inTree = [...new Set(targets)].filter(target => target !== path && known.has(target));
    forward.set(path, inTree);
    for (const target of inTree) backward.set(target, [...(backward.get(target) ?? []), path]);
  }
  const withImporters = reach(seeds, path => backward.get(path) ?? [], limits.importers);
  const closure = reach(withImporters, path => forward.get(path) ?? [], Number.POSITIVE_INFINITY);
  return {
    paths: closure.slice(0, limits.files).sort(),
    leftOut: Math.max(0, closure.length - limits.files),
  };
}

/** Breadth-first: the starts, then what is one step away, and so on. */
function reach(
  starts: readonly string[],
  next: (path: string) => readonly string[],
  depth: number,
): readonly string[] {
  const seen = new Set(starts);
  let frontier: readonly string[] = starts;
  for (let step = 0; step < depth && frontier.length > 0; step++) {
    const found = new Set(frontier.flatMap(next).filter(path => !seen.has(path)));
    for (const path of found) seen.add(path);
    frontier = [...found];
  }
  return [...seen];
}
