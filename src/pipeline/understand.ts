import { type BehaviorReader, createBehavior } from '../behavior/index.ts';
import { sharedPlaces } from '../behavior/shared-places.ts';
import { withTypedAnswers } from '../behavior/typed-answers.ts';
import { createCatalog } from '../catalog/create-catalog.ts';
import type { UserRows } from '../catalog/types.ts';
import { withConduct } from '../conduct/index.ts';
import { labelGraph } from '../label/index.ts';
import { lexicalLabels } from '../label/lexical/index.ts';
import { link } from '../link/link.ts';
import type { Fact, NodeFact } from '../model/fact.ts';
import type { Gap, Graph } from '../model/graph.ts';
import type { Project } from '../resolve/project.ts';
import { expandServers } from '../servers/expand.ts';
import type { ToolViews } from '../servers/view.ts';
import type { Program } from './read-program.ts';

/** The labelled picture, the facts it was made from (tools of known servers included), and what is missing. */
export interface Understood {
  readonly facts: readonly Fact[];
  readonly graph: Graph;
  /** The merged fact behind each node id. */
  readonly origins: ReadonlyMap<string, NodeFact>;
  readonly gaps: readonly Gap[];
}

/** Adds to the labels of a graph what only an outside service can say; `origins` are the facts behind its nodes. */
export type Refine = (graph: Graph, origins: ReadonlyMap<string, NodeFact>) => Promise<Graph>;

/** What the facts are read with, beside the catalog and the words. */
export interface Beside {
  /** Knowledge of the project itself. */
  readonly catalog?: UserRows;
  /** Asked last, about the finished labels. */
  readonly refine?: Refine;
}

/**
 * From facts to the labelled graph: tools of servers, links, labels. `views` are tools of servers known otherwise,
 * `others` the code of those servers where it lies outside the tree.
 */
export async function understand(
  program: Program,
  found: readonly Fact[],
  beside: Beside,
  views: ToolViews = new Map(),
  others: readonly Project[] = [],
): Promise<Understood> {
  const catalog = createCatalog(beside.catalog);
  const projects = [program.project, ...others];
  const behavior = anyOf(projects.map(project => createBehavior(project, catalog)));
  const expanded = expandServers(found, catalog, views, program.manifests.packages);
  const facts = withTypedAnswers(
    [...expanded, ...sharedPlaces(expanded, behavior, program.manifests.packages)],
    behavior,
  );
  const linked = link(facts);
  const labelled = labelGraph(linked.graph, linked.origins, { catalog, behavior, lexical: lexicalLabels });
  const conducted = withConduct(labelled.graph, linked.origins, behavior, projects);
  const graph = beside.refine ? await beside.refine(conducted, linked.origins) : conducted;
  return { facts, graph, origins: linked.origins, gaps: [...linked.gaps, ...labelled.gaps] };
}

/** The first reader that knows the function: paths of several programs never meet. */
function anyOf(readers: readonly BehaviorReader[]): BehaviorReader {
  return {
    of(ref) {
      for (const reader of readers) {
        const found = reader.of(ref);
        if (found) return found;
      }
      return undefined;
    },
  };
}
