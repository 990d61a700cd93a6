import { defaultEditorTemplate, isSafeTemplate } from '../data/editor-link.ts';
import type { ViewContext } from './context.ts';
import { button, h } from './dom.ts';

const keys: readonly (readonly [string, string])[] = [
  ['/', 'Search'],
  ['J and K', 'Next and previous chain'],
  ['← and →', 'Step through the chosen chain'],
  ['Space', 'Play or pause the story'],
  ['Esc', 'Back: close what is chosen'],
  ['M', 'Find the smallest fix (what-if)'],
  ['1 to 7', 'Map, list, tools, matrix, inventory, coverage, compare'],
  ['F, + and −', 'Show everything, zoom'],
  ['Tab, then arrows', 'Move between the shapes of the picture; Enter chooses'],
  ['?', 'This help'],
];

/** Keys and words. */
export function helpDialog(): void {
  show(
    'Help',
    h(
      'p',
      {},
      'A chain is a way for a stranger’s text to reach an agent that can read sensitive data and send it out. Remove or gate one leg, and the chain is gone.',
    ),
    h('h3', {}, 'Keys'),
    h(
      'table.rows.compact',
      {},
      h(
        'tbody',
        {},
        ...keys.map(([key, what]) =>
          h('tr', {}, h('th', { scope: 'row' }, h('kbd', {}, key)), h('td', {}, what)),
        ),
      ),
    ),
    h('h3', {}, 'Mouse and touch'),
    h(
      'p',
      {},
      'Click a shape or a line to see its evidence and to try changes. Drag moves the picture; the wheel scrolls, with Ctrl it zooms.',
    ),
  );
}

/** Editor links, source folder, keys. */
export function settingsDialog(context: ViewContext): void {
  const { preferences } = context;
  const editor = h('input', {
    type: 'text',
    id: 'editor-template',
    value: preferences.editor,
    spellcheck: 'false',
    list: 'editor-templates',
    'aria-describedby': 'editor-note',
  });
  const root = h('input', {
    type: 'text',
    id: 'editor-root',
    value: preferences.root,
    spellcheck: 'false',
    placeholder: '/home/me/project',
  });
  const letters = h('input', {
    type: 'checkbox',
    id: 'letter-keys',
    ...(preferences.keys && { checked: true }),
  });
  const note = h('p.muted.small', { id: 'editor-note' }, 'With {root}, {file}, {line} and {column}.');
  const folder = h('input', { type: 'file', id: 'source-folder', webkitdirectory: true });
  folder.addEventListener('change', () => {
    if (folder.files && folder.files.length > 0) context.sources.open(folder.files);
  });
  const templates = [
    defaultEditorTemplate,
    'cursor://file/{root}/{file}:{line}',
    'zed://file/{root}/{file}:{line}',
    'idea://open?file={root}/{file}&line={line}',
  ];
  const dialog = show(
    'Settings',
    h('label', { for: 'editor-root' }, 'Folder of the scanned tree on this machine'),
    root,
    h('label', { for: 'editor-template' }, 'Link that opens a place in the editor'),
    editor,
    h('datalist', { id: 'editor-templates' }, ...templates.map(value => h('option', { value }))),
    note,
    h('label', { for: 'source-folder' }, 'Show source lines from this folder (stays in the page)'),
    folder,
    h('label.check', {}, letters, ' Single letters are shortcuts'),
    button(
      'Save',
      () => {
        const template = editor.value.trim() || defaultEditorTemplate;
        if (!isSafeTemplate(template)) {
          note.textContent =
            'This template is not usable: it needs {file} and the address of an editor, such as vscode://.';
          note.classList.add('bad');
          editor.setAttribute('aria-invalid', 'true');
          editor.focus();
          return;
        }
        context.setPreferences({ editor: template, root: root.value.trim(), keys: letters.checked });
        dialog.close();
      },
      { class: 'button main' },
    ),
  );
}

function show(title: string, ...content: readonly HTMLElement[]): HTMLDialogElement {
  const dialog = h(
    'dialog.dialog',
    { 'aria-label': title },
    h(
      'header.dialog-head',
      {},
      h('h2', {}, title),
      button('Close', () => dialog.close(), { class: 'button small' }),
    ),
    ...content,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
