import { shown } from '../data/names.ts';
import { edgeWords } from '../data/words.ts';
import { choose } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { icon, icons } from './icons.ts';
import { nodeButton, place, section } from './parts.ts';
import { whatIfButtons } from './what-if-buttons.ts';

/** A chosen connection: what moves, what guards it, and what can be tried. */
export function edgePanel(context: ViewContext, id: string): HTMLElement | undefined {
  const { base, current } = context.model;
  const chosen = base.edges.get(id);
  if (!chosen) return undefined;
  const between = (base.around.get(chosen.from) ?? []).filter(
    ({ from, to }) =>
      (from === chosen.from && to === chosen.to) || (from === chosen.to && to === chosen.from),
  );
  const gates = between.flatMap(edge => current.edges.get(edge.id)?.barriers ?? []);
  return h(
    'article.node-panel',
    { 'aria-label': 'Chosen connection' },
    h(
      'div.panel-top',
      {},
      button(
        'All chains',
        () => context.update(now => choose(now, {})),
        { class: 'text-button', 'data-key': 'back' },
        icon(icons.back, 14),
        'All chains',
      ),
    ),
    h('p.muted', {}, 'Connection'),
    h(
      'h2.ends',
      {},
      nodeButton(context, chosen.from),
      h('span.muted', {}, ' and '),
      nodeButton(context, chosen.to),
    ),
    section('Try a change', whatIfButtons(context, id)),
    section(
      'What moves',
      h(
        'ul.connections',
        {},
        ...between.map(edge =>
          h(
            'li',
            {},
            nodeButton(context, edge.from),
            h('span.muted', {}, ` ${edgeWords(edge.kind)} `),
            nodeButton(context, edge.to),
            edge.carries &&
              h('span.chip', {}, edge.carries === 'typed' ? 'typed values only' : 'arguments only'),
            edge.conditional && h('span.chip', {}, 'conditional'),
            place(context, edge.location),
          ),
        ),
      ),
    ),
    section(
      gates.length > 0 ? 'Gates' : 'No gate',
      gates.length > 0
        ? gates.map(gate =>
            h(
              'p.gate-line',
              {},
              icon(icons.shield, 14),
              h('strong', {}, shown(gate.mechanism, 80)),
              ` credit ${gate.credit}. `,
              h('bdi', {}, shown(gate.detail, 200)),
              ' ',
              place(context, gate.location),
            ),
          )
        : h('p.muted', {}, 'Nothing stands between the two.'),
    ),
  );
}
