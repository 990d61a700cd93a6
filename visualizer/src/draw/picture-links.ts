import { select } from 'd3-selection';
import type { Barrier } from '../../../src/model/graph.ts';
import { shown } from '../data/names.ts';
import type { PlacedItem, PlacedLink } from '../layout/types.ts';
import { kindIcons } from './icons.ts';

export interface LinkMarks {
  readonly items: ReadonlyMap<string, PlacedItem>;
  /** Edges that are left after the edits. */
  readonly edges: ReadonlyMap<string, { readonly barriers?: readonly Barrier[] }>;
  readonly confidence: (item: PlacedItem) => number;
  readonly onChoose: (link: PlacedLink) => void;
  readonly nameOf: (item: PlacedItem) => string;
}

/** Draws lines and the gates on them. */
export function drawLinks(layer: SVGGElement, links: readonly PlacedLink[], marks: LinkMarks, speed: number): void {
  const joined = select(layer)
    .selectAll<SVGGElement, PlacedLink>('g.link')
    .data([...links], link => link.id);
  joined.exit().remove();
  const entered = joined.enter().append('g').attr('data-id', link => link.id);
  entered.append('path').attr('class', 'hit');
  entered.append('path').attr('class', 'line').attr('d', link => link.path);
  const all = entered.merge(joined);
  all.on('click', (_, link) => marks.onChoose(link));
  all.select('path.hit').attr('d', link => link.path);
  const lines = all.select<SVGPathElement>('path.line');
  if (speed > 0) lines.transition().duration(speed).attr('d', link => link.path);
  else lines.attr('d', link => link.path);
  all.each(function (link) {
    const [from, to] = [marks.items.get(link.from), marks.items.get(link.to)];
    if (!from || !to) return;
    const role = roleOf(from, to);
    const left = link.edges.flatMap(id => marks.edges.get(id) ?? []);
    const gates = gatesOf(left.flatMap(({ barriers }) => barriers ?? []));
    const words = ['link', role];
    if (link.tree) words.push('tree');
    if (link.typed) words.push('typed');
    if (link.conditional) words.push('conditional');
    if (left.length === 0) words.push('removed');
    this.setAttribute('class', words.join(' '));
    const other = role === 'plain' ? undefined : from.lane === 'agents' ? to : from;
    this.style.setProperty('--sure', String(other ? 0.35 + 0.5 * marks.confidence(other) : 0.55));
    const line = this.querySelector('path.line');
    if (link.tree) line?.removeAttribute('marker-end');
    else line?.setAttribute('marker-end', `url(#arrow-${role})`);
    drawGates(this, link, gates, `${marks.nameOf(from)} to ${marks.nameOf(to)}`);
  });
}

type Role = 'untrusted' | 'sensitive' | 'sink' | 'plain';

function roleOf(from: PlacedItem, to: PlacedItem): Role {
  if (from.lane === 'agents' && to.lane === 'agents') return 'plain';
  if (from.lane === 'untrusted' && to.lane === 'agents') return 'untrusted';
  if (from.lane === 'sensitive' && to.lane === 'agents') return 'sensitive';
  return to.lane === 'ways-out' ? 'sink' : 'plain';
}

function gatesOf(gates: readonly Barrier[]): readonly Barrier[] {
  return [...new Map(gates.map(gate => [gate.mechanism, gate])).values()];
}

function drawGates(group: SVGGElement, link: PlacedLink, gates: readonly Barrier[], ends: string): void {
  const key = JSON.stringify([link.mark, gates.map(({ mechanism, credit, cut }) => [mechanism, credit, cut])]);
  if (group.getAttribute('data-gates') === key) return;
  group.setAttribute('data-gates', key);
  const selection = select(group);
  selection.selectAll('g.gate, title').remove();
  const said = gates.map(gate => `${shown(gate.mechanism, 80)} (${gate.cut ? 'cuts' : gate.credit > 0 ? `credit ${gate.credit}` : 'no credit'})`);
  selection.append('title').text([ends, ...said].join('. Gate: '));
  if (gates.length === 0) return;
  const best = Math.max(...gates.map(({ credit, cut }) => (cut ? 1 : credit)));
  const mark = selection
    .append('g')
    .attr('class', `gate${best > 0 ? '' : ' idle'}${gates.some(({ mechanism }) => mechanism.includes('what-if')) ? ' tried' : ''}`)
    .attr('transform', `translate(${link.mark[0]},${link.mark[1]})`);
  mark.append('circle').attr('r', 10);
  mark.append('path').attr('d', kindIcons.gate).attr('transform', 'translate(-7,-7.2) scale(0.88)');
  if (best === 0) mark.append('path').attr('class', 'slash').attr('d', 'M-7,7L7,-7');
  if (gates.length > 1) mark.append('text').attr('x', 11).attr('y', -5).text(String(gates.length));
}
