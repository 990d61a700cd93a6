import type { Highlight } from '../state/highlight.ts';
import { animate } from './animate.ts';
import { s } from './dom.ts';
import { childOf } from './join.ts';

/** Lets a dot run along the line being told, again and again. Gives back how to stop it. */
export function startPulse(
  layer: SVGGElement,
  links: SVGGElement,
  pulse: Highlight['pulse'],
  moving: boolean,
): () => void {
  layer.replaceChildren();
  const line = pulse && childOf(links, pulse.link)?.querySelector<SVGPathElement>('path.line');
  if (!pulse || !line) return () => {};
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
  let stop = (): void => {};
  const run = (): void => {
    stop = animate(Math.min(1600, 500 + length * 2), put, () => {
      const pause = setTimeout(run, 250);
      stop = () => clearTimeout(pause);
    });
  };
  run();
  return () => stop();
}
