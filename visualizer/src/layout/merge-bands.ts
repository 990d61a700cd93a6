import type { Node } from '../../../src/model/graph.ts';
import type { BandDraft } from './members.ts';
import type { Ranks } from './rank.ts';
import type { Grouping } from './types.ts';

/** In automatic grouping this many contexts are drawn on their own. */
const mostBands = 40;

/** What decides which contexts are drawn together. */
export interface MergeInput {
  readonly bands: readonly BandDraft[];
  readonly nodes: ReadonlyMap<string, Node>;
  readonly ranks: Ranks;
  readonly group: Grouping;
  readonly opened: ReadonlySet<string>;
  readonly pinned: ReadonlySet<string>;
}

/**
 * Draws contexts together by framework or file when asked, and by framework beyond a number nobody can look at; those
 * with the worst chains, and those with a pinned node, always stand alone.
 */
export function mergeBands(input: MergeInput): readonly BandDraft[] {
  const { bands, group, opened } = input;
  const contexts = bands.filter(({ kind }) => kind === 'context');
  const auto = group === 'auto' && contexts.length > mostBands;
  if (!auto && group !== 'framework' && group !== 'file') return bands;
  const kept = new Set<string>(
    auto
      ? worst(contexts, input)
          .slice(0, mostBands)
          .map(({ id }) => id)
      : [],
  );
  const merged = new Map<string, BandDraft[]>();
  const result: BandDraft[] = [];
  for (const band of bands) {
    const key = band.kind === 'context' && !kept.has(band.id) ? keyOf(band, input) : undefined;
    if (key === undefined || holdsPinned(band, input) || opened.has(groupId(key))) result.push(band);
    else {
      const list = merged.get(key);
      if (list) list.push(band);
      else merged.set(key, [band]);
    }
  }
  for (const [key, members] of merged) result.push(join(key, members));
  return result;
}

const groupId = (key: string): string => `band:${key}`;

function worst(bands: readonly BandDraft[], { ranks }: MergeInput): readonly BandDraft[] {
  return [...bands].sort(
    (a, b) => (ranks.contexts.get(b.id) ?? 0) - (ranks.contexts.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
  );
}

/** Only the agents count: pinning a tool that all agents use must not open all of them. */
function holdsPinned(band: BandDraft, { pinned, nodes }: MergeInput): boolean {
  return band.nodes.some(id => pinned.has(id) && nodes.get(id)?.kind === 'agent');
}

function keyOf(band: BandDraft, { nodes, group }: MergeInput): string {
  const agents = band.nodes.map(id => nodes.get(id)).filter(node => node?.kind === 'agent');
  const agent = agents[0] ?? nodes.get(band.nodes[0] ?? '');
  if (group === 'file') return agent?.location?.file ?? 'no file';
  return agent?.framework ?? 'no framework';
}

function join(key: string, members: readonly BandDraft[]): BandDraft {
  const [only] = members;
  if (members.length === 1 && only) return only;
  return {
    id: groupId(key),
    kind: 'merged',
    title: key,
    contexts: members.flatMap(({ contexts }) => contexts),
    group: groupId(key),
    nodes: [...new Set(members.flatMap(({ nodes }) => nodes))],
  };
}
