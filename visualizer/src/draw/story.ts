import type { Chain } from '../../../src/model/chain.ts';
import { plural, shown } from '../data/names.ts';
import { standardsOf } from '../data/standards.ts';
import { legTitles, nodeName, ruleTitles, sinkTitle, storyWords } from '../data/words.ts';
import { editOfFix } from '../state/cuts.ts';
import { framesOf, type Leg, legs } from '../state/player.ts';
import { choose } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { confidence, labelBlock } from './evidence.ts';
import { fixList, tryButton } from './fix-list.ts';
import { icon, icons } from './icons.ts';
import { labelsOfLane } from './item-text.ts';
import { copy, folded, nodeButton, place, section, severityChip, statusChip } from './parts.ts';
import { playerBar } from './player-bar.ts';

/** The attack story of the chosen chain: what happens, why it is believed, how bad, and what stops it. */
export function story(context: ViewContext, chain: Chain): HTMLElement {
  const { model } = context;
  const gone = model.outcome !== undefined && !model.current.chains.has(chain.id);
  const finding = model.base.findings.get(chain.id);
  const standards = finding ? standardsOf(finding.mappings) : [];
  return h(
    'article.story',
    { 'aria-label': 'Chosen chain' },
    h(
      'div.panel-top',
      {},
      button(
        'All chains',
        () => context.update(state => choose(state, {})),
        { class: 'text-button', 'data-key': 'back' },
        icon(icons.back, 14),
        'All chains',
      ),
      button(
        'Copy link to this chain',
        () => void copy(context, linkTo(chain), 'Link'),
        { class: 'icon-button', 'data-key': 'copy link' },
        icon(icons.link, 14),
      ),
    ),
    h(
      'div.chips',
      {},
      severityChip(chain),
      gone ? statusChip('gone') : statusChip(chain.status),
      chain.tier === 'posture' && statusChip('posture'),
      confidence(chain.confidence),
    ),
    h('h2', {}, ruleTitles[chain.rule]),
    gone && h('p.note.good', {}, 'With the changes you try, this chain does not exist any more.'),
    h('p.explanation', { dir: 'auto' }, shown(withoutPlaces(chain.explanation), 2000)),
    playerBar(context),
    firstFix(context, chain),
    ...legs.map(leg => legBlock(context, chain, leg)),
    section('All that stops it', fixList(context, chain)),
    section('Severity', factors(chain)),
    standards.length > 0 &&
      section(
        'Standards',
        h(
          'ul.standards',
          {},
          ...standards.map(({ list, id, url }) =>
            h(
              'li',
              {},
              h('span.muted', {}, list),
              ' ',
              url ? h('a', { href: url, rel: 'noreferrer', target: '_blank' }, shown(id, 40)) : shown(id, 40),
            ),
          ),
        ),
      ),
    alternatives(context, chain),
    h('p.muted.small', {}, shown(chain.id, 80)),
  );
}

function legBlock(context: ViewContext, chain: Chain, leg: Leg): HTMLElement | undefined {
  const id = chain[leg];
  if (!id) return undefined;
  const { model } = context;
  const node = model.base.nodes.get(id);
  const frames = framesOf(chain);
  const now = model.state.step === undefined ? undefined : frames[model.state.step];
  const wanted = labelsOfLane[leg === 'sink' ? 'ways-out' : leg];
  const own = node?.labels.filter(({ label }) => wanted.includes(label)) ?? [];
  const labels =
    own.length > 0 ? own : (node?.labels.filter(({ label }) => label === 'code-execution') ?? []);
  const title = leg === 'sink' ? sinkTitle(chain) : legTitles[leg];
  return h(
    'section',
    { class: `leg ${leg}${now?.leg === leg ? ' now' : ''}` },
    h('h3', {}, title),
    h('div.leg-node', {}, nodeButton(context, id), place(context, node?.location)),
    ...labels.map(label => labelBlock(context, label, true)),
    h(
      'ol.steps',
      {},
      ...frames.flatMap((frame, at) => {
        if (frame.leg !== leg || !frame.step) return [];
        const { step } = frame;
        const kind = model.base.edges.get(step.edge)?.kind;
        const name = (node: string): HTMLElement =>
          h('bdi', {}, shown(nodeName(model.base.nodes.get(node), node), 40));
        return h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              class: `step${model.state.step === at ? ' now' : ''}`,
              'data-key': `step ${at}`,
              ...(model.state.step === at && { 'aria-current': 'step' }),
              on: { click: () => context.update(state => choose(state, { chain: chain.id, step: at })) },
            },
            name(step.from),
            h('span.muted', {}, ` ${storyWords(leg, kind)} `),
            name(step.to),
          ),
          place(context, step.location),
        );
      }),
    ),
  );
}

/** The first thing to do about it, before all the reasons. */
function firstFix(context: ViewContext, chain: Chain): HTMLElement | undefined {
  const [fix] = chain.fixes;
  const edit = fix && editOfFix(context.model.base.report, chain, fix);
  if (!fix || !edit || chain.status !== 'open') return undefined;
  return h(
    'div.best-cut',
    {},
    h('span.muted.small', {}, 'What stops it'),
    h('div.fix-line', {}, h('bdi', {}, shown(fix.detail, 300)), tryButton(context, edit)),
  );
}

const factorTitles = {
  impact: 'Impact of the data',
  exposure: 'Who can plant text',
  sink: 'Use of the way out',
  autonomy: 'Nobody in between',
} as const;

function factors(chain: Chain): HTMLElement {
  const rows = (Object.keys(factorTitles) as (keyof typeof factorTitles)[]).map(name => {
    const value = chain.factors[name];
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, factorTitles[name]),
      h('td', {}, h('meter', { min: 0, max: 1, value, 'aria-label': factorTitles[name] })),
      h('td.number', {}, value.toFixed(2)),
    );
  });
  return h(
    'div',
    {},
    h('table.factors', {}, h('tbody', {}, ...rows)),
    h(
      'p.muted.small',
      {},
      `Multiplied, times 100: risk ${Math.round(chain.risk)}, ${chain.severity}. Confidence is not part of it.`,
    ),
    ...chain.gates.map(gate =>
      h(
        'p.gate-line',
        {},
        icon(icons.shield, 14),
        h('strong', {}, shown(gate.mechanism, 80)),
        ` ${gate.cut ? 'cuts the step' : gate.credit > 0 ? `credit ${gate.credit}` : 'earns no credit'}. `,
        h('bdi', {}, shown(gate.detail, 200)),
      ),
    ),
  );
}

function alternatives(context: ViewContext, chain: Chain): HTMLElement | undefined {
  const count = legs.reduce((sum, leg) => sum + chain.alternatives[leg].length, 0);
  if (count === 0) return undefined;
  return folded(
    `${plural(count, 'alternative')} for its legs`,
    'alternatives',
    ...legs.map(leg => {
      const ids = chain.alternatives[leg];
      if (ids.length === 0) return undefined;
      return h(
        'div.alternative',
        {},
        h(
          'h4',
          {},
          leg === 'sink'
            ? 'Other ways out'
            : leg === 'untrusted'
              ? 'Other untrusted text'
              : 'Other sensitive data',
        ),
        h('ul', {}, ...ids.slice(0, 50).map(id => h('li', {}, nodeButton(context, id)))),
        ids.length > 50 && h('p.muted', {}, `and ${ids.length - 50} more`),
      );
    }),
  );
}

function linkTo(chain: Chain): string {
  return `${location.href.split('#')[0]}#chain=${chain.id}`;
}

/** The legs below name the places; in the running text they only stop the eye. */
const withoutPlaces = (text: string): string => text.replace(/ \([^()\s]{1,300}:\d{1,7}\)/g, '');
