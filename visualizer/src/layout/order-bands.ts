import type { BandDraft } from './members.ts';
import type { Ranks } from './rank.ts';

/** Connections between bands: how many join each pair, both directions. */
export type BandTies = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** More bands than this are only sorted: swapping them one by one would take too long. */
const mostSwapped = 150;

/**
 * Worst context first; what is connected stays together, so that lines between contexts are short. Contexts nobody
 * connects keep the order of their risk. Bands of no context come last, shared ones in the middle of what shares them.
 */
export function orderBands(bands: readonly BandDraft[], ties: BandTies, ranks: Ranks): readonly BandDraft[] {
  const weight = (band: BandDraft): number =>
    Math.max(0, ...band.contexts.map(id => ranks.contexts.get(id) ?? 0));
  const place = { context: 0, merged: 1, shared: 2, apart: 3 } as const;
  const sorted = bands
    .map(band => ({ band, weight: weight(band) }))
    .sort(
      (a, b) =>
        place[a.band.kind] - place[b.band.kind] || b.weight - a.weight || (a.band.id < b.band.id ? -1 : 1),
    )
    .map(({ band }) => band);
  const contexts = sorted.filter(({ kind }) => kind === 'context');
  const others = sorted.filter(({ kind }) => kind !== 'context');
  const order = follow(contexts, ties).flatMap(group => untangle(group, ties));
  const shared = others.find(({ kind }) => kind === 'shared');
  if (!shared || order.length > mostSwapped) return [...order, ...others];
  return [...withShared(order, shared, ties), ...others.filter(band => band !== shared)];
}

/** Connected contexts as groups, each started by its worst. */
function follow(contexts: readonly BandDraft[], ties: BandTies): readonly (readonly BandDraft[])[] {
  const byId = new Map(contexts.map(band => [band.id, band]));
  const seen = new Set<string>();
  return contexts.flatMap(start => {
    if (seen.has(start.id)) return [];
    seen.add(start.id);
    const group = [start];
    for (const band of group) {
      const near = [...(ties.get(band.id) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      for (const [id] of near) {
        const next = byId.get(id);
        if (!next || seen.has(id)) continue;
        seen.add(id);
        group.push(next);
      }
    }
    return [group];
  });
}

/** Swaps neighbours below the first as long as lines get shorter. */
function untangle(group: readonly BandDraft[], ties: BandTies): readonly BandDraft[] {
  if (group.length < 3 || group.length > mostSwapped) return group;
  const order = [...group];
  const at = new Map(order.map((band, index) => [band.id, index]));
  const pull = (band: BandDraft, index: number, without: string): number => {
    let sum = 0;
    for (const [id, count] of ties.get(band.id) ?? []) {
      const other = id === without ? undefined : at.get(id);
      if (other !== undefined) sum += count * Math.abs(other - index);
    }
    return sum;
  };
  for (let round = 0, better = true; better && round < 12; round++) {
    better = false;
    for (let i = 1; i + 1 < order.length; i++) {
      const [a, b] = [order[i], order[i + 1]];
      if (!a || !b) continue;
      const now = pull(a, i, b.id) + pull(b, i + 1, a.id);
      if (pull(a, i + 1, b.id) + pull(b, i, a.id) >= now) continue;
      order[i] = b;
      order[i + 1] = a;
      at.set(b.id, i).set(a.id, i + 1);
      better = true;
    }
  }
  return order;
}

function withShared(order: readonly BandDraft[], shared: BandDraft, ties: BandTies): readonly BandDraft[] {
  const users = order.flatMap((band, index) => (ties.get(shared.id)?.has(band.id) ? [index] : []));
  const middle = users[Math.floor((users.length - 1) / 2)];
  if (middle === undefined) return [...order, shared];
  return [...order.slice(0, middle + 1), shared, ...order.slice(middle + 1)];
}
