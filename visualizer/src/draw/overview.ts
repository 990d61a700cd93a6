import { plural, shown } from '../data/names.ts';
import { tell } from '../data/snippets.ts';
import { chainSentence, nodeName } from '../data/words.ts';
import { choose } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { fixButton, tryButton } from './fix-list.ts';
import { place } from './parts.ts';

/** What one should know first: how many chains are open, the worst one, and the change that helps most. */
export function overview(context: ViewContext): HTMLElement {
  const { base, current, open, best } = context.model;
  const worst = open[0];
  const trying = context.model.outcome !== undefined;
  const gated = current.report.chains.filter(({ status }) => status === 'gated').length;
  const name = (id: string | undefined): string =>
    `⁨${shown(nodeName(base.nodes.get(id ?? ''), id ?? ''), 40)}⁩`;
  return h(
    'section',
    { class: `verdict ${worst?.severity ?? 'good'}`, 'aria-label': 'Overview' },
    h(
      'h2',
      {},
      `${trying ? 'With these changes: ' : ''}${open.length > 0 ? plural(open.length, 'open chain') : trying ? 'no open chain' : 'No open chain'}`,
    ),
    h(
      'p',
      {},
      worst
        ? chainSentence(worst, name, base.contexts.get(worst.context)?.agent)
        : emptyVerdict(context, gated),
      worst && gated > 0 && ` ${plural(gated, 'chain')} stand${gated === 1 ? 's' : ''} behind a gate.`,
    ),
    worst && place(context, base.nodes.get(base.contexts.get(worst.context)?.agent ?? '')?.location),
    worst &&
      h(
        'div.verdict-actions',
        {},
        button(
          'Show the worst chain',
          () => context.update(state => choose(state, { chain: worst.id, step: 0 })),
          { class: 'button main', 'data-key': 'show worst' },
        ),
        fixButton(context, 'Find the smallest fix', 'minimum fix'),
      ),
    best &&
      h(
        'div.best-cut',
        {},
        h(
          'span.muted.small',
          {},
          best.stops.length > 1
            ? `Best single change, for ${plural(best.stops.length, 'chain')}`
            : 'Best single change',
        ),
        h('div.fix-line', {}, h('bdi', {}, tell(base.report, best.edit)), tryButton(context, best.edit)),
      ),
  );
}

function emptyVerdict({ model }: ViewContext, gated: number): string {
  const { nodes, gaps } = model.base.report;
  if (nodes.length === 0) return 'Nothing that looks like an agent was found in this tree.';
  const doubt =
    gaps.length > 0
      ? ` ${plural(gaps.length, 'gap')} remain${gaps.length === 1 ? 's' : ''}: see Coverage.`
      : '';
  if (gated > 0)
    return `${gated === 1 ? 'The one chain' : `All ${gated} chains`} found stand${gated === 1 ? 's' : ''} behind a gate.${doubt}`;
  return `In ${plural(nodes.length, 'node')} no untrusted text meets sensitive data and an open way out.${doubt}`;
}
