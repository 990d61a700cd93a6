import type { Picture } from '../layout/types.ts';

const margin = 24;
const heads = 56;
/** Browsers refuse larger canvases. */
const mostPixels = 16_000_000;

/** Properties that make the look of a shape; everything else is the same everywhere. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'marker-end',
  'display',
  'visibility',
] as const;

/** The drawn picture as a file of its own: all of it, at its own size, with the colours on screen. */
export function pictureAsSvg(svg: SVGSVGElement, { width, height }: Picture): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inline(svg, copy);
  const [w, h] = [Math.ceil(width + 2 * margin), Math.ceil(height + 2 * margin + heads)];
  copy.querySelector('.stage')?.setAttribute('transform', `translate(${margin},${margin + heads})`);
  for (const gone of copy.querySelectorAll('.pulse-layer, .hit, .heads-ground')) gone.remove();
  spreadHeads(svg, copy);
  copy.setAttribute('viewBox', `0 0 ${w} ${h}`);
  copy.setAttribute('width', String(w));
  copy.setAttribute('height', String(h));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.removeAttribute('style');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', getComputedStyle(document.body).backgroundColor],
  ] as const)
    ground.setAttribute(name, value);
  copy.prepend(...definitions(), ground);
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}

/** The same as pixels, twice as fine where the browser allows. */
export async function pictureAsPng(svg: SVGSVGElement, picture: Picture): Promise<Blob> {
  const text = pictureAsSvg(svg, picture);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(2, Math.sqrt(mostPixels / (image.width * image.height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Style sheets do not travel: what they say becomes attributes. */
function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of properties) {
    const value = style.getPropertyValue(name);
    if (value && value !== 'none' && value !== 'normal')
      to.setAttribute(name, value.replace(/url\("[^"]*#/g, 'url(#').replace(/"\)/g, ')'));
    else if (value === 'none' && (name === 'fill' || name === 'stroke' || name === 'display'))
      to.setAttribute(name, 'none');
  }
  for (const [index, child] of [...from.children].entries()) {
    const other = to.children[index];
    if (other) inline(child, other);
  }
}

/** Lane titles stand where the lanes are, not where the window shows them. */
function spreadHeads(svg: SVGSVGElement, copy: SVGSVGElement): void {
  const scale =
    Number(/scale\(([\d.]+)/.exec(svg.querySelector('.stage')?.getAttribute('transform') ?? '')?.[1] ?? 1) ||
    1;
  const shift = Number(
    /translate\((-?[\d.]+)/.exec(svg.querySelector('.stage')?.getAttribute('transform') ?? '')?.[1] ?? 0,
  );
  for (const head of copy.querySelectorAll('.head')) {
    const x = Number(/translate\((-?[\d.]+)/.exec(head.getAttribute('transform') ?? '')?.[1] ?? 0);
    head.setAttribute('transform', `translate(${(x - shift) / scale + margin},${margin / 2})`);
    const bar = head.querySelector('rect');
    bar?.setAttribute('width', String(Number(bar.getAttribute('width')) / scale));
  }
}

function definitions(): readonly Element[] {
  const source = document.querySelector('svg.defs defs');
  if (!source) return [];
  const copy = source.cloneNode(true) as Element;
  inline(source, copy);
  return [copy];
}
