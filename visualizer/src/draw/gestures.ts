/** What hands and wheels ask for, in window pixels relative to the element. */
export interface Gestures {
  pan(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels a pointer may move and still click. */
const slack = 4;

/**
 * Drag pans, two fingers zoom, the wheel scrolls and with Ctrl zooms. A drag does not click what it ends on.
 *
 * Not d3-zoom: with d3-selection and d3-transition, which it needs, it would be a fifth of the page (50 KB) for what
 * these lines do, and its wheel zooms where people expect to scroll.
 */
export function listenForGestures(element: SVGSVGElement, gestures: Gestures): void {
  const held = new Map<number, Point>();
  let travelled = 0;
  const at = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  element.addEventListener('pointerdown', event => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    if (held.size === 0) travelled = 0;
    held.set(event.pointerId, at(event));
  });
  element.addEventListener('pointermove', event => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    held.set(event.pointerId, now);
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      gestures.zoom(factor, (now.x + other.x) / 2, (now.y + other.y) / 2);
      gestures.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    } else if (travelled > slack) {
      // Capture from here on only: a captured pointer would click the picture instead of the shape.
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      gestures.pan(now.x - before.x, now.y - before.y);
    }
  });
  const release = (event: PointerEvent): void => void held.delete(event.pointerId);
  for (const name of ['pointerup', 'pointercancel', 'pointerleave'] as const)
    element.addEventListener(name, release);
  element.addEventListener(
    'click',
    event => {
      if (travelled > slack) event.stopPropagation();
      travelled = 0;
    },
    { capture: true },
  );
  element.addEventListener(
    'wheel',
    event => {
      event.preventDefault();
      const { x, y } = at(event);
      const line = event.deltaMode === 1 ? 18 : 1;
      if (event.ctrlKey || event.metaKey) gestures.zoom(2 ** (-event.deltaY * line * 0.004), x, y);
      else if (event.shiftKey) gestures.pan(-(event.deltaX || event.deltaY) * line, 0);
      else gestures.pan(-event.deltaX * line, -event.deltaY * line);
    },
    { passive: false },
  );
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
