import { curveBumpX } from 'd3-shape';

export type Point = readonly [x: number, y: number];

/** The part of a drawing context that curves use. */
interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(...numbers: readonly number[]): void;
}

/** SVG path data of a line that is level at every point and bends between each two. */
export function bentPath(points: readonly Point[]): string {
  let data = '';
  const put = (letter: string, ...numbers: readonly number[]): void => {
    data += letter + numbers.map(number => Math.round(number * 10) / 10).join(',');
  };
  const pen: Pen = {
    moveTo: (x, y) => put('M', x, y),
    lineTo: (x, y) => put('L', x, y),
    bezierCurveTo: (...numbers) => put('C', ...numbers),
  };
  // The curve draws with these three alone.
  const curve = curveBumpX(pen as Parameters<typeof curveBumpX>[0]);
  curve.lineStart();
  for (const [x, y] of points) curve.point(x, y);
  curve.lineEnd();
  return data;
}
