import type { PlacedItem } from '../layout/types.ts';

/** The nearest shape in the direction of an arrow key: mostly ahead, little aside. */
export function moveFocus(
  items: readonly PlacedItem[],
  from: PlacedItem,
  key: string,
): PlacedItem | undefined {
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  let best: { readonly item: PlacedItem; readonly cost: number } | undefined;
  for (const item of items) {
    if (item.id === from.id) continue;
    const dx = item.x + item.width / 2 - (from.x + from.width / 2);
    const dy = item.y + item.height / 2 - (from.y + from.height / 2);
    const ahead = sign * (sideways ? dx : dy);
    const aside = Math.abs(sideways ? dy : dx);
    if (ahead < 6) continue;
    const cost = ahead + aside * (sideways ? 1.4 : 3);
    if (!best || cost < best.cost) best = { item, cost };
  }
  return best?.item;
}
