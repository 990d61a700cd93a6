import type { ViewContext } from './context.ts';
import { h, render } from './dom.ts';
import { legend } from './legend.ts';
import type { PictureView } from './picture.ts';
import { pictureControls, pictureNotes } from './picture-controls.ts';
import { sidePanel } from './side-panel.ts';
import { createTopBar } from './top-bar.ts';
import { pages } from './views.ts';
import { whatIfDrawer } from './what-if-drawer.ts';

/** The frame of the page: bar, panel, picture or page, what-if, messages. */
export interface Shell {
  readonly elements: readonly HTMLElement[];
  draw(context: ViewContext): void;
  /** Tells screen readers, and shows a short note. */
  announce(text: string): void;
  focusSearch(): void;
  zoomBy(factor: number): void;
}

export function createShell(picture: PictureView): Shell {
  const bar = createTopBar(picture);
  const panel = h('aside.panel', { 'aria-label': 'Chains and details', tabindex: -1, id: 'panel' });
  const controls = h('div', { class: 'controls' });
  const notes = h('div', { class: 'notes' });
  const key = h('div', { class: 'legend-host' });
  const canvas = h('div.canvas', {}, picture.element, controls);
  const map = h('div.map', {}, notes, canvas, key);
  const sheet = h('div.sheet', { tabindex: -1 });
  const drawer = h('div', { class: 'drawer-host' });
  const stage = h('main.stage', { id: 'stage', tabindex: -1 }, map, sheet, drawer);
  const body = h('div.body', {}, panel, stage);
  const toast = h('div.toast', { role: 'status', 'aria-live': 'polite' });
  const skip = h(
    'button',
    { type: 'button', class: 'skip', on: { click: () => panel.focus() } },
    'Skip to the chains',
  );
  let shownPanel = '';
  let listScroll = 0;
  let hide: ReturnType<typeof setTimeout> | undefined;
  render(key, legend());

  return {
    elements: [skip, bar.element, body, toast],
    draw(context) {
      const { state } = context.model;
      const choice = state.chain ?? state.node ?? state.edge ?? '';
      body.dataset.view = state.view;
      body.toggleAttribute('data-chosen', choice !== '');
      body.toggleAttribute('data-what-if', state.edits.length > 0);
      if (shownPanel === '' && choice !== '') listScroll = panel.scrollTop;
      bar.draw(context);
      if (state.view === 'map') picture.update(context.model);
      render(panel, sidePanel(context));
      if (choice !== shownPanel) panel.scrollTop = choice === '' ? listScroll : 0;
      shownPanel = choice;
      map.hidden = state.view !== 'map';
      sheet.hidden = state.view === 'map';
      if (state.view === 'map') {
        render(controls, pictureControls(context, picture));
        render(notes, ...pictureNotes(context));
        render(sheet);
      } else render(sheet, pages[state.view](context));
      render(drawer, whatIfDrawer(context));
    },
    announce(text) {
      toast.textContent = text;
      toast.classList.add('on');
      clearTimeout(hide);
      hide = setTimeout(() => toast.classList.remove('on'), 3500);
    },
    focusSearch: bar.focusSearch,
    zoomBy: picture.zoomBy,
  };
}
