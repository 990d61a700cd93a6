import { plural, shown } from '../data/names.ts';
import { pathBetween } from '../data/path-between.ts';
import { nodeName } from '../data/words.ts';
import { filterCount, type Grouping, groupings, isPathPending, noFilters, showAll } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { icon, icons } from './icons.ts';
import type { PictureView } from './picture.ts';

const groupingTitles: { readonly [grouping in Grouping]: string } = {
  auto: 'Group automatically',
  none: 'No groups',
  server: 'Group by server',
  framework: 'Group by framework',
  file: 'Group by file',
  agent: 'Group by agent',
};

/** Zoom, fit and grouping. */
export function pictureControls(context: ViewContext, picture: PictureView): HTMLElement {
  const { state } = context.model;
  const select = h(
    'select',
    { 'aria-label': 'Grouping', 'data-key': 'grouping' },
    ...groupings.map(word =>
      h('option', { value: word, ...(word === state.group && { selected: true }) }, groupingTitles[word]),
    ),
  );
  select.addEventListener('change', () => {
    const group = groupings.find(word => word === select.value) ?? 'auto';
    context.update(now => ({ ...now, group, opened: [] }));
  });
  return h(
    'div.control-row',
    { role: 'group', 'aria-label': 'Picture' },
    state.opened.length > 0 &&
      button('Close groups', () => context.update(now => ({ ...now, opened: [] })), {
        class: 'button small',
        'data-key': 'close groups',
      }),
    select,
    button(
      'Zoom out (−)',
      () => picture.zoomBy(1 / 1.35),
      { class: 'icon-button', 'data-key': 'zoom out' },
      icon(icons.minus),
    ),
    button(
      'Zoom in (+)',
      () => picture.zoomBy(1.35),
      { class: 'icon-button', 'data-key': 'zoom in' },
      icon(icons.plus),
    ),
    button(
      'Show everything (F)',
      () => picture.fitAll(),
      { class: 'icon-button', 'data-key': 'fit' },
      icon(icons.fit),
    ),
  );
}

/** Notes above the picture: what narrows it, and what it cannot show. */
export function pictureNotes(context: ViewContext): readonly HTMLElement[] {
  const { state, base, picture } = context.model;
  const notes: HTMLElement[] = [];
  const name = (id: string): string => `⁨${shown(nodeName(base.nodes.get(id), id), 40)}⁩`;
  const all = (): HTMLElement =>
    button('Show everything', () => context.update(showAll), {
      class: 'text-button',
      'data-key': 'show all',
    });
  if (state.path && isPathPending(state.path)) {
    notes.push(
      h(
        'p.note',
        {},
        `Path from ${name(state.path[0])}: choose the other end in the picture or by search. `,
        button('Cancel', () => context.update(showAll), { class: 'text-button', 'data-key': 'cancel path' }),
      ),
    );
  } else if (state.path) {
    const way = pathBetween(base, state.path[0], state.path[1]);
    const words = !way
      ? 'are not connected'
      : way.directed
        ? `data can move in ${plural(way.edges.length, 'step')}`
        : `no data moves this way; they are connected by ${plural(way.edges.length, 'connection')}`;
    const names = (way?.nodes ?? state.path).map(name);
    const shortened = names.length > 7 ? [...names.slice(0, 3), '…', ...names.slice(-3)] : names;
    notes.push(
      h('p.note', {}, `${shortened.join(way ? (way.directed ? ' → ' : ' – ') : ' and ')}: ${words}. `, all()),
    );
  }
  if (state.focus) notes.push(h('p.note', {}, `Only ${name(state.focus)} and its neighbours. `, all()));
  if (filterCount(state.filters) > 0)
    notes.push(
      h(
        'p.note',
        {},
        `Filters are on: ${plural(new Set(picture.items.flatMap(({ nodes }) => nodes)).size, 'node')} of ${base.report.nodes.length} shown. `,
        button('Clear filters', () => context.update(now => ({ ...now, filters: noFilters })), {
          class: 'text-button',
          'data-key': 'clear filters above',
        }),
      ),
    );
  if (base.report.nodes.length === 0) notes.push(emptyPicture());
  return notes;
}

function emptyPicture(): HTMLElement {
  return h(
    'div.empty',
    {},
    h('h2', {}, 'Nothing to draw'),
    h(
      'p',
      {},
      'Trefoil found no agent, tool, server or trigger in this tree. If there is one, the Coverage page tells what could not be read; an agent framework that Trefoil does not know yet leaves no trace here.',
    ),
  );
}
