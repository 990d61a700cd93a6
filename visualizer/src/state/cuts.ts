import { type Option, optionsOf } from '../../../src/flow/fix-options.ts';
import { wordFix } from '../../../src/flow/fix-words.ts';
import type { GraphIndex } from '../../../src/flow/graph-index.ts';
import type { Chain, Fix } from '../../../src/model/chain.ts';
import type { Graph } from '../../../src/model/graph.ts';
import { type Edit, editOf, sameSubject, writeEdit } from './edit.ts';
import { indexOf } from './graph-lookups.ts';

/** A change with the open chains it stops; `cost` grows with the loss of function. */
export interface Cut {
  readonly edit: Edit;
  readonly stops: readonly string[];
  readonly cost: number;
  /** True when the engine has tried it and named the chains. */
  readonly checked: boolean;
}

const costs: { readonly [action in Fix['action']]: number } = {
  'add-approval': 1,
  'bind-destination': 1.5,
  'disable-renderer': 1.5,
  'restrict-tool': 2,
  pin: 2,
  'remove-tool': 3,
  'remove-server': 3,
  deny: 3,
  'split-agent': 6,
};

/** The edit that tries a fix of the report. A report names a fix in words; the engine's options tell what it does. */
export function editOfFix(graph: Graph, chain: Chain, fix: Fix): Edit | undefined {
  const index = indexOf(graph);
  for (const { change } of optionsOf(chain, index)) {
    const words = wordFix(change, [], index);
    if (words.action === fix.action && words.target === fix.target && fix.detail.startsWith(words.detail))
      return editOf(change);
  }
  return plainEdit(fix);
}

/** For fixes of other versions, whose words this one does not know. */
function plainEdit({ action, target }: Fix): Edit | undefined {
  switch (action) {
    case 'add-approval':
      return { change: 'approve', target };
    case 'remove-tool':
    case 'remove-server':
    case 'deny':
      return { change: 'remove', target };
    case 'restrict-tool':
    case 'bind-destination':
    case 'disable-renderer':
      return { change: 'restrict', target };
    default:
      return undefined;
  }
}

/** Changes worth trying for these open chains, best first: most chains stopped for the least loss. */
export function cutsFor(
  graph: Graph,
  chains: readonly Chain[],
  tried: readonly Edit[] = [],
  limit = 5,
): readonly Cut[] {
  const open = new Set(chains.map(({ id }) => id));
  const cuts: Cut[] = [];
  const add = (edit: Edit | undefined, stops: readonly string[], cost: number, checked: boolean): void => {
    if (!edit || tried.some(other => sameSubject(other, edit))) return;
    if (!cuts.some(cut => writeEdit(cut.edit) === writeEdit(edit))) cuts.push({ edit, stops, cost, checked });
  };
  for (const { fix, chain, stops, cost } of rankFixes(graph, chains, open)) {
    if (cuts.length >= limit) return cuts;
    add(editOfFix(graph, chain, fix), stops, cost, true);
  }
  const helped = new Set(cuts.flatMap(({ stops }) => stops));
  for (const { edit, stops, cost } of rankOptions(
    graph,
    chains.filter(({ id }) => !helped.has(id)),
  )) {
    if (cuts.length >= limit) break;
    add(edit, stops, cost, false);
  }
  return cuts;
}

interface RankedFix {
  readonly fix: Fix;
  readonly chain: Chain;
  readonly stops: readonly string[];
  readonly cost: number;
}

/** An agent that hands over each of its hundred readers is built anew: no single change any more. */
function costOf(graph: Graph, chain: Chain, fix: Fix): number {
  if (fix.action !== 'split-agent') return costs[fix.action];
  const edit = editOfFix(graph, chain, fix);
  const readers = edit?.change === 'fix' && edit.fix.change === 'split' ? edit.fix.readers.length : 1;
  return costs[fix.action] * readers;
}

function rankFixes(graph: Graph, chains: readonly Chain[], open: ReadonlySet<string>): readonly RankedFix[] {
  const found = new Map<string, RankedFix>();
  for (const chain of chains) {
    for (const fix of chain.fixes) {
      const key = `${fix.action} ${fix.target} ${fix.detail}`;
      if (found.has(key)) continue;
      const stops = fix.cuts.filter(id => open.has(id));
      if (stops.length > 0) found.set(key, { fix, chain, stops, cost: costOf(graph, chain, fix) });
    }
  }
  const worth = ({ stops, cost }: RankedFix): number => stops.length / cost;
  // Chains come worst first: of two equal changes the one for the worse chain stays in front.
  return [...found.values()].sort((a, b) => worth(b) - worth(a));
}

const optionsKnown = new WeakMap<GraphIndex, WeakMap<Chain, readonly Option[]>>();

/** What-if asks again and again for the chains that it leaves as they were. */
function optionsIn(index: GraphIndex, chain: Chain): readonly Option[] {
  const known = optionsKnown.get(index) ?? new WeakMap<Chain, readonly Option[]>();
  optionsKnown.set(index, known);
  const options = known.get(chain) ?? optionsOf(chain, index);
  known.set(chain, options);
  return options;
}

/** Options of the engine for chains without tried fixes: they break the path shown, perhaps not every path. */
function rankOptions(graph: Graph, chains: readonly Chain[]): readonly Omit<Cut, 'checked'>[] {
  const index = indexOf(graph);
  const found = new Map<string, { readonly edit: Edit; readonly stops: string[]; readonly cost: number }>();
  for (const chain of chains.slice(0, 200)) {
    for (const { key, change, cost } of optionsIn(index, chain)) {
      const known = found.get(key);
      if (known) known.stops.push(chain.id);
      else found.set(key, { edit: editOf(change), stops: [chain.id], cost });
    }
  }
  const worth = ({ stops, cost }: { readonly stops: readonly string[]; readonly cost: number }): number =>
    stops.length / cost;
  return [...found].sort(([a, x], [b, y]) => worth(y) - worth(x) || (a < b ? -1 : 1)).map(([, cut]) => cut);
}
