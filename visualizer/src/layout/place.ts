import type { LaneOrder } from './order-items.ts';
import { type Band, type Item, lanes, type PlacedBand, type PlacedItem } from './types.ts';

/** Sizes in picture units; one unit is one pixel at zoom 1. */
export const sizes = {
  width: 188,
  height: 40,
  agentHeight: 48,
  partHeight: 24,
  laneGap: 72,
  rowGap: 16,
  partGap: 7,
  margin: 26,
  bandPad: 16,
  bandHead: 26,
  bandGap: 20,
  top: 0,
} as const;

/** An agent stands in the middle of its context, but so far up that a window that shows the top shows the agent. */
const mostDown = 190;

/** Left edge of a lane. */
export function laneX(index: number): number {
  return sizes.margin + sizes.bandPad + index * (sizes.width + sizes.laneGap);
}

export const pictureWidth = laneX(lanes.length - 1) + sizes.width + sizes.bandPad + sizes.margin;

/** Puts a band's items below `top`, row by row; the rows of all lanes are level. */
export function placeBand(
  band: Band,
  order: LaneOrder,
  top: number,
): { readonly band: PlacedBand; readonly items: readonly PlacedItem[] } {
  const first = top + sizes.bandHead + sizes.bandPad / 2;
  const rows = Math.max(...lanes.map(lane => (lane === 'agents' ? 0 : (order.get(lane)?.length ?? 0))));
  const rowsHeight = rows > 0 ? rows * (sizes.height + sizes.rowGap) - sizes.rowGap : 0;
  const agents = order.get('agents') ?? [];
  const stack = stackHeight(agents);
  const inner = Math.max(rowsHeight, stack);
  const items: PlacedItem[] = [];
  for (const [index, lane] of lanes.entries()) {
    let y = first + (lane === 'agents' ? Math.min(mostDown, Math.max(0, (inner - stack) / 2)) : 0);
    for (const item of order.get(lane) ?? []) {
      const height = heightOf(item);
      const indent = item.part ? 18 : 0;
      items.push({ ...item, x: laneX(index) + indent, y, width: sizes.width - indent, height });
      y += height + (item.part ? sizes.partGap : sizes.rowGap);
    }
  }
  const height = sizes.bandHead + sizes.bandPad * 1.5 + inner;
  return {
    band: { ...band, x: sizes.margin, y: top, width: pictureWidth - 2 * sizes.margin, height },
    items,
  };
}

function heightOf(item: Item): number {
  if (item.part) return sizes.partHeight;
  return item.lane === 'agents' ? sizes.agentHeight : sizes.height;
}

function stackHeight(agents: readonly Item[]): number {
  return agents.reduce(
    (sum, item, at) =>
      sum + heightOf(item) + (at === 0 ? 0 : agents[at - 1]?.part ? sizes.partGap : sizes.rowGap),
    0,
  );
}
