import type { Node } from '../../../src/model/graph.ts';
import { type NodeKind, nodeKinds } from '../../../src/model/vocabulary.ts';
import { plural, shown } from '../data/names.ts';
import { kindTitles } from '../data/words.ts';
import { nodePasses } from '../state/filters.ts';
import type { ViewContext } from './context.ts';
import { h } from './dom.ts';
import { icon, kindIcons } from './icons.ts';
import { folded, labelChip, nodeButton, page, place } from './parts.ts';

const most = 200;

/** Everything found, by kind, with frameworks and versions. */
export function inventoryView(context: ViewContext): HTMLElement {
  const { base, state } = context.model;
  const { report } = base;
  const nodes = report.nodes.filter(node => nodePasses(node, state.filters));
  const byKind = new Map<NodeKind, Node[]>();
  for (const node of nodes) byKind.set(node.kind, [...(byKind.get(node.kind) ?? []), node]);
  const kinds = nodeKinds.filter(kind => byKind.has(kind));
  return page(
    'Inventory',
    `${plural(nodes.length, 'thing')} of ${plural(kinds.length, 'kind')} in ${shown(report.root, 80)}.`,
    h(
      'ul.tiles',
      {},
      ...kinds.map(kind =>
        h(
          'li',
          {},
          icon(kindIcons[kind], 18),
          h('strong', {}, String(byKind.get(kind)?.length ?? 0)),
          h('span.muted', {}, kindTitles[kind]),
        ),
      ),
    ),
    report.summary.frameworks.length > 0 && h('h3', {}, 'Frameworks and formats'),
    report.summary.frameworks.length > 0 &&
      h(
        'table.rows.compact',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, 'Name'),
            h('th', { scope: 'col' }, 'Versions'),
            h('th', { scope: 'col' }, 'Agents'),
          ),
        ),
        h(
          'tbody',
          {},
          ...report.summary.frameworks.map(({ id, versions, agents }) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, shown(id, 60)),
              h(
                'td',
                {},
                versions.length > 0 ? shown(versions.join(', '), 80) : h('span.muted', {}, 'not declared'),
              ),
              h('td.number', {}, String(agents)),
            ),
          ),
        ),
      ),
    h('h3', {}, 'Everything by kind'),
    ...kinds.map(kind => kindBlock(context, kind, byKind.get(kind) ?? [])),
  );
}

function kindBlock(context: ViewContext, kind: NodeKind, nodes: readonly Node[]): HTMLElement {
  return folded(
    `${kindTitles[kind]}: ${nodes.length}`,
    `kind ${kind}`,
    h(
      'ul.entries',
      {},
      ...nodes
        .slice(0, most)
        .map(node =>
          h(
            'li',
            {},
            nodeButton(context, node.id),
            node.framework && h('span.muted', {}, ` ${shown(node.framework, 40)} `),
            place(context, node.location),
            ...[...new Set(node.labels.map(({ label }) => label))].map(label => labelChip(label)),
          ),
        ),
    ),
    nodes.length > most && h('p.muted', {}, `and ${nodes.length - most} more`),
  );
}
