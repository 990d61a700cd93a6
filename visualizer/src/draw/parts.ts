import type { Chain } from '../../../src/model/chain.ts';
import type { Node } from '../../../src/model/graph.ts';
import type { Location } from '../../../src/model/location.ts';
import type { LabelId } from '../../../src/model/vocabulary.ts';
import { editorLink } from '../data/editor-link.ts';
import { shown } from '../data/names.ts';
import { kindTitles, labelTitles, nodeName } from '../data/words.ts';
import { chooseNode } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';
import { icon, kindIcons } from './icons.ts';
import { labelClass, swatch } from './patterns.ts';

/** Coloured word for a severity; the word itself carries the meaning. */
export function severityChip(chain: Pick<Chain, 'severity' | 'status'>): HTMLElement {
  return h(
    'span',
    { class: `chip severity ${chain.severity}${chain.status === 'open' ? '' : ' quiet'}` },
    chain.severity,
  );
}

export function statusChip(word: string): HTMLElement {
  return h('span', { class: `chip status ${word}` }, word);
}

export function labelChip(label: LabelId, words: string = labelTitles[label]): HTMLElement {
  return h('span', { class: `chip label ${labelClass[label]}` }, swatch(label, 12), h('span', {}, words));
}

/** A place in a file; opens the editor when the user has said where the tree lies. */
export function place(context: ViewContext, location: Location | undefined): HTMLElement | undefined {
  if (!location?.file) return undefined;
  const words = `${shown(location.file, 160)}:${location.line}`;
  const link = editorLink(context.preferences.editor, context.preferences.root, location);
  if (link) return h('a.place', { href: link, title: 'Open in the editor' }, words);
  return h('span.place', {}, words);
}

/** Name of a node as a button that chooses it. */
export function nodeButton(context: ViewContext, id: string): HTMLElement {
  const node = context.model.base.nodes.get(id);
  const name = shown(nodeName(node, id), 80);
  return button(
    `Choose ${name}`,
    () => context.update(state => chooseNode(state, id)),
    { class: 'node-name', 'data-key': `node ${id}` },
    node && icon(kindIcons[node.kind], 14),
    h('bdi', {}, name),
  );
}

export function kindLine(node: Node): string {
  return [kindTitles[node.kind], node.framework && shown(node.framework, 40)].filter(Boolean).join(' · ');
}

/** A titled part of a panel. */
export function section(title: string, ...children: Parameters<typeof h>[2][]): HTMLElement {
  return h('section.block', {}, h('h3', {}, title), ...children);
}

/** A part that opens on demand and keeps its state while the panel is redrawn. */
export function folded(title: string, key: string, ...children: Parameters<typeof h>[2][]): HTMLElement {
  return fold(title, key, false, ...children);
}

/** As `folded`, open at first where asked. */
export function fold(
  title: string,
  key: string,
  open: boolean,
  ...children: Parameters<typeof h>[2][]
): HTMLElement {
  return h('details.folded', { 'data-key': key, open }, h('summary', {}, title), ...children);
}

/** Copies text; says so. Without a clipboard the text is selected in a dialog instead. */
export async function copy(context: ViewContext, text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    context.announce(`${what} copied`);
  } catch {
    const area = h('textarea.copy-box', { readonly: true, rows: 12, 'aria-label': what });
    area.value = text;
    const dialog = h(
      'dialog.dialog',
      { 'aria-label': what },
      area,
      button('Close', () => dialog.close(), { class: 'button' }),
    );
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    area.select();
  }
}

/** A page beside the map. */
export function page(title: string, about: string, ...children: Parameters<typeof h>[2][]): HTMLElement {
  return h('article.page', {}, h('h2', {}, title), h('p.about', { dir: 'auto' }, about), ...children);
}
