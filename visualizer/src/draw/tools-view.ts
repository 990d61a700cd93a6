import type { Node } from '../../../src/model/graph.ts';
import { plural, shown } from '../data/names.ts';
import { type SortKey, sortTools, type ToolRow, toolRows } from '../data/tool-rows.ts';
import { labelWords } from '../data/words.ts';
import { nodePasses } from '../state/filters.ts';
import type { ViewContext } from './context.ts';
import { h } from './dom.ts';
import { confidence, evidenceLine } from './evidence.ts';
import { labelChip, nodeButton, page, place } from './parts.ts';

const columns: readonly { readonly key: SortKey; readonly title: string }[] = [
  { key: 'name', title: 'Tool' },
  { key: 'labels', title: 'Labels' },
  { key: 'confidence', title: 'Confidence' },
  { key: 'chains', title: 'Chains' },
  { key: 'agents', title: 'Agents' },
  { key: 'place', title: 'Where' },
];

const most = 150;

/** The table of tools: what each can do and how Trefoil knows. */
export function toolsView(context: ViewContext): HTMLElement {
  const { model, local } = context;
  const { filters, query } = model.state;
  const rows = toolRows(model.base).filter(({ node }) => nodePasses(node, filters) && named(node, query));
  const sorted = sortTools(rows, local.toolSort.key, local.toolSort.down);
  const unlabelled = rows.filter(({ node }) => node.labels.length === 0).length;
  return page(
    'Tools',
    rows.length === 0
      ? 'No tool passes the filters and the search.'
      : `${plural(rows.length, 'tool')}, ${unlabelled} without a label. The best evidence of each label is shown.`,
    rows.length > 0 &&
      h(
        'div.scroll',
        { tabindex: 0, role: 'region', 'aria-label': 'Table of tools' },
        h(
          'table.rows.tight',
          {},
          h('thead', {}, h('tr', {}, ...columns.map(({ key, title }) => header(context, key, title)))),
          h('tbody', {}, ...sorted.slice(0, most).map(row => toolRow(context, row))),
        ),
      ),
    rows.length > most && h('p.muted', {}, `${rows.length - most} more: use the filters or the search.`),
  );
}

function header(context: ViewContext, key: SortKey, title: string): HTMLElement {
  const { toolSort } = context.local;
  const on = toolSort.key === key;
  const sort = (): void =>
    context.setLocal({ toolSort: { key, down: on ? !toolSort.down : key !== 'name' && key !== 'place' } });
  return h(
    'th',
    { scope: 'col', ...(on && { 'aria-sort': toolSort.down ? 'descending' : 'ascending' }) },
    h(
      'button',
      { type: 'button', class: 'sort', 'data-key': `sort ${key}`, on: { click: sort } },
      title,
      on && h('span', { 'aria-hidden': 'true' }, toolSort.down ? ' ↓' : ' ↑'),
    ),
  );
}

function toolRow(
  context: ViewContext,
  { node, server, agents, chains, confidence: sure }: ToolRow,
): HTMLElement {
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      nodeButton(context, node.id),
      h('div.muted.small', {}, shown(server ? `of ${server}` : (node.framework ?? ''), 60)),
    ),
    h(
      'td.grow',
      {},
      node.labels.length === 0 &&
        h(
          'span.muted',
          {},
          node.capabilities.length > 0 ? node.capabilities.slice(0, 4).join(', ') : 'no evidence of a role',
        ),
      ...node.labels.map(label => {
        const [best] = label.evidence;
        return h(
          'div.tool-label',
          {},
          labelChip(label.label),
          h('span.muted', {}, ` ${labelWords(label)}`),
          best && h('div.small', {}, evidenceLine(context, best)),
        );
      }),
    ),
    h('td', {}, node.labels.length > 0 ? confidence(sure) : ''),
    h('td.number', {}, String(chains)),
    h('td.number', {}, String(agents)),
    h('td', {}, place(context, node.location)),
  );
}

function named(node: Node, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const hay =
    `${node.name} ${node.location?.file ?? ''} ${node.framework ?? ''} ${node.capabilities.join(' ')}`.toLowerCase();
  return words.every(word => hay.includes(word));
}
