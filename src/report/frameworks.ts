import type { Edge, Gap, Node } from '../model/graph.ts';
import type { Location } from '../model/location.ts';
import type { PackageFacts, ProjectFacts } from '../model/project-facts.ts';
import type { FrameworkUse } from '../model/report.ts';

/** How one framework shows up in a tree: by packages of its ecosystems, and by files that import it. */
export interface FrameworkTraces {
  readonly id: string;
  readonly title: string;
  readonly packages: { readonly pypi?: readonly string[]; readonly npm?: readonly string[] };
  /** Files that import it, sorted. */
  readonly files: readonly string[];
}

/** Node kinds that prove a framework's agents (or what stands for one) were recognised. */
const recognised = new Set(['agent', 'mcp-server', 'workflow']);

/** Frameworks in use, with the version ranges the manifests declare and the number of agents found. */
export function frameworksOf(
  traces: readonly FrameworkTraces[],
  project: ProjectFacts,
  nodes: readonly Node[],
): readonly FrameworkUse[] {
  return traces.flatMap(trace => {
    const own = nodes.filter(({ framework }) => framework === trace.id);
    const versions = declared(trace, project).flatMap(({ range }) => (range ? [range] : []));
    if (own.length === 0 && versions.length === 0 && trace.files.length === 0) return [];
    const agents = own.filter(({ kind }) => kind === 'agent').length;
    return [{ id: trace.id, versions: [...new Set(versions)].sort(), agents }];
  });
}

/** One gap per framework that is a dependency or is imported while none of its agents was recognised. */
export function unrecognisedFrameworks(
  traces: readonly FrameworkTraces[],
  project: ProjectFacts,
  { nodes, edges }: { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] },
): readonly Gap[] {
  // A server that a configuration starts goes by the configuration; what it provides tells whose it is.
  const provided = new Set(edges.flatMap(({ kind, to }) => (kind === 'provides' ? [to] : [])));
  const found = new Set(
    nodes
      .filter(({ kind, id }) => recognised.has(kind) || provided.has(id))
      .map(({ framework }) => framework),
  );
  return traces.flatMap((trace): readonly Gap[] => {
    // What is no package of its own claims no agents either.
    const names = [...(trace.packages.npm ?? []), ...(trace.packages.pypi ?? [])];
    if (found.has(trace.id) || names.length === 0) return [];
    const dependency = declared(trace, project)[0];
    const file = trace.files[0];
    if (!dependency && !file) return [];
    const files = trace.files.length;
    const how = dependency
      ? `${dependency.name} is a dependency`
      : `${files} ${files === 1 ? 'file imports' : 'files import'} what it reads`;
    const location: Location | undefined = file ? { file, line: 1 } : undefined;
    return [
      {
        reason: 'no-agent-recognised',
        detail: `${trace.title}: ${how}, but nothing of it was recognised`,
        ...(location && { location }),
      },
    ];
  });
}

function declared(
  { packages }: FrameworkTraces,
  { packages: manifests }: ProjectFacts,
): readonly { readonly name: string; readonly range: string }[] {
  const names = (manifest: PackageFacts): readonly string[] => packages[manifest.ecosystem] ?? [];
  return manifests.flatMap(manifest =>
    names(manifest).flatMap(name => {
      const range = Object.hasOwn(manifest.dependencies, name) ? manifest.dependencies[name] : undefined;
      return range === undefined ? [] : [{ name, range }];
    }),
  );
}
