import { interpolateZoom } from 'd3-interpolate';
import type { Box } from '../layout/types.ts';
import { animate } from './animate.ts';
import { listenForGestures } from './gestures.ts';
import { prefersReducedMotion } from './preferences.ts';

/** Where the picture lies in the window: `window = picture · k + (x, y)`. */
export interface Transform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** Panning and zooming of the picture. */
export interface Viewport {
  readonly transform: () => Transform;
  /** Shows the box as large as it fits, never larger than `most`, never smaller than `least`. */
  fit(
    box: Box,
    options?: {
      readonly least?: number;
      readonly most?: number;
      readonly animate?: boolean;
      readonly top?: boolean;
    },
  ): void;
  /** True when the box is in sight and large enough to read. */
  shows(box: Box): boolean;
  /** True when a hand moved the picture since it was last fitted. */
  readonly touched: () => boolean;
  zoomBy(factor: number): void;
  panBy(x: number, y: number): void;
}

/** Room kept free around what is shown: for the lane titles at the top, for the buttons at the bottom. */
const padding = { x: 14, top: 58, bottom: 58 };
const extent = [0.04, 3] as const;

export function createViewport(svg: SVGSVGElement, onMove: (transform: Transform) => void): Viewport {
  let now: Transform = { x: 0, y: 0, k: 1 };
  let touched = false;
  let stop = (): void => {};
  const put = (next: Transform): void => {
    now = next;
    onMove(now);
  };
  const pan = (dx: number, dy: number): void => {
    stop();
    touched = true;
    put({ ...now, x: now.x + dx, y: now.y + dy });
  };
  const zoom = (factor: number, x: number, y: number): void => {
    stop();
    touched = true;
    const k = Math.min(extent[1], Math.max(extent[0], now.k * factor));
    put({ k, x: x - ((x - now.x) * k) / now.k, y: y - ((y - now.y) * k) / now.k });
  };
  listenForGestures(svg, { pan, zoom });

  const move = (target: Transform, moving: boolean): void => {
    stop();
    touched = false;
    if (target.x === now.x && target.y === now.y && target.k === now.k) return;
    if (!moving || prefersReducedMotion()) {
      put(target);
      return;
    }
    const { width, height } = svg.getBoundingClientRect();
    // What is in the middle of the window, and how much of the picture the window is wide.
    const view = ({ x, y, k }: Transform): [number, number, number] => [
      (width / 2 - x) / k,
      (height / 2 - y) / k,
      width / k,
    ];
    const fly = interpolateZoom(view(now), view(target));
    stop = animate(Math.min(900, Math.max(300, fly.duration / 3)), share => {
      const [x, y, across] = fly(share);
      const k = width / across;
      put({ x: width / 2 - x * k, y: height / 2 - y * k, k });
    });
  };
  return {
    transform: () => now,
    touched: () => touched,
    fit(box, { least = 0.34, most = 1.15, animate: moving = true, top = false } = {}) {
      const { width, height } = svg.getBoundingClientRect();
      if (width === 0 || height === 0) return;
      const room = { width: width - 2 * padding.x, height: height - padding.top - padding.bottom };
      const across = Math.max(least, Math.min(most, room.width / box.width));
      // What is only a little too tall shrinks; what is much too tall keeps its width and is scrolled.
      const down = room.height / box.height;
      const k = top && down < across * 0.75 ? across : Math.max(least, Math.min(across, down));
      const wide = box.width * k > room.width;
      const tall = box.height * k > room.height;
      const x = wide ? padding.x - box.x * k : (width - box.width * k) / 2 - box.x * k;
      const y =
        tall || top ? padding.top - box.y * k : padding.top + (room.height - box.height * k) / 2 - box.y * k;
      move({ x, y, k }, moving);
    },
    shows(box) {
      const { width, height } = svg.getBoundingClientRect();
      const { x, y, k } = now;
      const [left, top] = [box.x * k + x, box.y * k + y];
      return (
        k > 0.5 &&
        left > 0 &&
        top > padding.top - 12 &&
        left + box.width * k < width &&
        top + box.height * k < height
      );
    },
    zoomBy: factor => zoom(factor, svg.clientWidth / 2, svg.clientHeight / 2),
    panBy: pan,
  };
}
