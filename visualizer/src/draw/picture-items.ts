import { type BaseType, select, type Selection } from 'd3-selection';
import type { Node } from '../../../src/model/graph.ts';
import { fit } from '../data/names.ts';
import type { PlacedItem } from '../layout/types.ts';
import { kindIcons } from './icons.ts';
import { textOf } from './item-text.ts';
import { outline } from './outlines.ts';
import { labelClass } from './patterns.ts';

export interface ItemMarks {
  readonly nodes: ReadonlyMap<string, Node>;
  /** Nodes the edits removed. */
  readonly removed: ReadonlySet<string>;
  /** Nodes with an edit of any kind. */
  readonly edited: ReadonlySet<string>;
  readonly onChoose: (item: PlacedItem) => void;
}

type Group = Selection<SVGGElement, PlacedItem, BaseType, unknown>;

/** Draws the shapes; `speed` in milliseconds, 0 jumps. */
export function drawItems(layer: SVGGElement, items: readonly PlacedItem[], marks: ItemMarks, speed: number): void {
  const joined = select(layer)
    .selectAll<SVGGElement, PlacedItem>('g.item')
    .data([...items], item => item.id);
  joined.exit().remove();
  const entered = joined
    .enter()
    .append('g')
    .attr('class', 'item')
    .attr('role', 'button')
    .attr('tabindex', -1)
    .attr('transform', at)
    .on('click', (_, item) => marks.onChoose(item));
  const all = entered.merge(joined);
  all.attr('data-id', item => item.id);
  if (speed > 0) joined.transition().duration(speed).attr('transform', at);
  else joined.attr('transform', at);
  fill(all, marks);
}

const at = (item: PlacedItem): string => `translate(${item.x},${item.y})`;

function fill(all: Group, marks: ItemMarks): void {
  all.each(function (item) {
    const text = textOf(item, marks.nodes);
    const removed = item.nodes.every(id => marks.removed.has(id));
    const edited = item.nodes.some(id => marks.edited.has(id));
    const key = JSON.stringify([item.x, item.y, item.width, item.height, text, removed, edited, item.kind]);
    if (this.getAttribute('data-drawn') === key) return;
    this.setAttribute('data-drawn', key);
    this.setAttribute('aria-label', `${text.full}${removed ? '. Removed in what-if' : ''}`);
    this.setAttribute('class', classOf(item, text.confidence, removed, edited));
    const group = select(this);
    group.selectAll('*').remove();
    group.append('title').text(text.full);
    const { width: w, height: h } = item;
    if (item.group) {
      group.append('path').attr('class', 'behind').attr('d', outline('tool', w, h)).attr('transform', 'translate(4,4)');
    }
    group.append('path').attr('class', 'shape').attr('d', outline(item.group ? 'tool' : item.kind, w, h));
    if (item.kind === 'store' && !item.group) {
      const cap = Math.min(6, h / 5);
      group.append('path').attr('class', 'rim').attr('d', `M0,${cap}C0,${cap * 2.3} ${w},${cap * 2.3} ${w},${cap}`);
    }
    stripes(group, text.labels, h, text.confidence);
    const left = item.part ? 8 : 17;
    const size = item.part ? 12 : 15;
    group
      .append('path')
      .attr('class', 'kind')
      .attr('d', kindIcons[item.kind])
      .attr('transform', `translate(${left},${(h - size) / 2}) scale(${size / 16})`);
    const room = (w - left - size - 14 - text.others.length * 10) / (item.part ? 6 : 6.5);
    const line = group.append('text').attr('x', left + size + 7).attr('class', 'name');
    if (item.part) line.attr('y', h / 2 + 4).text(fit(text.name, room));
    else {
      line.attr('y', h / 2 - 2).text(fit(text.name, room));
      group
        .append('text')
        .attr('class', 'detail')
        .attr('x', left + size + 7)
        .attr('y', h / 2 + 11.5)
        .text(fit(text.detail, (w - left - size - 14) / 5.4));
    }
    for (const [index, label] of text.others.entries()) {
      group
        .append('rect')
        .attr('class', `dot ${labelClass[label]}`)
        .attr('x', w - 13 - index * 10)
        .attr('y', item.part ? h / 2 - 4 : 7)
        .attr('width', 8)
        .attr('height', 8)
        .attr('rx', 2)
        .attr('fill', `url(#pattern-${labelClass[label]})`);
    }
    if (removed) group.append('path').attr('class', 'strike').attr('d', `M6,${h / 2}H${w - 6}`);
  });
}

/** One stripe per label of the lane, wider when surer. */
function stripes(group: Selection<SVGGElement, unknown, null, undefined>, labels: readonly (keyof typeof labelClass)[], h: number, confidence: number): void {
  const height = (h - 12) / Math.max(1, labels.length);
  for (const [index, label] of labels.entries()) {
    group
      .append('rect')
      .attr('class', `stripe ${labelClass[label]}`)
      .attr('x', 5)
      .attr('y', 6 + index * height)
      .attr('width', 4 + Math.round(confidence * 4))
      .attr('height', height - (labels.length > 1 ? 1 : 0))
      .attr('rx', 2)
      .attr('fill', `url(#pattern-${labelClass[label]})`)
      .attr('opacity', 0.45 + 0.55 * confidence);
  }
}

function classOf(item: PlacedItem, confidence: number, removed: boolean, edited: boolean): string {
  const words = ['item', `kind-${item.kind}`, `lane-${item.lane}`];
  if (item.part) words.push('part');
  if (item.group) words.push('group');
  if (confidence < 0.5) words.push('unsure');
  if (removed) words.push('removed');
  if (edited) words.push('edited');
  return words.join(' ');
}
