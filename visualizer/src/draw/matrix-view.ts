import type { Node } from '../../../src/model/graph.ts';
import { labelIds } from '../../../src/model/vocabulary.ts';
import { type Matrix, matrixOf } from '../data/matrix.ts';
import { plural, shown } from '../data/names.ts';
import { labelTitles } from '../data/words.ts';
import { nodePasses } from '../state/filters.ts';
import { chooseNode } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { h } from './dom.ts';
import { icon, icons } from './icons.ts';
import { labelChip, nodeButton, page } from './parts.ts';
import { swatch } from './patterns.ts';

const mostAgents = 60;
const mostParts = 48;

/** Which labels meet in which agent, and which agent can use what: two tables. */
export function matrixView(context: ViewContext): HTMLElement {
  const { model } = context;
  const matrix = matrixOf(model.current);
  const { filters } = model.state;
  const only = (nodes: readonly Node[]): readonly Node[] =>
    nodes.filter(node => nodePasses(node, { ...filters, label: [], kind: [] }));
  const agents = only(matrix.agents);
  const parts = matrix.parts.filter(
    node => nodePasses(node, { ...filters, kind: [] }) && !matrix.agents.includes(node),
  );
  if (agents.length === 0) return page('Matrix', 'No agent passes the filters.');
  return page(
    'Matrix',
    `${plural(agents.length, 'agent')} and ${plural(parts.length, 'labelled part')} they can use. Where untrusted text, sensitive data and a way out stand in one row, the trifecta is possible.`,
    h('h3', {}, 'Labels that meet'),
    labelTable(context, matrix, agents.slice(0, mostAgents)),
    parts.length > 0 && h('h3', {}, 'Who can use what'),
    parts.length > 0 && partTable(context, matrix, agents.slice(0, mostAgents), parts.slice(0, mostParts)),
    (agents.length > mostAgents || parts.length > mostParts) &&
      h(
        'p.muted',
        {},
        `The worst ${mostAgents} agents and the ${mostParts} most used parts are shown: use the filters for others.`,
      ),
  );
}

function labelTable(context: ViewContext, { totals }: Matrix, agents: readonly Node[]): HTMLElement {
  const trifecta = ['untrusted-input', 'sensitive-data', 'external-sink'] as const;
  return h(
    'div.scroll',
    { tabindex: 0, role: 'region', 'aria-label': 'Agents and labels' },
    h(
      'table.rows.tight',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'Agent'),
          ...labelIds.map(label => h('th', { scope: 'col', class: 'number' }, labelChip(label))),
          h('th', { scope: 'col' }, 'All three'),
        ),
      ),
      h(
        'tbody',
        {},
        ...agents.map(agent => {
          const sums = totals.get(agent.id);
          const all = trifecta.every(label => sums?.has(label)) || sums?.has('code-execution');
          return h(
            'tr',
            { class: all ? 'meets' : undefined },
            h('th', { scope: 'row' }, nodeButton(context, agent.id)),
            ...labelIds.map(label => {
              const count = sums?.get(label) ?? 0;
              return h(
                'td',
                { class: count > 0 ? 'number some' : 'number' },
                count > 0 ? [swatch(label, 12), ` ${count}`] : h('span.muted', {}, '–'),
              );
            }),
            h('td', {}, all ? h('strong', {}, 'yes') : h('span.muted', {}, 'no')),
          );
        }),
      ),
    ),
  );
}

function partTable(
  context: ViewContext,
  matrix: Matrix,
  agents: readonly Node[],
  parts: readonly Node[],
): HTMLElement {
  const choose = (id: string): void => context.update(state => chooseNode(state, id));
  return h(
    'div.scroll',
    { tabindex: 0, role: 'region', 'aria-label': 'Agents and parts' },
    h(
      'table.grid',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'Agent'),
          ...parts.map(part =>
            h(
              'th',
              { scope: 'col', class: 'tilted' },
              h(
                'button',
                {
                  type: 'button',
                  class: 'tilt',
                  title: shown(part.name, 120),
                  'data-key': `column ${part.id}`,
                  on: { click: () => choose(part.id) },
                },
                h('bdi', {}, shown(part.name, 24)),
              ),
            ),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        ...agents.map(agent =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, nodeButton(context, agent.id)),
            ...parts.map(part => {
              const cell = matrix.cells.get(agent.id)?.get(part.id);
              if (!cell) return h('td', {});
              const words = `${cell.labels.map(label => labelTitles[label]).join(', ')}${cell.gated ? ', behind a gate' : ''}`;
              return h(
                'td.cell',
                {},
                h(
                  'span',
                  {
                    role: 'img',
                    'aria-label': words,
                    title: `${shown(agent.name, 40)} – ${shown(part.name, 40)}: ${words}`,
                  },
                  ...cell.labels.map(label => swatch(label, 12)),
                  cell.gated && icon(icons.shield, 12),
                ),
              );
            }),
          ),
        ),
      ),
    ),
  );
}
