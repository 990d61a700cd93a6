import { plural, shown } from '../data/names.ts';
import type { PlacedBand } from '../layout/types.ts';
import { s } from './dom.ts';
import { join } from './join.ts';

const known = new WeakMap<SVGElement, PlacedBand>();

/** Draws the enclosures: one per context, with its name. A merged one opens on click. */
export function drawBands(
  layer: SVGGElement,
  bands: readonly PlacedBand[],
  onOpen: (group: string) => void,
): void {
  join(
    layer,
    bands,
    () => s('g', {}, s('rect', { rx: 14 }), s('text.band-title', {})),
    (child, band) => {
      if (known.get(child) === band) return;
      known.set(child, band);
      const { x, y, width, height, kind, group } = band;
      const [box, title] = child.children;
      child.setAttribute('class', `band ${kind}`);
      child.onclick = () => group && onOpen(group);
      for (const [name, value] of Object.entries({ x, y, width, height }))
        box?.setAttribute(name, String(value));
      title?.setAttribute('x', String(x + 16));
      title?.setAttribute('y', String(y + 19));
      if (title) title.textContent = titleOf(band);
    },
  );
}

function titleOf(band: PlacedBand): string {
  const name = shown(band.title, 70);
  if (band.kind === 'context') return `Context of ${name}`;
  if (band.kind === 'merged')
    return `${name}: ${plural(band.contexts.length, 'context')} drawn together, click to open`;
  return name;
}
