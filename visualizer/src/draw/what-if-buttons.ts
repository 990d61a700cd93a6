import type { Node } from '../../../src/model/graph.ts';
import { type LabelId, labelIds } from '../../../src/model/vocabulary.ts';
import { labelTitles } from '../data/words.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { tryButton, tryEdit } from './fix-list.ts';
import { folded } from './parts.ts';

const words = { remove: 'Remove it', approve: 'Ask a person first', restrict: 'Restrict it' } as const;
const why = {
  remove: 'Take it away, with all its connections.',
  approve: 'A person sees each call with its arguments before it runs.',
  restrict: 'Known recipients, single records, own people; code in a closed sandbox.',
} as const;

/** The changes one can try on a node or a connection; each shows its effect at once. */
export function whatIfButtons(context: ViewContext, target: string, node?: Node): HTMLElement {
  return h(
    'div.what-if-buttons',
    {},
    ...(['approve', 'restrict', 'remove'] as const).map(change =>
      h(
        'div.fix-line',
        {},
        h('span', {}, h('strong', {}, words[change]), h('br'), h('span.muted.small', {}, why[change])),
        tryButton(context, { change, target }),
      ),
    ),
    node && relabelForm(context, node),
  );
}

function relabelForm(context: ViewContext, node: Node): HTMLElement {
  const has = (label: LabelId): boolean => node.labels.some(one => one.label === label);
  const select = h(
    'select',
    { 'aria-label': 'Label to change' },
    ...labelIds.map(label =>
      h('option', { value: label }, `${has(label) ? 'is not' : 'is'}: ${labelTitles[label]}`),
    ),
  );
  const reason = h('input', {
    type: 'text',
    'aria-label': 'Reason',
    placeholder: 'because …',
    maxlength: 300,
    required: true,
  });
  const apply = (): void => {
    const label = labelIds.find(word => word === select.value);
    if (!label) return;
    if (reason.value.trim().length < 3) {
      reason.focus();
      context.announce('A reason is needed');
      return;
    }
    tryEdit(context, {
      change: 'relabel',
      target: node.id,
      label,
      present: !has(label),
      reason: reason.value.trim(),
    });
  };
  reason.addEventListener('keydown', event => {
    if (event.key === 'Enter') apply();
  });
  return folded(
    'Change a label',
    'relabel',
    h('div.relabel', {}, select, reason, button('Try it', apply, { class: 'button small' })),
  );
}
