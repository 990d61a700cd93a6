import { curveBumpX } from 'd3-shape';

export type Point = readonly [x: number, y: number];

type Path = Exclude<Parameters<typeof curveBumpX>[0], CanvasRenderingContext2D>;

/** SVG path data of a line that is level at every point and bends between each two. */
export function bentPath(points: readonly Point[]): string {
  let data = '';
  const put = (letter: string, ...numbers: readonly number[]): void => {
    data += letter + numbers.map(number => Math.round(number * 10) / 10).join(',');
  };
  const pen: Pick<Path, 'moveTo' | 'lineTo' | 'bezierCurveTo'> = {
    moveTo: (x, y) => put('M', x, y),
    lineTo: (x, y) => put('L', x, y),
    bezierCurveTo: (...numbers) => put('C', ...numbers),
  };
  // The curve draws with these three alone.
  const curve = curveBumpX(pen as Path);
  curve.lineStart();
  for (const [x, y] of points) curve.point(x, y);
  curve.lineEnd();
  return data;
}
