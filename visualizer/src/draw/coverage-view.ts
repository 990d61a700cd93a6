import type { Gap, GapReason } from '../../../src/model/graph.ts';
import { gapWords } from '../data/gap-words.ts';
import { plural, shown } from '../data/names.ts';
import type { ViewContext } from './context.ts';
import { h } from './dom.ts';
import { fold, folded, nodeButton, page, place } from './parts.ts';

const most = 100;

/** What Trefoil could not see, and how much that is. */
export function coverageView(context: ViewContext): HTMLElement {
  const { report } = context.model.base;
  const { coverage } = report.summary;
  const skipped = Object.entries(coverage.filesSkipped);
  const silent = report.nodes.filter(
    node => node.kind === 'tool' && node.labels.length === 0 && node.capabilities.length === 0,
  );
  const unknown = report.nodes.filter(node => node.kind === 'unknown');
  const byReason = new Map<GapReason, Gap[]>();
  for (const gap of report.gaps) byReason.set(gap.reason, [...(byReason.get(gap.reason) ?? []), gap]);
  const reasons = [...byReason].sort((a, b) => b[1].length - a[1].length);
  const few = report.gaps.length <= 25;
  return page(
    'What Trefoil could not see',
    report.gaps.length === 0 && silent.length === 0 && unknown.length === 0
      ? 'Nothing was left out, as far as Trefoil can tell. That a chain is not listed is no proof that there is none.'
      : 'A chain through these places would not be in the list. That a chain is not listed is no proof that there is none.',
    h(
      'ul.tiles',
      {},
      tile(coverage.filesSeen, 'files seen'),
      tile(coverage.filesParsed, 'files read in full'),
      tile(
        skipped.reduce((sum, [, count]) => sum + count, 0),
        'files skipped',
      ),
      tile(coverage.agentsWithUnknownTools, 'agents with unknown tools'),
      tile(silent.length, 'tools without evidence'),
      tile(report.gaps.length, 'gaps'),
    ),
    skipped.length > 0 &&
      h(
        'p.muted',
        {},
        `Skipped: ${skipped.map(([reason, count]) => `${shown(reason, 40).replaceAll('-', ' ')} ${count}`).join(', ')}.`,
      ),
    reasons.length > 0 && h('h3', {}, 'Gaps'),
    ...reasons.map(([reason, gaps]) =>
      fold(
        `${gapWords[reason].title}: ${gaps.length}`,
        `gap ${reason}`,
        few,
        h('p.muted', {}, gapWords[reason].what),
        h('ul.entries', {}, ...gaps.slice(0, most).map(gap => gapLine(context, gap))),
        gaps.length > most && h('p.muted', {}, `and ${gaps.length - most} more`),
      ),
    ),
    (unknown.length > 0 || silent.length > 0) && h('h3', {}, 'Things that are not understood'),
    unknown.length > 0 &&
      nodesFold(
        context,
        'Parts that could be anything',
        'unknown',
        unknown.map(({ id }) => id),
      ),
    silent.length > 0 &&
      nodesFold(
        context,
        'Tools without evidence',
        'silent',
        silent.map(({ id }) => id),
      ),
  );
}

function tile(count: number, words: string): HTMLElement {
  return h('li', {}, h('strong', {}, count.toLocaleString('en')), h('span.muted', {}, words));
}

function gapLine(context: ViewContext, { detail, location, affects }: Gap): HTMLElement {
  return h(
    'li',
    {},
    h('bdi', {}, shown(detail, 400)),
    ' ',
    place(context, location),
    affects &&
      affects.length > 0 &&
      h(
        'div.small',
        {},
        h('span.muted', {}, 'affects '),
        ...affects.slice(0, 8).map(id => nodeButton(context, id)),
        affects.length > 8 && ` and ${plural(affects.length - 8, 'other')}`,
      ),
  );
}

function nodesFold(context: ViewContext, title: string, key: string, ids: readonly string[]): HTMLElement {
  return folded(
    `${title}: ${ids.length}`,
    key,
    h(
      'ul.entries',
      {},
      ...ids
        .slice(0, most)
        .map(id =>
          h(
            'li',
            {},
            nodeButton(context, id),
            ' ',
            place(context, context.model.base.nodes.get(id)?.location),
          ),
        ),
    ),
    ids.length > most && h('p.muted', {}, `and ${ids.length - most} more`),
  );
}
