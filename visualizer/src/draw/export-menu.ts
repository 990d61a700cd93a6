import { shown } from '../data/names.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { pictureAsPng, pictureAsSvg } from './export-picture.ts';
import { icon, icons } from './icons.ts';
import type { PictureView } from './picture.ts';

/** Takes the picture or the report along. */
export function exportMenu(context: ViewContext, picture: PictureView): HTMLElement {
  const { report } = context.model.base;
  const name = shown(report.root, 40).replace(/[^\w.-]+/g, '-') || 'trefoil';
  const menu = h('details.menu', { 'data-key': 'export' });
  const item = (title: string, run: () => void | Promise<void>): HTMLElement =>
    button(
      title,
      () => {
        menu.removeAttribute('open');
        Promise.resolve()
          .then(run)
          .catch(() => context.announce(`${title} did not work in this browser`));
      },
      { class: 'menu-item' },
    );
  const drawn = context.model.state.view === 'map';
  menu.append(
    h('summary.icon-button', { 'aria-label': 'Export', title: 'Export' }, icon(icons.export)),
    h(
      'div.menu-items',
      {},
      drawn &&
        item('Picture as PNG', async () =>
          save(await pictureAsPng(picture.element, context.model.picture), `${name}.png`),
        ),
      drawn &&
        item('Picture as SVG', () =>
          save(
            new Blob([pictureAsSvg(picture.element, context.model.picture)], { type: 'image/svg+xml' }),
            `${name}.svg`,
          ),
        ),
      item('Print', () => print()),
      item('Report as JSON', () =>
        save(
          new Blob([`${JSON.stringify(report, null, 2)}\n`], { type: 'application/json' }),
          `${name}.json`,
        ),
      ),
    ),
  );
  menu.addEventListener('focusout', event => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget))
      menu.removeAttribute('open');
  });
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.removeAttribute('open');
    menu.querySelector('summary')?.focus();
  });
  return menu;
}

/** Hands a file to the browser's downloads. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
