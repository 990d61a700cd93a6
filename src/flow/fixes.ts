import type { Chain, Fix } from '../model/chain.ts';
import type { Graph } from '../model/graph.ts';
import { applyChanges, type Change } from './changes.ts';
import type { Option } from './fix-options.ts';
import { wordFix } from './fix-words.ts';
import { type GraphIndex, indexGraph } from './graph-index.ts';
import { partsOf } from './parts.ts';
import { type FixPlan, finish, planSteps, type Ways } from './plan.ts';

/** Chains of a graph, without fixes; of some contexts only, then without words and alternatives. */
export type FindChains = (graph: Graph, contexts?: ReadonlySet<string>) => readonly Chain[];

/** Nodes and edges looked at, over all re-analyses, before single fixes are judged by the plan alone. */
const mostWork = 600_000;

/** Fixes shown per chain. */
const mostShown = 3;

/**
 * Fills in fixes. The plan is found by implicit hitting sets: solve for the ways known so far, apply, analyze again, learn
 * the ways that are left; so it is cheapest among the known changes while the exact search lasts. Each fix is applied
 * alone and analyzed again: `cuts` names the chains that it closes by itself. The first fix of a chain belongs to the plan.
 */
export function addFixes(
  graph: Graph,
  chains: readonly Chain[],
  find: FindChains,
  accepted: ReadonlySet<string> = new Set(),
): { readonly chains: readonly Chain[]; readonly plan: FixPlan } {
  const index = indexGraph(graph);
  const isOpen = (chain: Chain) => chain.status === 'open' && !accepted.has(chain.id);
  const open = chains.filter(isOpen);
  const partOf = partsOf(graph);
  const partWith = (chain: Chain) => {
    const owner = index.owners.get(chain.context);
    return owner === undefined ? graph : partOf([owner]);
  };
  const openAfter = (part: Graph, changes: readonly Change[]) =>
    find(applyChanges(part, changes, index)).filter(isOpen);
  const { options, plan, learned } = finish(planSteps({ open, index, partWith, openAfter }));
  const check = checker(partOf, index, open, find, learned);
  const fixes = new Map(
    open.map(chain => [chain.id, fixesOf(chain, learned.get(chain.id) ?? [], options, check, index)]),
  );
  return { chains: chains.map(chain => ({ ...chain, fixes: fixes.get(chain.id) ?? [] })), plan };
}

/** Says which open chains an option closes by itself, judged by analyzing the changed graph. */
type Check = (option: Option) => readonly string[] | undefined;

function checker(
  partOf: (nodes: readonly string[]) => Graph,
  index: GraphIndex,
  open: readonly Chain[],
  find: FindChains,
  learned: Ways,
): Check {
  const concerned = new Map<string, Set<string>>();
  for (const chain of open) {
    for (const { key } of learned.get(chain.id) ?? []) {
      const contexts = concerned.get(key);
      if (contexts) contexts.add(chain.context);
      else concerned.set(key, new Set([chain.context]));
    }
  }
  const known = new Map<string, readonly string[]>();
  let work = mostWork;
  return option => {
    const before = known.get(option.key);
    if (before) return before;
    const contexts = concerned.get(option.key) ?? new Set();
    const part = partOf([...contexts].flatMap(id => index.owners.get(id) ?? []));
    const size = part.nodes.length + part.edges.length + 1;
    if (work < size) return undefined;
    work -= size;
    const after = find(applyChanges(part, [option.change], index), contexts);
    const still = new Set(after.filter(chain => chain.status === 'open').map(chain => chain.id));
    const cuts = open
      .filter(chain => contexts.has(chain.context) && !still.has(chain.id))
      .map(chain => chain.id)
      .sort();
    known.set(option.key, cuts);
    return cuts;
  };
}

/** Changes of the plan first: one that closes the chain alone, else those that do it together; then other choices. */
function fixesOf(
  chain: Chain,
  own: readonly Option[],
  plan: readonly Option[],
  check: Check,
  index: GraphIndex,
): readonly Fix[] {
  const cutting = (option: Option) => check(option)?.includes(chain.id) === true;
  const keys = new Set(own.map(option => option.key));
  const planned = plan.filter(option => keys.has(option.key));
  const single = planned.find(cutting);
  const first = single ? [single] : planned;
  const shown = first.map(option => {
    const others = first.filter(other => other !== option).map(other => other.change);
    return wordFix(option.change, check(option) ?? [], index, others);
  });
  // One choice of each kind: three tools to take away are one idea.
  const actions = new Set(shown.map(fix => fix.action));
  for (const option of own) {
    if (shown.length >= mostShown) break;
    if (keys.delete(option.key) === false || first.includes(option)) continue;
    // What kind of fix it is costs nothing to tell; whether it cuts the chain is an analysis of its own.
    const { action } = wordFix(option.change, [], index);
    if (actions.has(action) || !cutting(option)) continue;
    actions.add(action);
    const fix = wordFix(option.change, check(option) ?? [], index);
    shown.push(fix);
  }
  return shown;
}
