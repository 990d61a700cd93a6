import { select } from 'd3-selection';
import { fit, plural } from '../data/names.ts';
import type { PlacedBand } from '../layout/types.ts';

/** Draws the enclosures: one per context, with its name. A merged one opens on click. */
export function drawBands(layer: SVGGElement, bands: readonly PlacedBand[], onOpen: (group: string) => void): void {
  const joined = select(layer)
    .selectAll<SVGGElement, PlacedBand>('g.band')
    .data([...bands], band => band.id);
  joined.exit().remove();
  const entered = joined.enter().append('g');
  entered.append('rect').attr('rx', 14);
  entered.append('text').attr('class', 'band-title');
  const all = entered.merge(joined);
  all.attr('class', band => `band ${band.kind}`).on('click', (_, { group }) => group && onOpen(group));
  all
    .select('rect')
    .attr('x', band => band.x)
    .attr('y', band => band.y)
    .attr('width', band => band.width)
    .attr('height', band => band.height);
  all
    .select('text')
    .attr('x', band => band.x + 16)
    .attr('y', band => band.y + 19)
    .text(titleOf);
}

function titleOf(band: PlacedBand): string {
  const name = fit(band.title, 70);
  if (band.kind === 'context') return `Context of ${name}`;
  if (band.kind === 'merged') return `${name}: ${plural(band.contexts.length, 'context')} drawn together, click to open`;
  return name;
}
