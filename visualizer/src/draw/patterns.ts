import type { LabelId } from '../../../src/model/vocabulary.ts';
import { s } from './dom.ts';

/** Class word per label; colours live in the style sheet. */
export const labelClass: { readonly [label in LabelId]: string } = {
  'untrusted-input': 'untrusted',
  'sensitive-data': 'sensitive',
  'external-sink': 'sink',
  'code-execution': 'code',
  'destructive-action': 'action',
};

/** Strokes of one 6 by 6 tile: each label has its own, so that no colour needs to be seen. */
const tiles: { readonly [label in LabelId]: string } = {
  'untrusted-input': 'M-1,1l2,-2M0,6l6,-6M5,7l2,-2',
  'sensitive-data': 'M1.5,1.5h.01M4.5,4.5h.01',
  'external-sink': 'M0,1.5h6M0,4.5h6',
  'code-execution': 'M0,0l6,6M6,0l-6,6',
  'destructive-action': 'M3,0v6M0,3h6',
};

/** Pattern fills for the whole page; used as `url(#pattern-…)`. */
export function patternDefs(): SVGSVGElement {
  const patterns = (Object.keys(tiles) as LabelId[]).map(label =>
    s(
      'pattern',
      {
        id: `pattern-${labelClass[label]}`,
        width: 6,
        height: 6,
        patternUnits: 'userSpaceOnUse',
        class: `tile ${labelClass[label]}`,
      },
      s('rect', { width: 6, height: 6, class: 'tile-ground' }),
      s('path', { d: tiles[label], class: 'tile-lines' }),
    ),
  );
  const arrow = (name: string): SVGMarkerElement =>
    s(
      'marker',
      {
        id: `arrow-${name}`,
        viewBox: '0 0 8 8',
        refX: 7,
        refY: 4,
        markerWidth: 7,
        markerHeight: 7,
        orient: 'auto-start-reverse',
        class: `arrow ${name}`,
      },
      s('path', { d: 'M0.5,0.5 7.5,4 0.5,7.5Z' }),
    );
  const arrows = ['plain', 'untrusted', 'sensitive', 'sink'].map(arrow);
  return s('svg.defs', { width: 0, height: 0, 'aria-hidden': 'true' }, s('defs', {}, ...patterns, ...arrows));
}

/** A small patterned square for legends and panels. */
export function swatch(label: LabelId, size = 14): SVGSVGElement {
  return s(
    'svg',
    { width: size, height: size, class: 'swatch', 'aria-hidden': 'true', focusable: 'false' },
    s('rect', { width: size, height: size, rx: 3, fill: `url(#pattern-${labelClass[label]})` }),
  );
}
