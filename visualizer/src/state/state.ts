import type { Edit } from './edit.ts';

export const views = ['map', 'list', 'tools', 'matrix', 'inventory', 'coverage', 'compare'] as const;
export type View = (typeof views)[number];

export const groupings = ['auto', 'none', 'server', 'framework', 'file', 'agent'] as const;
export type Grouping = (typeof groupings)[number];

export const filterNames = ['label', 'kind', 'severity', 'status', 'framework', 'file'] as const;
export type FilterName = (typeof filterNames)[number];

/** Chosen words per filter; no words means no filter. */
export type Filters = { readonly [name in FilterName]: readonly string[] };

/** Everything the address bar holds: the same state shows the same page. */
export interface State {
  readonly view: View;
  readonly chain?: string;
  /** Frame of the chosen chain's story, from 0; absent shows the whole chain. */
  readonly step?: number;
  /** Chosen node or drawn link (an edge id). */
  readonly node?: string;
  readonly edge?: string;
  readonly query: string;
  readonly filters: Filters;
  readonly group: Grouping;
  /** Ids of groups opened by hand. */
  readonly opened: readonly string[];
  /** Show only this node and its neighbours. */
  readonly focus?: string;
  /** Show only the way between these two. */
  readonly path?: readonly [from: string, to: string];
  readonly edits: readonly Edit[];
}

export const noFilters: Filters = { label: [], kind: [], severity: [], status: [], framework: [], file: [] };

export const initialState: State = {
  view: 'map',
  query: '',
  filters: noFilters,
  group: 'auto',
  opened: [],
  edits: [],
};

/** What is chosen; choosing one thing lets go of the others. */
export type Choice = Pick<State, 'chain' | 'step' | 'node' | 'edge'>;

/** The state with another choice. */
export function choose(state: State, choice: Choice): State {
  const { chain: _, step: __, node: ___, edge: ____, ...rest } = state;
  return { ...rest, ...choice };
}

/** The state with a filter word switched on or off. */
export function toggleFilter(state: State, name: FilterName, word: string): State {
  const words = state.filters[name];
  const next = words.includes(word) ? words.filter(other => other !== word) : [...words, word].sort();
  return { ...state, filters: { ...state.filters, [name]: next } };
}

/** Number of filter words in force. */
export function filterCount(filters: Filters): number {
  return filterNames.reduce((sum, name) => sum + filters[name].length, 0);
}

/** True while a path has one end and waits for the other. */
export function isPathPending(path: State['path']): boolean {
  return path !== undefined && path[0] === path[1];
}

/** Chooses a node; while a path waits for its other end, the node becomes that end, and the map shows the path. */
export function chooseNode(state: State, id: string): State {
  const { path } = state;
  if (path && isPathPending(path) && path[0] !== id)
    return { ...choose(state, {}), view: 'map', path: [path[0], id] };
  return choose(state, { node: id });
}

/** The state without the parts that narrow what the picture shows, except filters. */
export function showAll(state: State): State {
  const { focus: _, path: __, ...rest } = state;
  return rest;
}
