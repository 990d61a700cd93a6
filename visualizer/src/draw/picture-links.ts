import type { Barrier, Graph } from '../../../src/model/graph.ts';
import { shown } from '../data/names.ts';
import type { PlacedItem, PlacedLink } from '../layout/types.ts';
import { s } from './dom.ts';
import { kindIcons } from './icons.ts';
import { join } from './join.ts';

export interface LinkMarks {
  readonly items: ReadonlyMap<string, PlacedItem>;
  /** Edges that are left after the edits. */
  readonly edges: ReadonlyMap<string, { readonly barriers?: readonly Barrier[] }>;
  /** Edges that the edits changed or removed. */
  readonly touched: ReadonlySet<string>;
  /** What the confidences come from. */
  readonly graph: Graph;
  readonly confidence: (item: PlacedItem) => number;
  readonly onChoose: (link: PlacedLink) => void;
  readonly nameOf: (item: PlacedItem) => string;
}

/** How each line was drawn last: what did not change is left alone. */
const known = new WeakMap<
  SVGElement,
  { readonly link: PlacedLink; readonly graph: Graph; readonly touched: boolean }
>();

/** Draws lines and the gates on them. */
export function drawLinks(layer: SVGGElement, links: readonly PlacedLink[], marks: LinkMarks): void {
  join(
    layer,
    links,
    () => s('g', {}, s('path.hit', {}), s('path.line', {})),
    (child, link) => {
      const [from, to] = [marks.items.get(link.from), marks.items.get(link.to)];
      const [hit, line] = child.children;
      if (!from || !to || !hit || !line) return;
      const touched = link.edges.some(id => marks.touched.has(id));
      const before = known.get(child);
      if (
        before &&
        before.graph === marks.graph &&
        !touched &&
        !before.touched &&
        isSameLink(before.link, link)
      )
        return;
      known.set(child, { link, graph: marks.graph, touched });
      child.onclick = () => marks.onChoose(link);
      const role = roleOf(from, to);
      const left = link.edges.flatMap(id => marks.edges.get(id) ?? []);
      const gates = gatesOf(left.flatMap(({ barriers }) => barriers ?? []));
      const other = role === 'plain' ? undefined : from.lane === 'agents' ? to : from;
      const sure = String(other ? 0.35 + 0.5 * marks.confidence(other) : 0.55);
      drawGates(child, link, gates, () => `${marks.nameOf(from)} to ${marks.nameOf(to)}`);
      hit.setAttribute('d', link.path);
      line.setAttribute('d', link.path);
      const words = ['link', role];
      if (role === 'plain' && !(isAgent(from) && isAgent(to))) words.push('minor');
      if (link.tree) words.push('tree');
      if (link.typed) words.push('typed');
      if (link.conditional) words.push('conditional');
      if (left.length === 0) words.push('removed');
      child.setAttribute('class', words.join(' '));
      child.style.setProperty('--sure', sure);
      if (link.tree) line.removeAttribute('marker-end');
      else line.setAttribute('marker-end', `url(#arrow-${role})`);
    },
  );
}

/** Another layout makes other objects, of which most look as before. */
function isSameLink(a: PlacedLink, b: PlacedLink): boolean {
  if (a === b) return true;
  return (
    a.path === b.path &&
    a.conditional === b.conditional &&
    a.typed === b.typed &&
    a.tree === b.tree &&
    a.edges.length === b.edges.length &&
    a.edges.every((id, at) => id === b.edges[at])
  );
}

type Role = 'untrusted' | 'sensitive' | 'sink' | 'plain';

/** Colours are for what an agent reads and sends; what parts do among each other stays plain. */
function roleOf(from: PlacedItem, to: PlacedItem): Role {
  if (isAgent(from)) return to.lane === 'ways-out' ? 'sink' : 'plain';
  if (!isAgent(to)) return 'plain';
  return from.lane === 'untrusted' || from.lane === 'sensitive' ? from.lane : 'plain';
}

const isAgent = ({ lane, part }: PlacedItem): boolean => lane === 'agents' && !part;

function gatesOf(gates: readonly Barrier[]): readonly Barrier[] {
  return [...new Map(gates.map(gate => [gate.mechanism, gate])).values()];
}

function drawGates(group: SVGElement, link: PlacedLink, gates: readonly Barrier[], ends: () => string): void {
  const key = JSON.stringify([
    link.mark,
    gates.map(({ mechanism, credit, cut }) => [mechanism, credit, cut]),
  ]);
  if (group.getAttribute('data-gates') === key) return;
  group.setAttribute('data-gates', key);
  for (const old of group.querySelectorAll('g.gate, title')) old.remove();
  const said = gates.map(
    gate =>
      `${shown(gate.mechanism, 80)} (${gate.cut ? 'cuts' : gate.credit > 0 ? `credit ${gate.credit}` : 'no credit'})`,
  );
  group.append(s('title', {}, [ends(), ...said].join('. Gate: ')));
  if (gates.length === 0) return;
  const best = Math.max(...gates.map(({ credit, cut }) => (cut ? 1 : credit)));
  const tried = gates.some(({ mechanism }) => mechanism.includes('what-if'));
  group.append(
    s(
      'g',
      {
        class: `gate${best > 0 ? '' : ' idle'}${tried ? ' tried' : ''}`,
        transform: `translate(${link.mark[0]},${link.mark[1]})`,
      },
      s('circle', { r: 10 }),
      s('path', { d: kindIcons.gate, transform: 'translate(-7,-7.2) scale(0.88)' }),
      best === 0 && s('path.slash', { d: 'M-7,7L7,-7' }),
      gates.length > 1 && s('text', { x: 11, y: -5 }, String(gates.length)),
    ),
  );
}
