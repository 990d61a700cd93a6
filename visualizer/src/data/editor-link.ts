import type { Location } from '../../../src/model/location.ts';

/** Used until the user sets another: `{root}` is a folder on the user's machine, which a report never contains. */
export const defaultEditorTemplate = 'vscode://file/{root}/{file}:{line}';

/** Schemes that open editors or pages. Anything that can run in this page is out. */
const schemes =
  /^(vscode|vscode-insiders|vscodium|cursor|windsurf|zed|idea|webstorm|pycharm|jetbrains|subl|mvim|txmt|emacs|nvim|https?|file):/i;

/** True for a template that only opens something elsewhere. */
export function isSafeTemplate(template: string): boolean {
  return schemes.test(template) && template.includes('{file}') && !/[\u0000-\u0020"'<>`\\]/.test(template);
}

/**
 * Link to a place in the user's editor; nothing when the template is unsafe, or needs a root folder that is not set.
 * File names come from the scanned tree and are encoded, so they cannot add to the address.
 */
export function editorLink(template: string, root: string, location: Location): string | undefined {
  if (!isSafeTemplate(template)) return undefined;
  if (template.includes('{root}') && !root) return undefined;
  const path = (text: string): string => text.split('/').map(encodeURIComponent).join('/');
  return template
    .replace('{root}', () =>
      path(root.replaceAll('\\', '/').replace(/\/+$/, ''))
        .replace(/^\/+/, '')
        .replace(/^(\w)%3A/i, '$1:'),
    )
    .replace('{file}', () => path(location.file))
    .replace('{line}', () => String(location.line))
    .replace('{column}', () => String(location.column ?? 1));
}
