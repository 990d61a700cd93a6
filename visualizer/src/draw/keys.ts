import { choose, showAll, views } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { helpDialog } from './dialogs.ts';
import { moveStep } from './player-bar.ts';
import type { Shell } from './shell.ts';

const editable = 'input, select, textarea, [contenteditable]';

/** Keys for the whole page. Fields keep theirs; single letters can be switched off. */
export function listenForKeys(contextNow: () => ViewContext, shell: Shell): void {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : undefined;
    if (target?.closest(editable) || document.querySelector('dialog[open]')) return;
    const context = contextNow();
    const used =
      special(event.key, context, target) || (context.preferences.keys && letter(event.key, context, shell));
    if (used) event.preventDefault();
  });
}

function special(key: string, context: ViewContext, target: Element | undefined): boolean {
  const { state, frames, chain } = context.model;
  if (key === 'Escape') {
    const nothing = !state.chain && !state.node && !state.edge;
    context.update(now => (nothing ? showAll(now) : choose(now, {})));
    return true;
  }
  if (!chain || target?.closest('g.item, pre, .scroll')) return false;
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    context.update(now => moveStep(now, frames.length, key === 'ArrowRight' ? 1 : -1));
    return true;
  }
  if (key === ' ' && !target?.closest('button, summary, a')) {
    context.togglePlay();
    return true;
  }
  return false;
}

function letter(key: string, context: ViewContext, shell: Shell): boolean {
  const view = views[Number(key) - 1];
  if (view) context.update(state => ({ ...state, view }));
  else if (key === '/') shell.focusSearch();
  else if (key === '?') helpDialog();
  else if (key === 'j' || key === 'k') nextChain(context, key === 'j' ? 1 : -1);
  else if (key === 'm') context.proposeFix();
  else if (key === 'f') context.fit();
  else if (key === '+') shell.zoomBy(1.35);
  else if (key === '-') shell.zoomBy(1 / 1.35);
  else return false;
  return true;
}

function nextChain(context: ViewContext, direction: 1 | -1): void {
  const { chains, chain } = context.model;
  const at = chains.findIndex(({ id }) => id === chain?.id);
  const next = chains[at < 0 ? (direction === 1 ? 0 : chains.length - 1) : at + direction];
  if (next) context.update(state => choose(state, { chain: next.id }));
}
