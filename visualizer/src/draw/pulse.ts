import { easeCubicInOut } from 'd3-ease';
import { select } from 'd3-selection';
import type { Highlight } from '../state/highlight.ts';
import { s } from './dom.ts';

/** Lets a dot run along the line being told, again and again. Gives back how to stop it. */
export function startPulse(layer: SVGGElement, links: SVGGElement, pulse: Highlight['pulse'], moving: boolean): () => void {
  layer.replaceChildren();
  if (!pulse) return () => {};
  const line = links.querySelector<SVGPathElement>(`g.link[data-id="${CSS.escape(pulse.link)}"] path.line`);
  if (!line) return () => {};
  const length = line.getTotalLength();
  const dot = s('circle', { r: 6, class: `pulse ${pulse.leg}` });
  layer.append(dot);
  const put = (share: number): void => {
    const at = line.getPointAtLength((pulse.backwards ? 1 - share : share) * length);
    dot.setAttribute('cx', String(at.x));
    dot.setAttribute('cy', String(at.y));
  };
  put(0.5);
  if (!moving) return () => {};
  const run = (): void => {
    select(dot)
      .transition()
      .duration(Math.min(1600, 500 + length * 2))
      .ease(easeCubicInOut)
      .tween('move', () => put)
      .transition()
      .duration(250)
      .on('end', run);
  };
  run();
  return () => select(dot).interrupt();
}
