import type { Chain } from '../../../src/model/chain.ts';
import { type IndexedReport, nodesOfChain } from '../data/index-report.ts';
import { pathBetween } from '../data/path-between.ts';
import { filterNodes } from './filters.ts';
import { isPathPending, type State } from './state.ts';

/** Nodes the picture shows: filters, neighbourhood and path together; nothing when all are shown. */
export function visibleNodes(
  index: IndexedReport,
  chains: readonly Chain[],
  state: State,
): ReadonlySet<string> | undefined {
  const sets = [
    filterNodes(index, chains, state.filters),
    neighbours(index, state.focus),
    onPath(index, state.path),
  ];
  const set = sets.reduce((a, b) => (a && b ? common(a, b) : (a ?? b)));
  const chosen = chains.find(({ id }) => id === state.chain);
  return set && chosen ? new Set([...set, ...nodesOfChain(chosen)]) : set;
}

/** A node with everything one connection away, and the agents whose context it is in. */
export function neighbours(index: IndexedReport, id: string | undefined): ReadonlySet<string> | undefined {
  if (!id || !index.nodes.has(id)) return undefined;
  const near = new Set([id]);
  for (const { from, to } of index.around.get(id) ?? []) near.add(from).add(to);
  for (const { agent } of index.contextsOf.get(id) ?? []) near.add(agent);
  return near;
}

function onPath(index: IndexedReport, path: State['path']): ReadonlySet<string> | undefined {
  if (!path || isPathPending(path)) return undefined;
  const way = pathBetween(index, path[0], path[1]);
  return new Set(way?.nodes ?? path);
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter(id => b.has(id)));
}
