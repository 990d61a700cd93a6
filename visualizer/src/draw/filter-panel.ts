import { shown } from '../data/names.ts';
import { kindTitles, labelTitles } from '../data/words.ts';
import { filterOptions } from '../state/filters.ts';
import { type FilterName, filterCount, filterNames, noFilters, toggleFilter } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { folded } from './parts.ts';

const titles: { readonly [name in FilterName]: string } = {
  label: 'Label',
  kind: 'Kind',
  severity: 'Severity',
  status: 'Status',
  framework: 'Framework',
  file: 'File',
};

const most = 40;

/** Filters of chains and picture, folded until needed. */
export function filterPanel(context: ViewContext): HTMLElement {
  const { model } = context;
  const { filters } = model.state;
  const count = filterCount(filters);
  return folded(
    count > 0 ? `Filters (${count} on)` : 'Filters',
    'filters',
    ...filterNames.map(name => {
      const options = filterOptions(model.base, model.base.report.chains, name);
      if (options.length === 0) return undefined;
      return h(
        'fieldset.filter',
        {},
        h('legend', {}, titles[name]),
        ...options.slice(0, most).map(({ word, count: times }) =>
          h(
            'label.check',
            {},
            h('input', {
              type: 'checkbox',
              'data-key': `filter ${name} ${word}`,
              ...(filters[name].includes(word) && { checked: true }),
              on: { change: () => context.update(state => toggleFilter(state, name, word)) },
            }),
            h('bdi', {}, wordOf(name, word)),
            h('span.muted', {}, String(times)),
          ),
        ),
        options.length > most && h('span.muted', {}, `${options.length - most} more: use the search`),
      );
    }),
    count > 0 &&
      button('Clear filters', () => context.update(state => ({ ...state, filters: noFilters })), {
        class: 'text-button',
        'data-key': 'clear filters',
      }),
  );
}

function wordOf(name: FilterName, word: string): string {
  if (name === 'label')
    return Object.entries(labelTitles).find(([id]) => id === word)?.[1] ?? shown(word, 60);
  if (name === 'kind') return Object.entries(kindTitles).find(([id]) => id === word)?.[1] ?? shown(word, 60);
  return shown(word, 60);
}
