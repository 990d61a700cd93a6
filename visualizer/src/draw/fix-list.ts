import type { Chain } from '../../../src/model/chain.ts';
import { plural, shown } from '../data/names.ts';
import { tell } from '../data/snippets.ts';
import { type Cut, cutsFor, editOfFix } from '../state/cuts.ts';
import { type Edit, sameSubject } from '../state/edit.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { copy } from './parts.ts';

/** The state with one more edit; an edit of the same thing gives way. */
export function tryEdit(context: ViewContext, edit: Edit): void {
  context.update(state => ({ ...state, edits: [...state.edits.filter(other => !sameSubject(other, edit)), edit] }));
}

/** Changes that stop a chain, each with a button that tries it. */
export function fixList(context: ViewContext, chain: Chain): HTMLElement {
  const { model } = context;
  const stated = new Set(chain.fixes.flatMap(fix => editOfFix(fix) ?? []).map(key));
  const cuts = cutsFor([chain]).filter(({ edit }) => !stated.has(key(edit)));
  const open = new Set(model.base.report.chains.filter(({ status }) => status === 'open').map(({ id }) => id));
  const everywhere = cutsFor(model.base.report.chains.filter(({ id }) => open.has(id)));
  return h(
    'ul',
    { class: 'fixes' },
    ...chain.fixes.map(fix => {
      const edit = editOfFix(fix);
      return h(
        'li',
        {},
        h('div', { class: 'fix-line' }, h('bdi', {}, shown(fix.detail, 300)), edit && tryButton(context, edit)),
        fix.cuts.length > 1 && h('span', { class: 'muted small' }, `stops ${plural(fix.cuts.length, 'chain')}`),
        fix.patch !== undefined && patchBlock(context, fix.patch),
      );
    }),
    ...cuts.slice(0, 4).map(cut => cutLine(context, everywhere.find(({ edit }) => key(edit) === key(cut.edit)) ?? cut)),
  );
}

function cutLine(context: ViewContext, { edit, stops }: Cut): HTMLElement {
  return h(
    'li',
    {},
    h('div', { class: 'fix-line' }, h('bdi', {}, tell(edit, context.model.base.nodes.get(edit.target))), tryButton(context, edit)),
    stops.length > 1 && h('span', { class: 'muted small' }, `should stop ${plural(stops.length, 'chain')}`),
  );
}

/** Tries an edit, or takes it back. */
export function tryButton(context: ViewContext, edit: Edit): HTMLElement {
  const on = context.model.state.edits.some(other => key(other) === key(edit));
  const toggle = (): void =>
    on ? context.update(state => ({ ...state, edits: state.edits.filter(other => key(other) !== key(edit)) })) : tryEdit(context, edit);
  return button(on ? 'Take back' : 'Try it', toggle, { class: `button small${on ? ' on' : ''}`, 'aria-pressed': on ? 'true' : 'false', 'data-key': `try ${key(edit)}` });
}

function patchBlock(context: ViewContext, patch: string): HTMLElement {
  return h('div', { class: 'patch' }, h('pre', { tabindex: 0, 'aria-label': 'Patch' }, patch.slice(0, 4000)), button('Copy patch', () => void copy(context, patch, 'Patch'), { class: 'text-button' }));
}

const key = (edit: Edit): string => `${edit.change} ${edit.target} ${edit.change === 'relabel' ? edit.label : ''}`;
