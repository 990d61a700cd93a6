import { shown } from '../data/names.ts';
import { choose } from '../state/state.ts';
import { chainList } from './chain-list.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { edgePanel } from './edge-panel.ts';
import { filterPanel } from './filter-panel.ts';
import { nodePanel } from './node-panel.ts';
import { overview } from './overview.ts';
import { story } from './story.ts';

/** What stands beside the picture: the chosen thing, else the verdict and the ranked chains. */
export function sidePanel(context: ViewContext): HTMLElement {
  const { model } = context;
  const { state, chain, base } = model;
  if (chain) return story(context, chain);
  const node = state.node ? (base.nodes.get(state.node) ?? base.nodes.get(`agent:${state.node}`)) : undefined;
  if (node) return nodePanel(context, node);
  const edge = state.edge ? edgePanel(context, state.edge) : undefined;
  if (edge) return edge;
  const lost = state.chain ?? state.node ?? state.edge;
  return h(
    'div.overview',
    {},
    lost !== undefined &&
      h(
        'div.note.bad',
        { role: 'alert' },
        `This report does not have ${shown(lost, 80)}: it may be fixed, or the link is of another report. `,
        button('Show all chains', () => context.update(now => choose(now, {})), {
          class: 'text-button',
          'data-key': 'lost',
        }),
      ),
    overview(context),
    filterPanel(context),
    h('h2.list-title', {}, 'Chains, worst first'),
    chainList(context),
  );
}
