import { shown } from '../data/names.ts';
import { views } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { helpDialog, settingsDialog } from './dialogs.ts';
import { button, h, render } from './dom.ts';
import { exportMenu } from './export-menu.ts';
import { icon, icons, logo } from './icons.ts';
import type { PictureView } from './picture.ts';
import { isDark } from './preferences.ts';
import { createSearchBox } from './search-box.ts';
import { viewTitles } from './views.ts';

export interface TopBar {
  readonly element: HTMLElement;
  draw(context: ViewContext): void;
  focusSearch(): void;
}

/** Name of the report, search, pages, and what belongs to the person. */
export function createTopBar(picture: PictureView): TopBar {
  const title = h('div', { class: 'title' });
  const search = createSearchBox();
  const nav = h('nav.views', { 'aria-label': 'Pages' });
  const tools = h('div', { class: 'tools' });
  return {
    element: h('header.top', {}, title, search.element, nav, tools),
    draw(context) {
      const { model } = context;
      render(
        title,
        logo(),
        h(
          'h1',
          { dir: 'auto', title: shown(model.base.report.root, 200) },
          shown(model.base.report.root, 40),
        ),
      );
      search.draw(context);
      render(
        nav,
        ...views.map(view =>
          h(
            'button',
            {
              type: 'button',
              class: 'tab',
              title: viewTitles[view].about,
              'data-key': `view ${view}`,
              ...(model.state.view === view && { 'aria-current': 'page' }),
              on: { click: () => context.update(state => ({ ...state, view })) },
            },
            viewTitles[view].name,
            view === 'coverage' &&
              model.base.report.gaps.length > 0 &&
              h('span.badge', {}, String(model.base.report.gaps.length)),
          ),
        ),
      );
      const dark = isDark(context.preferences.theme);
      render(
        tools,
        exportMenu(context, picture),
        button(
          dark ? 'Light colours' : 'Dark colours',
          () => context.setPreferences({ theme: dark ? 'light' : 'dark' }),
          { class: 'icon-button', 'data-key': 'theme' },
          icon(dark ? icons.sun : icons.moon),
        ),
        button(
          'Settings',
          () => settingsDialog(context),
          { class: 'icon-button', 'data-key': 'settings' },
          icon(icons.settings),
        ),
        button(
          'Help (?)',
          () => helpDialog(),
          { class: 'icon-button', 'data-key': 'help' },
          icon(icons.help),
        ),
      );
    },
    focusSearch: search.focus,
  };
}
