import type { Node } from '../../../src/model/graph.ts';
import { plural, shown } from '../data/names.ts';
import { edgeWords } from '../data/words.ts';
import { choose, isPathPending } from '../state/state.ts';
import { chainButton } from './chain-list.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { labelBlock } from './evidence.ts';
import { icon, icons } from './icons.ts';
import { folded, kindLine, nodeButton, place, section } from './parts.ts';
import { whatIfButtons } from './what-if-buttons.ts';

/** Everything about a chosen node. */
export function nodePanel(context: ViewContext, node: Node): HTMLElement {
  const { base, state } = context.model;
  const chains = base.chainsOf.get(node.id) ?? [];
  const edges = base.around.get(node.id) ?? [];
  const properties = Object.entries(node.properties);
  const contexts = base.contextsOf.get(node.id) ?? [];
  const server = base.serverOf.get(node.id);
  return h(
    'article.node-panel',
    { 'aria-label': 'Chosen node' },
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
    h('p.muted', {}, kindLine(node)),
    h('h2', { dir: 'auto' }, shown(node.name, 200)),
    place(context, node.location),
    server !== undefined && h('p', {}, h('span.muted', {}, 'of '), nodeButton(context, server)),
    node.description && h('p', { dir: 'auto' }, shown(node.description, 600)),
    section('Try a change', whatIfButtons(context, node.id, node)),
    section(
      node.labels.length > 0 ? 'Labels and evidence' : 'No label',
      node.labels.length > 0
        ? node.labels.map(label => labelBlock(context, label))
        : h('p.muted', {}, 'It plays no role in the trifecta, as far as is known.'),
    ),
    node.capabilities.length > 0 &&
      section(
        'Capabilities',
        h('p', {}, ...node.capabilities.map(word => h('code.word', {}, shown(word, 60)))),
      ),
    section(
      'Look around',
      h(
        'div.row-buttons',
        {},
        button(
          state.focus === node.id ? 'Show everything' : 'Only its neighbours',
          () => context.update(now => toggleFocus(now, node.id)),
          { class: 'button small', 'data-key': 'focus' },
        ),
        state.path?.[0] === node.id || !state.path
          ? button('Path from here …', () => context.update(now => ({ ...now, path: [node.id, node.id] })), {
              class: 'button small',
              'data-key': 'path',
            })
          : undefined,
      ),
      isPathPending(state.path) &&
        h('p.note', {}, 'Now choose the other end in the picture, in a table or by search.'),
    ),
    chains.length > 0 &&
      section(
        `In ${plural(chains.length, 'chain')}`,
        h('div.chains', {}, ...chains.slice(0, 8).map(chain => chainButton(context, chain))),
      ),
    contexts.length > 0 &&
      section(
        'In the context of',
        h('ul', {}, ...contexts.slice(0, 20).map(({ agent }) => h('li', {}, nodeButton(context, agent)))),
      ),
    folded(
      plural(edges.length, 'connection'),
      'connections',
      h(
        'ul.connections',
        {},
        ...edges.slice(0, 60).map(edge => {
          const out = edge.from === node.id;
          return h(
            'li',
            {},
            h('span.muted', {}, out ? edgeWords(edge.kind) : 'from'),
            ' ',
            nodeButton(context, out ? edge.to : edge.from),
            !out && h('span.muted', {}, ` ${edgeWords(edge.kind)} it`),
          );
        }),
      ),
    ),
    properties.length > 0 &&
      folded(
        'Properties',
        'properties',
        h(
          'pre',
          { tabindex: 0, 'aria-label': 'Properties' },
          JSON.stringify(node.properties, null, 2).slice(0, 4000),
        ),
      ),
  );
}

function toggleFocus<T extends { readonly focus?: string }>(state: T, id: string): T {
  const { focus, ...rest } = state;
  return (focus === id ? rest : { ...rest, focus: id }) as T;
}
