import { shown } from '../data/names.ts';

/** Cuts a text to a width in pixels, at the end. */
export type Fit = (text: string, width: number) => string;

/** Measures with the font the page really got; without a canvas, by a careful guess. */
export function createFit(size: number, weight: number): Fit {
  const family = getComputedStyle(document.body).fontFamily;
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) pen.font = `${weight} ${size}px ${family}`;
  const widthOf = (text: string): number => pen?.measureText(text).width ?? text.length * size * 0.62;
  const known = new Map<string, string>();
  return (text, width) => {
    const key = `${Math.round(width)} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const cut = cutTo(shown(text, 120), width, widthOf);
    if (known.size > 20_000) known.clear();
    known.set(key, cut);
    return cut;
  };
}

function cutTo(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(`${letters.slice(0, middle).join('')}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}
