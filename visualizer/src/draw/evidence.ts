import type { Evidence, Label } from '../../../src/model/label.ts';
import type { Location } from '../../../src/model/location.ts';
import { shown } from '../data/names.ts';
import { labelTitles, labelWords } from '../data/words.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { place } from './parts.ts';
import { labelClass, swatch } from './patterns.ts';
import type { Lines } from './sources.ts';

/** A label with everything that speaks for it; `open` shows the source of the first reason at once. */
export function labelBlock(context: ViewContext, label: Label, open = false): HTMLElement {
  return h(
    'div',
    { class: `label-block ${labelClass[label.label]}` },
    h(
      'div.label-line',
      {},
      swatch(label.label),
      h('strong', {}, labelTitles[label.label]),
      h('span.muted', {}, shown(labelWords(label), 80)),
      confidence(label.confidence),
    ),
    h(
      'ul.evidence',
      {},
      ...label.evidence
        .slice(0, 30)
        .map((item, at) => h('li', {}, evidenceLine(context, item, open && at === 0))),
    ),
  );
}

/** Five small bars and the number. */
export function confidence(value: number): HTMLElement {
  const percent = Math.round(value * 100);
  return h(
    'span.confidence',
    { title: `Confidence ${percent} %` },
    h(
      'span.bars',
      { 'aria-hidden': 'true' },
      ...[0.2, 0.4, 0.6, 0.8, 1].map(level => h('i', { class: value >= level - 0.1 ? 'on' : '' })),
    ),
    h('span', {}, `${percent} %`),
  );
}

/** One reason for a label: how it is known, the sentence, the place. */
export function evidenceLine(context: ViewContext, evidence: Evidence, open = false): HTMLElement {
  const { reference } = evidence;
  return h(
    'div',
    {},
    h('span', { class: `via via-${evidence.via}` }, evidence.via),
    ' ',
    h('bdi', {}, shown(evidence.detail, 400)),
    ' ',
    place(context, evidence.location),
    reference && [' ', referenceLink(reference)],
    evidence.location && context.sources.ready && snippet(context, evidence.location, open),
  );
}

/** A catalog row's source: a web address opens in a new window, told nothing of this page. */
function referenceLink(reference: string): HTMLElement {
  const words = shown(reference.replace(/^https?:\/\/(www\.)?/, ''), 70);
  if (!/^https:\/\/[\w.-]+(\/|$)/.test(reference)) return h('span.place', {}, words);
  return h('a.place', { href: reference, target: '_blank', rel: 'noreferrer noopener' }, words);
}

/** Source lines of a place: at once when `open`, else on demand. */
export function snippet(context: ViewContext, location: Location, open: boolean): HTMLElement {
  const host = h('div', { class: 'snippet' });
  const known = context.sources.known(location);
  const show = (found: Lines | undefined): void => {
    if (found) host.replaceChildren(lines(found, location.line));
    else if (!open) host.replaceChildren(h('p.muted', {}, 'This file cannot be read here.'));
  };
  const load = (): void => void context.sources.around(location).then(show);
  if (known) show(known);
  else if (open) load();
  return h('div', {}, !open && !known && button('Show source', load, { class: 'text-button' }), host);
}

function lines({ first, lines: rows }: Lines, here: number): HTMLElement {
  return h(
    'pre',
    { tabindex: 0, 'aria-label': 'Source' },
    ...rows.map((text, index) => {
      const number = first + index;
      return h(
        'div',
        { class: number === here ? 'row here' : 'row' },
        h('span.number', {}, String(number)),
        h('code', {}, text || ' '),
      );
    }),
  );
}
