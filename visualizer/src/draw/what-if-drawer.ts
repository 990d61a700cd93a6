import type { Chain } from '../../../src/model/chain.ts';
import { plural } from '../data/names.ts';
import { policyRows } from '../data/policy-rows.ts';
import { snippetsFor, tell } from '../data/snippets.ts';
import { ticket } from '../data/ticket.ts';
import { writeEdit } from '../state/edit.ts';
import { chainButton } from './chain-list.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { fixButton, tryButton } from './fix-list.ts';
import { icon, icons } from './icons.ts';
import { copy, folded } from './parts.ts';

/** What the tried changes do: chains that vanish, chains that remain, the best next change, and ways to take it along. */
export function whatIfDrawer(context: ViewContext): HTMLElement | undefined {
  const { model } = context;
  const { outcome, state, base, best: next } = model;
  if (!outcome) return undefined;
  const { report } = base;
  const stopped = outcome.gone.length + outcome.gated.length;
  const before = stopped + outcome.left.length - outcome.fresh.length;
  return h(
    'section.drawer',
    { 'aria-label': 'What-if' },
    h(
      'header.drawer-head',
      {},
      h('h2', {}, 'What if'),
      h(
        'p.score',
        { 'aria-live': 'polite' },
        h('strong', {}, `${stopped} of ${before}`),
        ' open chains stopped',
        outcome.fresh.length > 0 && `, ${plural(outcome.fresh.length, 'new chain')}`,
      ),
      h('meter', { min: 0, max: Math.max(1, before), value: stopped, 'aria-label': 'Chains stopped' }),
      button(
        'End what-if',
        () => context.update(now => ({ ...now, edits: [] })),
        { class: 'icon-button', 'data-key': 'end what-if' },
        icon(icons.close),
      ),
    ),
    h(
      'ul.edits',
      { 'aria-label': 'Changes tried' },
      ...state.edits.map(edit =>
        h(
          'li.edit',
          {},
          h('bdi', {}, tell(report, edit)),
          button(
            'Take this change back',
            () => context.update(now => ({ ...now, edits: now.edits.filter(other => other !== edit) })),
            { class: 'icon-button small', 'data-key': `undo ${writeEdit(edit)}` },
            icon(icons.close, 12),
          ),
        ),
      ),
    ),
    next
      ? h(
          'div.next-cut',
          {},
          h(
            'span.muted.small',
            {},
            `Best next change${next.stops.length > 1 ? `, for ${plural(next.stops.length, 'chain')}` : ''}`,
          ),
          h(
            'div.fix-line',
            {},
            h('bdi', {}, tell(report, next.edit)),
            tryButton(context, next.edit),
            outcome.left.length > 1 && fixButton(context, 'Fix all', 'fix all', ' small'),
          ),
        )
      : h('p.note.good', {}, 'No open chain is left.'),
    h(
      'div.outcome',
      {},
      chains(context, 'Gone', outcome.gone),
      chains(context, 'Behind a gate now', outcome.gated),
      chains(context, 'New', outcome.fresh),
      chains(context, 'Still open', outcome.left),
    ),
    h(
      'div.row-buttons',
      {},
      button('Copy snippets', () => void copy(context, snippetText(context), 'Snippets'), {
        class: 'button small',
        'data-key': 'copy snippets',
      }),
      button('Copy trefoil.yml rows', () => void copy(context, policyRows(report, state.edits), 'Rows'), {
        class: 'button small',
        'data-key': 'copy rows',
      }),
      button('Copy as ticket', () => void copy(context, ticket(report, state.edits, outcome), 'Ticket'), {
        class: 'button small',
        'data-key': 'copy ticket',
      }),
    ),
  );
}

function chains(context: ViewContext, title: string, list: readonly Chain[]): HTMLElement | undefined {
  if (list.length === 0) return undefined;
  return folded(
    `${title}: ${list.length}`,
    `outcome ${title}`,
    h('div.chains', {}, ...list.slice(0, 20).map(chain => chainButton(context, chain))),
    list.length > 20 && h('p.muted', {}, `and ${list.length - 20} more`),
  );
}

function snippetText({ model }: ViewContext): string {
  return snippetsFor(model.base.report, model.state.edits)
    .map(({ title, place, text }) =>
      [`# ${title}`, ...(place ? [`# ${place}`] : []), ...(text ? [text] : [])].join('\n'),
    )
    .join('\n\n');
}
