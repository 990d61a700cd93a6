import type { Chain } from '../../../src/model/chain.ts';
import type { Node } from '../../../src/model/graph.ts';
import { compareReports } from '../data/compare.ts';
import { plural, shown } from '../data/names.ts';
import { kindTitles, nodeName, ruleTitles } from '../data/words.ts';
import { choose } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { folded, nodeButton, page, severityChip, statusChip } from './parts.ts';

const most = 100;

/** What changed from another report to this one. */
export function compareView(context: ViewContext): HTMLElement {
  const { other, model } = context;
  const report = model.base.report;
  if (!other) {
    return page(
      'Compare with another report',
      'Open an earlier JSON report of the same project (trefoil scan --format json). It stays in this page; nothing is uploaded.',
      opener(context, 'Open the earlier report …'),
      context.local.problem && h('p.note.bad', { role: 'alert' }, context.local.problem),
    );
  }
  const { nodes, chains } = compareReports(other, report);
  const open = (list: readonly Chain[]): number => list.filter(({ status }) => status === 'open').length;
  return page(
    'What changed',
    `From ${shown(other.root, 60)} (${plural(other.chains.length, 'chain')}) to ${shown(report.root, 60)} (${plural(report.chains.length, 'chain')}).`,
    h(
      'div.row-buttons',
      {},
      opener(context, 'Open another …'),
      button('Close it', () => context.closeOther(), { class: 'button small', 'data-key': 'close other' }),
    ),
    h(
      'ul.tiles',
      {},
      h(
        'li',
        { class: open(chains.added) > 0 ? 'bad' : undefined },
        h('strong', {}, `+${open(chains.added)}`),
        h('span.muted', {}, 'open chains'),
      ),
      h(
        'li',
        { class: open(chains.removed) > 0 ? 'good' : undefined },
        h('strong', {}, `−${open(chains.removed)}`),
        h('span.muted', {}, 'open chains'),
      ),
      h('li', {}, h('strong', {}, String(chains.changed.length)), h('span.muted', {}, 'changed chains')),
      h(
        'li',
        {},
        h('strong', {}, `+${nodes.added.length} −${nodes.removed.length}`),
        h('span.muted', {}, 'nodes'),
      ),
    ),
    chains.added.length > 0 && h('h3', {}, 'New chains'),
    chainTable(context, chains.added, model.base.nodes, true),
    chains.removed.length > 0 && h('h3', {}, 'Chains that are gone'),
    chainTable(context, chains.removed, new Map(other.nodes.map(node => [node.id, node])), false),
    chains.changed.length > 0 && h('h3', {}, 'Chains that changed'),
    h(
      'ul.entries',
      {},
      ...chains.changed
        .slice(0, most)
        .map(({ after, changes }) =>
          h(
            'li',
            {},
            chainLine(context, after, model.base.nodes, true),
            h('div.muted', {}, changes.join('; ')),
          ),
        ),
    ),
    nodeFold(context, 'New nodes', 'nodes added', nodes.added, true),
    nodeFold(context, 'Nodes that are gone', 'nodes removed', nodes.removed, false),
    chains.added.length +
      chains.removed.length +
      chains.changed.length +
      nodes.added.length +
      nodes.removed.length ===
      0 && h('p.nothing', {}, 'The two reports have the same nodes and chains.'),
  );
}

function opener(context: ViewContext, title: string): HTMLElement {
  const input = h('input', {
    type: 'file',
    accept: '.json,application/json',
    class: 'hidden-input',
    tabindex: -1,
    'aria-label': 'Earlier report',
  });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) context.openOther(file);
  });
  return h(
    'span',
    {},
    button(title, () => input.click(), { class: 'button', 'data-key': 'open other' }),
    input,
  );
}

function chainTable(
  context: ViewContext,
  chains: readonly Chain[],
  nodes: ReadonlyMap<string, Node>,
  here: boolean,
): HTMLElement | undefined {
  if (chains.length === 0) return undefined;
  return h(
    'ul.entries',
    {},
    ...chains.slice(0, most).map(chain => h('li', {}, chainLine(context, chain, nodes, here))),
    chains.length > most && h('li.muted', {}, `and ${chains.length - most} more`),
  );
}

function chainLine(
  context: ViewContext,
  chain: Chain,
  nodes: ReadonlyMap<string, Node>,
  here: boolean,
): HTMLElement {
  const ends = [chain.untrusted, chain.sensitive, chain.sink].flatMap(id => id ?? []);
  const names = [...new Set(ends)].map(id => `⁨${shown(nodeName(nodes.get(id), id), 40)}⁩`).join(' → ');
  const said = `${ruleTitles[chain.rule]}: ${names}`;
  return h(
    'span.compare-line',
    {},
    severityChip(chain),
    chain.status !== 'open' && statusChip(chain.status),
    here
      ? button(
          said,
          () => context.update(state => ({ ...choose(state, { chain: chain.id }), view: 'map' })),
          { class: 'text-button', 'data-key': `compare ${chain.id}` },
        )
      : h('bdi', {}, said),
  );
}

function nodeFold(
  context: ViewContext,
  title: string,
  key: string,
  nodes: readonly Node[],
  here: boolean,
): HTMLElement | undefined {
  if (nodes.length === 0) return undefined;
  return folded(
    `${title}: ${nodes.length}`,
    key,
    h(
      'ul.entries',
      {},
      ...nodes
        .slice(0, most)
        .map(node =>
          h(
            'li',
            {},
            here ? nodeButton(context, node.id) : h('bdi', {}, shown(node.name, 80)),
            h('span.muted', {}, ` ${kindTitles[node.kind].toLowerCase()}`),
          ),
        ),
    ),
  );
}
