import { easeCubicInOut } from 'd3-ease';
import { interpolateZoom } from 'd3-interpolate';
import { select } from 'd3-selection';
import 'd3-transition';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { Box } from '../layout/types.ts';
import { prefersReducedMotion } from './preferences.ts';

/** Panning and zooming of the picture. */
export interface Viewport {
  readonly transform: () => ZoomTransform;
  /** Shows the box as large as it fits, never larger than `most`, never smaller than `least`. */
  fit(box: Box, options?: { readonly least?: number; readonly most?: number; readonly animate?: boolean; readonly top?: boolean }): void;
  zoomBy(factor: number): void;
  panBy(x: number, y: number): void;
}

/** Room kept free around what is shown; the lane titles need some at the top. */
const padding = { x: 14, top: 58, bottom: 18 };

export function createViewport(svg: SVGSVGElement, onMove: (transform: ZoomTransform) => void): Viewport {
  let now: ZoomTransform = zoomIdentity;
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.04, 3])
    .filter((event: Event) => {
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
      return !(event instanceof MouseEvent) || event.button === 0;
    })
    .interpolate(interpolateZoom)
    .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      now = event.transform;
      onMove(now);
    });
  const selection = select(svg);
  selection.call(behaviour).on('dblclick.zoom', null);
  svg.addEventListener(
    'wheel',
    event => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const { k } = now;
      const [x, y] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      behaviour.translateBy(selection, -x / k, -y / k);
    },
    { passive: false },
  );
  const move = (target: ZoomTransform, animate: boolean): void => {
    if (!animate || prefersReducedMotion()) behaviour.transform(selection, target);
    else selection.transition().duration(420).ease(easeCubicInOut).call(behaviour.transform, target);
  };
  return {
    transform: () => now,
    fit(box, { least = 0.3, most = 1.15, animate = true, top = false } = {}) {
      const { width, height } = svg.getBoundingClientRect();
      if (width === 0 || height === 0) return;
      const room = { width: width - 2 * padding.x, height: height - padding.top - padding.bottom };
      const k = Math.max(least, Math.min(most, room.width / box.width, room.height / box.height));
      const wide = box.width * k > room.width;
      const tall = box.height * k > room.height;
      const x = wide ? padding.x - box.x * k : (width - box.width * k) / 2 - box.x * k;
      const y = tall || top ? padding.top - box.y * k : padding.top + (room.height - box.height * k) / 2 - box.y * k;
      move(zoomIdentity.translate(x, y).scale(k), animate);
    },
    zoomBy: factor => behaviour.scaleBy(selection, factor),
    panBy: (x, y) => behaviour.translateBy(selection, x / now.k, y / now.k),
  };
}
