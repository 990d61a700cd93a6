import type { Node } from '../../../src/model/graph.ts';
import { plural, shown } from '../data/names.ts';
import { edgeWords, kindTitles } from '../data/words.ts';
import { lanes, type PlacedBand, type PlacedItem, type PlacedLink } from '../layout/types.ts';
import { chainList } from './chain-list.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { laneTitles, textOf } from './item-text.ts';
import { nodeButton, page } from './parts.ts';

const most = 60;

/** The picture in words: the same enclosures, lanes, shapes, connections and gates, for eyes and screen readers alike. */
export function listView(context: ViewContext): HTMLElement {
  const { picture, graph, base } = context.model;
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const items = new Map(picture.items.map(item => [item.id, item]));
  const links = linksByItem(picture.links);
  return page(
    'The picture in words',
    `${plural(picture.bands.length, 'group')} with ${plural(picture.items.length, 'entry')}. Filters, what-if and groups apply here as in the map.`,
    h('div.narrow-only', {}, h('h3', {}, 'Chains'), chainList(context)),
    ...picture.bands.slice(0, most).map(band => bandSection(context, band, nodes, items, links)),
    picture.bands.length > most &&
      h('p.muted', {}, `${picture.bands.length - most} more groups: use filters or the search.`),
    base.report.nodes.length === 0 && h('p.nothing', {}, 'This report has no nodes.'),
  );
}

function bandSection(
  context: ViewContext,
  band: PlacedBand,
  nodes: ReadonlyMap<string, Node>,
  items: ReadonlyMap<string, PlacedItem>,
  links: ReadonlyMap<string, readonly PlacedLink[]>,
): HTMLElement {
  const own = [...items.values()].filter(item => item.band === band.id);
  const title = band.kind === 'context' ? `Context of ${shown(band.title, 80)}` : shown(band.title, 80);
  return h(
    'section.block',
    {},
    h('h3', {}, title),
    ...lanes.map(lane => {
      const members = own.filter(item => item.lane === lane);
      if (members.length === 0) return undefined;
      return h(
        'div',
        {},
        h('h4', {}, laneTitles[lane]),
        h(
          'ul.entries',
          {},
          ...members.map(item => h('li', {}, entry(context, item, nodes, items, links.get(item.id) ?? []))),
        ),
      );
    }),
  );
}

function entry(
  context: ViewContext,
  item: PlacedItem,
  nodes: ReadonlyMap<string, Node>,
  items: ReadonlyMap<string, PlacedItem>,
  links: readonly PlacedLink[],
): HTMLElement {
  const text = textOf(item, nodes, context.model.base.serverOf);
  const { group } = item;
  const removed = context.model.outcome && item.nodes.every(id => !context.model.current.nodes.has(id));
  const head = group
    ? button(
        `Open ${text.name}, drawn together`,
        () => context.update(state => ({ ...state, opened: [...state.opened, group] })),
        { class: 'node-name', 'data-key': `open ${group}` },
        `${text.name}, drawn together`,
      )
    : nodeButton(context, item.nodes[0] ?? '');
  const others = links.flatMap(link => {
    const other = items.get(link.from === item.id ? link.to : link.from);
    return other ? [h('li', {}, ...connection(context, item, other, link, nodes))] : [];
  });
  return h(
    'div',
    { class: removed ? 'removed' : undefined },
    head,
    h(
      'span.muted',
      {},
      ` ${kindTitles[item.kind].toLowerCase()}, ${text.detail}${text.labels.length > 0 ? `, confidence ${Math.round(text.confidence * 100)} %` : ''}${removed ? ', removed in what-if' : ''}`,
    ),
    others.length > 0 &&
      h(
        'ul.ways',
        {},
        ...others.slice(0, 12),
        others.length > 12 && h('li.muted', {}, `and ${others.length - 12} more`),
      ),
  );
}

/** What moves between an entry and another, from the entry's side, with the gates in between. */
function connection(
  context: ViewContext,
  item: PlacedItem,
  other: PlacedItem,
  link: PlacedLink,
  nodes: ReadonlyMap<string, Node>,
): readonly (HTMLElement | string | false)[] {
  const edges = link.edges.flatMap(id => context.model.base.edges.get(id) ?? []);
  const toLane = item.lane === 'ways-out' || other.lane === 'ways-out' ? outward : inward;
  const edge = edges.find(({ kind }) => toLane.has(kind)) ?? edges[0];
  const name = h('bdi', {}, textOf(other, nodes).name);
  const words = h('span.muted', {}, edgeWords(edge?.kind));
  const gates = link.gates.map(
    gate =>
      `gate: ${shown(gate.mechanism, 60)}${gate.cut ? ', cuts it' : gate.credit > 0 ? '' : ', no credit'}`,
  );
  return [
    ...(edge && item.nodes.includes(edge.from) ? [words, ' ', name] : [name, ' ', words, ' it']),
    gates.length > 0 && h('span.muted', {}, ` — ${gates.join('; ')}`),
  ];
}

const outward: ReadonlySet<string> = new Set(['call', 'emit', 'save']);
const inward: ReadonlySet<string> = new Set(['result', 'load', 'input']);

function linksByItem(links: readonly PlacedLink[]): ReadonlyMap<string, readonly PlacedLink[]> {
  const found = new Map<string, PlacedLink[]>();
  for (const link of links) {
    for (const id of [link.from, link.to]) found.set(id, [...(found.get(id) ?? []), link]);
  }
  return found;
}
