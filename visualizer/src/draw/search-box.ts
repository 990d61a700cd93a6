import { plural, shown } from '../data/names.ts';
import { search } from '../data/search.ts';
import { kindTitles } from '../data/words.ts';
import { choose, chooseNode, type State } from '../state/state.ts';
import { chainButton } from './chain-list.ts';
import type { ViewContext } from './context.ts';
import { h, render } from './dom.ts';
import { icon, icons, kindIcons } from './icons.ts';

export interface SearchBox {
  readonly element: HTMLElement;
  draw(context: ViewContext): void;
  focus(): void;
}

/** Search over nodes and chains; results open below the field and are reached with the arrow keys. */
export function createSearchBox(): SearchBox {
  let context: ViewContext | undefined;
  let open = false;
  const input = h('input', {
    type: 'search',
    placeholder: 'Search  ( / )',
    'aria-label': 'Search nodes and chains',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 200,
    'data-key': 'search',
  });
  const hits = h('div.hits', { role: 'region', 'aria-label': 'Search results' });
  const element = h('search.search', {}, icon(icons.search), input, hits);
  const setOpen = (next: boolean): void => {
    open = next;
    hits.hidden = !open || input.value.trim() === '';
  };
  input.addEventListener('input', () => {
    setOpen(true);
    context?.update(state => ({ ...state, query: input.value }));
  });
  input.addEventListener('focus', () => setOpen(true));
  element.addEventListener('focusout', event => {
    if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) setOpen(false);
  });
  element.addEventListener('keydown', event => {
    const buttons = [...hits.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown' && at < buttons.length - 1) buttons[at + 1]?.focus();
    else if (event.key === 'ArrowUp') (at > 0 ? buttons[at - 1] : input)?.focus();
    else if (event.key === 'Enter' && document.activeElement === input) buttons[0]?.click();
    else if (event.key === 'Escape') {
      input.value = '';
      context?.update(state => ({ ...state, query: '' }));
      input.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const take = (change: (state: State) => State): void => {
    input.value = '';
    setOpen(false);
    context?.update(state => change({ ...state, query: '' }));
    document.querySelector<HTMLElement>('#panel')?.focus();
  };
  return {
    element,
    draw(next) {
      context = next;
      if (document.activeElement !== input) input.value = next.model.state.query;
      setOpen(open);
      if (!hits.hidden) render(hits, ...results(next, input.value, take));
    },
    focus: () => {
      input.focus();
      input.select();
    },
  };
}

function results(
  context: ViewContext,
  query: string,
  take: (change: (state: State) => State) => void,
): readonly (HTMLElement | undefined)[] {
  const { nodes, chains, total } = search(context.model.base, query, 12);
  if (total === 0) return [h('p.muted', {}, 'Nothing has all of these words.')];
  return [
    h(
      'p.muted.small',
      { role: 'status' },
      `${plural(total, 'hit')}${total > nodes.length + chains.length ? ', the best are shown' : ''}`,
    ),
    ...nodes.map(node =>
      h(
        'button.hit',
        {
          type: 'button',
          title: kindTitles[node.kind],
          on: {
            click: () =>
              take(state => chooseNode({ ...state, view: state.view === 'list' ? 'list' : 'map' }, node.id)),
          },
        },
        icon(kindIcons[node.kind], 14),
        h('bdi', {}, shown(node.name, 60)),
        h('span.muted.small', {}, shown(node.location?.file ?? kindTitles[node.kind], 50)),
      ),
    ),
    ...chains.map(chain => {
      const row = chainButton(context, chain);
      row.addEventListener('click', () => take(state => choose(state, { chain: chain.id })));
      return row;
    }),
  ];
}
