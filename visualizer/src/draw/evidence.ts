import type { Evidence, Label } from '../../../src/model/label.ts';
import { shown } from '../data/names.ts';
import { labelTitles, labelWords } from '../data/words.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { place } from './parts.ts';
import { labelClass, swatch } from './patterns.ts';

/** A label with everything that speaks for it. */
export function labelBlock(context: ViewContext, label: Label): HTMLElement {
  return h(
    'div',
    { class: `label-block ${labelClass[label.label]}` },
    h(
      'div',
      { class: 'label-line' },
      swatch(label.label),
      h('strong', {}, labelTitles[label.label]),
      h('span', { class: 'muted' }, shown(labelWords(label), 80)),
      confidence(label.confidence),
    ),
    h('ul', { class: 'evidence' }, ...label.evidence.slice(0, 30).map(item => h('li', {}, evidenceLine(context, item)))),
  );
}

/** Five small bars and the number. */
export function confidence(value: number): HTMLElement {
  const percent = Math.round(value * 100);
  return h(
    'span',
    { class: 'confidence', title: `Confidence ${percent} %` },
    h('span', { class: 'bars', 'aria-hidden': 'true' }, ...[0.2, 0.4, 0.6, 0.8, 1].map(level => h('i', { class: value >= level - 0.1 ? 'on' : '' }))),
    h('span', {}, `${percent} %`),
  );
}

function evidenceLine(context: ViewContext, evidence: Evidence): HTMLElement {
  const reference = evidence.reference && shown(evidence.reference, 120);
  return h(
    'div',
    {},
    h('span', { class: `via via-${evidence.via}` }, evidence.via),
    ' ',
    h('bdi', {}, shown(evidence.detail, 400)),
    ' ',
    place(context, evidence.location),
    reference && h('span', { class: 'place' }, reference),
    evidence.location && context.sources.count > 0 && snippetButton(context, evidence),
  );
}

function snippetButton(context: ViewContext, { location }: Evidence): HTMLElement {
  const host = h('div', { class: 'snippet' });
  const show = async (): Promise<void> => {
    const found = location && (await context.sources.around(location));
    if (!found || !location) {
      host.replaceChildren(h('p', { class: 'muted' }, 'This file is not in the opened folder.'));
      return;
    }
    const lines = found.lines.map((text, index) => {
      const number = found.first + index;
      return h('div', { class: number === location.line ? 'row here' : 'row' }, h('span', { class: 'number' }, String(number)), h('code', {}, text || ' '));
    });
    host.replaceChildren(h('pre', { tabindex: 0, 'aria-label': 'Source' }, ...lines));
  };
  return h('div', {}, button('Show source', () => void show(), { class: 'text-button' }), host);
}
