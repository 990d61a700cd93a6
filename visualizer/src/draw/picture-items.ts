import type { Node } from '../../../src/model/graph.ts';
import type { LabelId } from '../../../src/model/vocabulary.ts';
import type { PlacedItem } from '../layout/types.ts';
import { animate } from './animate.ts';
import { s } from './dom.ts';
import { kindIcons } from './icons.ts';
import { type ItemText, textOf } from './item-text.ts';
import { join } from './join.ts';
import { createFit, type Fit } from './measure.ts';
import { outline } from './outlines.ts';
import { labelClass } from './patterns.ts';

export interface ItemMarks {
  readonly nodes: ReadonlyMap<string, Node>;
  /** Server that provides a tool. */
  readonly serverOf: ReadonlyMap<string, string>;
  /** Nodes the edits removed. */
  readonly removed: ReadonlySet<string>;
  /** Nodes with an edit of any kind. */
  readonly edited: ReadonlySet<string>;
  /** Names only, in large type. */
  readonly large: boolean;
  readonly onChoose: (item: PlacedItem) => void;
}

/** Draws the shapes; `speed` in milliseconds, 0 jumps. */
export function drawItems(
  layer: SVGGElement,
  items: readonly PlacedItem[],
  marks: ItemMarks,
  speed: number,
): void {
  join(
    layer,
    items,
    () => s('g', { role: 'button', tabindex: -1 }),
    (child, item, isNew) => {
      place(child, item, isNew ? 0 : speed);
      fill(child, item, marks);
    },
  );
}

const places = new WeakMap<
  SVGElement,
  { readonly x: number; readonly y: number; readonly stop: () => void }
>();

function place(child: SVGElement, { x, y }: PlacedItem, speed: number): void {
  const before = places.get(child);
  if (before?.x === x && before.y === y) return;
  before?.stop();
  const put = (px: number, py: number): void => child.setAttribute('transform', `translate(${px},${py})`);
  let stop = (): void => {};
  if (before && speed > 0)
    stop = animate(speed, share => put(before.x + (x - before.x) * share, before.y + (y - before.y) * share));
  else put(x, y);
  places.set(child, { x, y, stop });
}

/** What each shape was filled with last. */
const filled = new WeakMap<
  SVGElement,
  { readonly item: PlacedItem; readonly nodes: readonly (Node | undefined)[]; readonly marks: string }
>();

function fill(child: SVGElement, item: PlacedItem, marks: ItemMarks): void {
  const removed = item.nodes.every(id => marks.removed.has(id));
  const edited = item.nodes.some(id => marks.edited.has(id));
  const nodes = item.nodes.map(id => marks.nodes.get(id));
  const before = filled.get(child);
  const flags = `${removed} ${edited} ${marks.large}`;
  if (
    before &&
    isSameItem(before.item, item) &&
    before.marks === flags &&
    before.nodes.every((node, at) => node === nodes[at])
  )
    return;
  filled.set(child, { item, nodes, marks: flags });
  child.onclick = () => marks.onChoose(item);
  const text = textOf(item, marks.nodes, marks.serverOf);
  const key = JSON.stringify([item.width, item.height, text, removed, edited, item.kind, marks.large]);
  if (child.getAttribute('data-drawn') === key) return;
  child.setAttribute('data-drawn', key);
  child.setAttribute(
    'class',
    `${classOf(item, text.confidence, removed, edited)}${marks.large ? ' large' : ''}`,
  );
  const { width: w, height: h } = item;
  const cap = Math.min(6, h / 5);
  child.replaceChildren(
    s('title', {}, `${text.full}${removed ? '. Removed in what-if' : ''}`),
    ...(item.group ? [s('path.behind', { d: outline('tool', w, h), transform: 'translate(4,4)' })] : []),
    s('path.shape', { d: outline(item.group ? 'tool' : item.kind, w, h) }),
    ...(item.kind === 'store' && !item.group
      ? [s('path.rim', { d: `M0,${cap}C0,${cap * 2.3} ${w},${cap * 2.3} ${w},${cap}` })]
      : []),
    ...stripes(text.labels, h, text.confidence),
    ...(marks.large ? largeWords(item, text) : words(item, text)),
    ...(removed ? [s('path.strike', { d: `M6,${h / 2}H${w - 6}` })] : []),
  );
}

/** Another layout makes other objects, of which most look as before; where they stand is set apart. */
function isSameItem(a: PlacedItem, b: PlacedItem): boolean {
  if (a === b) return true;
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.kind === b.kind &&
    a.lane === b.lane &&
    a.part === b.part &&
    a.group === b.group &&
    a.title === b.title &&
    a.nodes.length === b.nodes.length
  );
}

/** Fonts of a shape's lines, as in the style sheet. */
let fonts:
  | {
      readonly name: Fit;
      readonly part: Fit;
      readonly detail: Fit;
      readonly large: Fit;
      readonly largePart: Fit;
    }
  | undefined;

function madeFonts(): NonNullable<typeof fonts> {
  fonts ??= {
    name: createFit(12.5, 700),
    part: createFit(11.5, 400),
    detail: createFit(11, 400),
    large: createFit(24, 700),
    largePart: createFit(17, 400),
  };
  return fonts;
}

/** The name alone, for windows in which the whole picture is small. */
function largeWords({ width: w, height: h, part }: PlacedItem, text: ItemText): readonly SVGElement[] {
  const { large, largePart } = madeFonts();
  const x = part ? 6 : 17;
  const name = (part ? largePart : large)(text.name, w - x - 4);
  return [s('text.name', { x, y: h / 2 + (part ? 6 : 8.5) }, name)];
}

/** Icon, name, detail, and a dot for each further label. */
function words(item: PlacedItem, text: ItemText): readonly SVGElement[] {
  const fits = madeFonts();
  const { width: w, height: h, part } = item;
  const left = part ? 8 : 17;
  const size = part ? 12 : 15;
  const x = left + size + 7;
  const isStore = item.kind === 'store' && !item.group;
  const dots = text.others.length * 10;
  const down = isStore ? 3 : 0;
  const room = w - x - 6;
  return [
    s('path', {
      class: 'kind',
      d: kindIcons[item.kind],
      transform: `translate(${left},${(h - size) / 2}) scale(${size / 16})`,
    }),
    ...(part
      ? [s('text.name', { x, y: h / 2 + 4 }, fits.part(text.name, room - 2 - dots))]
      : [
          s('text.name', { x, y: h / 2 - 2 + down }, fits.name(text.name, room)),
          s('text.detail', { x, y: h / 2 + 11.5 + down }, fits.detail(text.detail, room - dots)),
        ]),
    ...text.others.map((label, index) =>
      s('rect', {
        class: `dot ${labelClass[label]}`,
        x: w - 13 - index * 10,
        y: part ? h / 2 - 4 : h / 2 + 4 + down,
        width: 8,
        height: 8,
        rx: 2,
        fill: `url(#pattern-${labelClass[label]})`,
      }),
    ),
  ];
}

/** One stripe per label of the lane, wider when surer. */
function stripes(labels: readonly LabelId[], h: number, confidence: number): readonly SVGElement[] {
  const height = (h - 12) / Math.max(1, labels.length);
  return labels.map((label, index) =>
    s('rect', {
      class: `stripe ${labelClass[label]}`,
      x: 5,
      y: 6 + index * height,
      width: 4 + Math.round(confidence * 4),
      height: height - (labels.length > 1 ? 1 : 0),
      rx: 2,
      fill: `url(#pattern-${labelClass[label]})`,
      opacity: 0.45 + 0.55 * confidence,
    }),
  );
}

function classOf(item: PlacedItem, confidence: number, removed: boolean, edited: boolean): string {
  const found = ['item', `kind-${item.kind}`, `lane-${item.lane}`];
  if (item.part) found.push('part');
  if (item.group) found.push('group');
  if (confidence < 0.5) found.push('unsure');
  if (removed) found.push('removed');
  if (edited) found.push('edited');
  return found.join(' ');
}
