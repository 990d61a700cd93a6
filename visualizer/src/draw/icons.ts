import type { NodeKind } from '../../../src/model/vocabulary.ts';
import { s } from './dom.ts';

/** Line drawings on a 16 by 16 grid. */
export const kindIcons: { readonly [kind in NodeKind]: string } = {
  agent: 'M4 6h8v6H4zM8 3v3M6.2 8.6v.8M9.8 8.6v.8M2 8v2M14 8v2',
  tool: 'M10.5 2.5a3.2 3.2 0 0 0-3 4.3L2.8 11.5a1.2 1.2 0 0 0 1.7 1.7l4.7-4.7a3.2 3.2 0 0 0 4.2-3.7l-2 2-1.7-.4-.4-1.7z',
  'mcp-server': 'M3 3h10v4H3zM3 9h10v4H3zM5.5 5h.01M5.5 11h.01',
  store: 'M3 4c0-2 10-2 10 0v8c0 2-10 2-10 0zM3 4c0 2 10 2 10 0M3 8c0 2 10 2 10 0',
  trigger: 'M9 1.5 4 9h3.5L7 14.5 12 7H8.5z',
  instruction: 'M4 2h6l3 3v9H4zM6 7h5M6 9.5h5M6 12h3',
  renderer: 'M2 3h12v8H2zM6 14h4M8 11v3',
  model: 'M8 2l5.2 3v6L8 14l-5.2-3V5zM8 8l5.2-3M8 8v6M8 8L2.8 5',
  identity: 'M5.5 10.5a3 3 0 1 1 2.6-1.5H14v2.5h-1.5V10h-4.4',
  human: 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8zM2.5 14c.6-5 10.4-5 11 0',
  gate: 'M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4z',
  workflow: 'M2 3h4v3H2zM10 10h4v3h-4zM6 4.5h3.5v7H10',
  unknown: 'M6 6a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M8 12v.01',
};

export const icons = {
  previous: 'M10 3 5 8l5 5',
  next: 'M6 3l5 5-5 5',
  play: 'M5 3l8 5-8 5z',
  pause: 'M5 3v10M11 3v10',
  start: 'M11 3 6 8l5 5M4 3v10',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM11 11l3.5 3.5',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1',
  moon: 'M13 10A6 6 0 0 1 6 3a5.5 5.5 0 1 0 7 7z',
  export: 'M8 2v8M5 7l3 3 3-3M3 11v3h10v-3',
  help: 'M6 6a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M8 11.5v.01M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14z',
  settings:
    'M2 4.5h6M11 4.5h3M2 11.5h3M8 11.5h6M9.5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6.5 13.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  back: 'M9 3 4 8l5 5M4 8h10',
  filter: 'M2 3h12L9.5 8.5V14l-3-2V8.5z',
  link: 'M7 9a3 3 0 0 0 4.5.3l2-2a3 3 0 0 0-4.2-4.2l-1 1M9 7a3 3 0 0 0-4.5-.3l-2 2a3 3 0 0 0 4.2 4.2l1-1',
  shield: kindIcons.gate,
  open: 'M3 8h10M9 4l4 4-4 4',
} as const;

/** An icon for use inside HTML; decorative, the button around it has the name. */
export function icon(path: string, size = 16): SVGSVGElement {
  return s(
    'svg',
    {
      viewBox: '0 0 16 16',
      width: size,
      height: size,
      class: 'icon',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    s('path', { d: path }),
  );
}

/** Three overlapping rings, one per leg; the middle is where they meet. */
export function logo(): SVGSVGElement {
  return s(
    'svg',
    { viewBox: '0 0 24 24', width: 24, height: 24, class: 'logo', 'aria-hidden': 'true', focusable: 'false' },
    s('circle', { cx: 12, cy: 8.2, r: 5.6, class: 'logo-untrusted' }),
    s('circle', { cx: 8, cy: 15, r: 5.6, class: 'logo-sensitive' }),
    s('circle', { cx: 16, cy: 15, r: 5.6, class: 'logo-sink' }),
  );
}
