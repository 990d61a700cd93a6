import type { Chain } from '../../../src/model/chain.ts';
import { plural, shown } from '../data/names.ts';
import { tell } from '../data/snippets.ts';
import { cutsFor, editOfFix } from '../state/cuts.ts';
import { type Edit, sameSubject, writeEdit } from '../state/edit.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { copy } from './parts.ts';

/** The state with one more edit; an edit of the same thing gives way. */
export function tryEdit(context: ViewContext, edit: Edit): void {
  context.update(state => ({
    ...state,
    edits: [...state.edits.filter(other => !sameSubject(other, edit)), edit],
  }));
}

/** Changes that stop a chain, each with a button that tries it. */
export function fixList(context: ViewContext, chain: Chain): HTMLElement {
  const { report } = context.model.base;
  if (chain.fixes.length === 0 && chain.status !== 'open')
    return h('p.muted', {}, 'It is behind a gate already.');
  const tried = chain.fixes.flatMap(fix => editOfFix(report, chain, fix) ?? []);
  const cuts = chain.fixes.length > 0 ? [] : cutsFor(report, [chain], tried, 3);
  return h(
    'ul.fixes',
    {},
    ...chain.fixes.map(fix => {
      const edit = editOfFix(report, chain, fix);
      return h(
        'li',
        {},
        h('div.fix-line', {}, h('bdi', {}, shown(fix.detail, 400)), edit && tryButton(context, edit)),
        fix.cuts.length > 1 && h('span.muted.small', {}, `stops ${plural(fix.cuts.length, 'chain')}`),
        fix.patch !== undefined && patchBlock(context, fix.patch),
      );
    }),
    ...cuts.map(({ edit }) =>
      h('li', {}, h('div.fix-line', {}, h('bdi', {}, tell(report, edit)), tryButton(context, edit))),
    ),
    chain.fixes.length + cuts.length === 0 &&
      h('li.muted', {}, 'No single change is known: choose its nodes and lines in the picture to try some.'),
  );
}

/** Tries an edit, or takes it back. */
export function tryButton(context: ViewContext, edit: Edit): HTMLElement {
  const key = writeEdit(edit);
  const on = context.model.state.edits.some(other => writeEdit(other) === key);
  const toggle = (): void =>
    on
      ? context.update(state => ({ ...state, edits: state.edits.filter(other => writeEdit(other) !== key) }))
      : tryEdit(context, edit);
  return button(on ? 'Take back' : 'Try it', toggle, {
    class: `button small${on ? ' on' : ''}`,
    'aria-pressed': on ? 'true' : 'false',
    'data-key': `try ${key}`,
  });
}

/** Looks for the smallest fix; while that runs, says how far it is and stops it. */
export function fixButton(context: ViewContext, label: string, key: string, small = ''): HTMLElement {
  const { search } = context.local;
  const name = search
    ? `Stop the search (${plural(search.edits, 'change')}, ${plural(search.left, 'chain')} left)`
    : label;
  return button(name, search ? context.stopFix : context.proposeFix, {
    class: `button${small}${search ? ' busy' : ''}`,
    'data-key': key,
  });
}

function patchBlock(context: ViewContext, patch: string): HTMLElement {
  return h(
    'div.patch',
    {},
    h('pre', { tabindex: 0, 'aria-label': 'Patch' }, patch.slice(0, 4000)),
    button('Copy patch', () => void copy(context, patch, 'Patch'), { class: 'text-button' }),
  );
}
