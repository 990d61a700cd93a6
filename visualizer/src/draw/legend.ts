import { labelIds, type NodeKind } from '../../../src/model/vocabulary.ts';
import { kindTitles } from '../data/words.ts';
import { h, s } from './dom.ts';
import { kindIcons } from './icons.ts';
import { outline } from './outlines.ts';
import { labelChip } from './parts.ts';

const kinds: readonly NodeKind[] = [
  'agent',
  'tool',
  'mcp-server',
  'store',
  'trigger',
  'instruction',
  'renderer',
  'unknown',
];

/** What colours, patterns, shapes and lines mean. The labels are always in sight; the rest opens. */
export function legend(): HTMLElement {
  return h(
    'details.legend',
    { 'data-key': 'legend' },
    h('summary', {}, h('span.legend-title', {}, 'Legend'), ...labelIds.map(label => labelChip(label))),
    h(
      'div.legend-more',
      {},
      h(
        'ul.legend-shapes',
        { 'aria-label': 'Shapes' },
        ...kinds.map(kind => h('li', {}, shape(kind), kindTitles[kind])),
      ),
      h(
        'ul.legend-lines',
        { 'aria-label': 'Lines' },
        h('li', {}, line('untrusted'), 'brings in untrusted text'),
        h('li', {}, line('sensitive'), 'gives sensitive data'),
        h('li', {}, line('sink'), 'leads out'),
        h('li', {}, line('plain'), 'uses, hands over'),
        h('li', {}, line('conditional'), 'only under a condition'),
        h('li', {}, line('typed'), 'typed values only'),
        h('li', {}, gate(false), 'a gate stands on the way'),
        h('li', {}, gate(true), 'a gate that earns no credit'),
        h('li', {}, h('span.muted', {}, 'Faint, narrow stripe:'), ' less sure'),
      ),
    ),
  );
}

function shape(kind: NodeKind): SVGSVGElement {
  return s(
    'svg',
    {
      viewBox: '-1 -1 40 24',
      width: 40,
      height: 24,
      class: `legend-shape item kind-${kind}`,
      'aria-hidden': 'true',
    },
    s('path.shape', { d: outline(kind, 38, 22) }),
    s('path.kind', { d: kindIcons[kind], transform: 'translate(13,4.5) scale(0.8)' }),
  );
}

function line(kind: string): SVGSVGElement {
  return s(
    'svg',
    { viewBox: '0 0 36 10', width: 36, height: 10, 'aria-hidden': 'true' },
    s(
      'g',
      { class: `link ${kind === 'conditional' || kind === 'typed' ? `plain ${kind}` : kind}` },
      s('path.line', { d: 'M1,5H34' }),
    ),
  );
}

function gate(idle: boolean): SVGSVGElement {
  return s(
    'svg',
    { viewBox: '-11 -11 22 22', width: 20, height: 20, 'aria-hidden': 'true' },
    s(
      'g',
      { class: `gate${idle ? ' idle' : ''}` },
      s('circle', { r: 10 }),
      s('path', { d: kindIcons.gate, transform: 'translate(-7,-7.2) scale(0.88)' }),
      idle && s('path.slash', { d: 'M-7,7L7,-7' }),
    ),
  );
}
