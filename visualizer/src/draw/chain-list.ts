import type { Chain } from '../../../src/model/chain.ts';
import { plural, shown } from '../data/names.ts';
import { agentName, nodeName, ruleTitles } from '../data/words.ts';
import { choose } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { severityChip, statusChip } from './parts.ts';

const page = 60;

/** The ranked list of chains; choosing one tells its story. */
export function chainList(context: ViewContext): HTMLElement {
  const { chains, base } = context.model;
  const { limit } = context.local;
  const more = (): void => context.setLocal({ limit: limit + page });
  if (chains.length === 0) {
    const none = base.report.chains.length === 0;
    return h(
      'p.nothing',
      {},
      none
        ? 'No chain found: nowhere in this report can a stranger’s text meet sensitive data and a way out.'
        : 'No chain passes the filters.',
    );
  }
  return h(
    'div',
    {},
    h(
      'ol.chains',
      { 'aria-label': 'Chains, worst first' },
      ...chains.slice(0, limit).map(chain => h('li', {}, chainButton(context, chain))),
    ),
    chains.length > limit &&
      button(
        `Show ${Math.min(page, chains.length - limit)} more of ${plural(chains.length, 'chain')}`,
        more,
        { class: 'text-button wide', 'data-key': 'more chains' },
      ),
  );
}

/** One row: how bad, what, and the way in names. */
export function chainButton(context: ViewContext, chain: Chain): HTMLElement {
  const { model } = context;
  const name = (id: string): HTMLElement =>
    h(
      'bdi',
      {},
      id === agent
        ? shown(agentName(model.base.nodes, id), 48)
        : shown(nodeName(model.base.nodes.get(id), id), 32),
    );
  const agent = model.base.contexts.get(chain.context)?.agent;
  const gone = model.outcome && !model.current.chains.has(chain.id);
  const legs = [chain.untrusted, agent, chain.sensitive, chain.sink].flatMap(id => id ?? []);
  // A tool that reads data and sends it out is one stage, not two of the same name.
  const stages = legs.filter((id, at) => id !== legs[at - 1]);
  const chosen = model.chain?.id === chain.id;
  return h(
    'button',
    {
      type: 'button',
      class: `chain${gone ? ' gone' : ''}${chosen ? ' chosen' : ''}`,
      'data-key': `chain ${chain.id}`,
      'aria-pressed': chosen ? 'true' : 'false',
      on: {
        click: () =>
          context.update(state => ({
            ...choose(state, { chain: chain.id }),
            view: state.view === 'list' ? 'list' : 'map',
          })),
      },
    },
    h(
      'span.chain-head',
      {},
      severityChip(chain),
      h('span.chain-rule', {}, ruleTitles[chain.rule]),
      gone ? statusChip('gone') : chain.status !== 'open' && statusChip(chain.status),
      h('span.risk', { title: 'Risk, 0 to 100' }, String(Math.round(chain.risk))),
    ),
    h(
      'span.chain-way',
      {},
      ...stages.flatMap((id, at) =>
        at === 0 ? [name(id)] : [h('span.arrow', { 'aria-hidden': 'true' }, ' → '), name(id)],
      ),
    ),
  );
}
