import { shown } from '../data/names.ts';
import { nodeName, storyWords } from '../data/words.ts';
import { nextFrame, previousFrame } from '../state/player.ts';
import type { State } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { icon, icons } from './icons.ts';

/** Moves the story one frame; the whole chain lies between the last and the first. */
export function moveStep(state: State, count: number, direction: 1 | -1): State {
  const { step, ...rest } = state;
  const next = direction === 1 ? nextFrame(step, count) : previousFrame(step, count);
  return next === undefined ? rest : { ...rest, step: next };
}

/** Buttons that tell the story leg by leg, with what is shown in words. */
export function playerBar(context: ViewContext): HTMLElement {
  const { frames } = context.model;
  const { playing } = context.local;
  const count = frames.length;
  const move = (direction: 1 | -1): void => context.update(now => moveStep(now, count, direction));
  return h(
    'div.player',
    { role: 'group', 'aria-label': 'Play the story' },
    h(
      'div.player-buttons',
      {},
      button(
        'Previous step (left arrow)',
        () => move(-1),
        { class: 'icon-button', 'data-key': 'player previous' },
        icon(icons.previous),
      ),
      button(
        playing ? 'Pause (space)' : 'Play (space)',
        context.togglePlay,
        { class: 'icon-button main', 'data-key': 'player play' },
        icon(playing ? icons.pause : icons.play),
      ),
      button(
        'Next step (right arrow)',
        () => move(1),
        { class: 'icon-button', 'data-key': 'player next' },
        icon(icons.next),
      ),
    ),
    h('p.player-text', { 'aria-live': 'polite' }, frameText(context)),
  );
}

/** The frame in words. */
export function frameText({ model }: ViewContext): string {
  const { frames, state, base } = model;
  const frame = state.step === undefined ? undefined : frames[state.step];
  if (!frame) return `The whole chain. ${frames.length} steps to play.`;
  const name = (id: string): string => `⁨${shown(nodeName(base.nodes.get(id), id), 40)}⁩`;
  const head = `${(state.step ?? 0) + 1} of ${frames.length}: `;
  if (!frame.step) return `${head}${name(frame.node)} does it itself.`;
  return `${head}${name(frame.step.from)} ${storyWords(frame.leg, base.edges.get(frame.step.edge)?.kind)} ${name(frame.step.to)}.`;
}
