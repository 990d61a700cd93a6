import { defaultEditorTemplate, isSafeTemplate } from '../data/editor-link.ts';

export type Theme = 'system' | 'light' | 'dark';

/** What belongs to the person, not to the report. */
export interface Preferences {
  readonly theme: Theme;
  readonly editor: string;
  /** Folder of the scanned tree on this machine, for editor links. */
  readonly root: string;
  /** Single letters as shortcuts. */
  readonly keys: boolean;
}

const key = 'trefoil-explorer';
const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** `given`: the folder that `trefoil view` names. Storage may be missing or forbidden (files, private windows): then the defaults hold. */
export function loadPreferences(given = ''): Preferences {
  let stored: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof value === 'object' && value !== null) stored = value as Record<string, unknown>;
  } catch {
    stored = {};
  }
  const { editor, root, keys } = stored;
  return {
    theme: themes.find(word => word === stored.theme) ?? 'system',
    editor: typeof editor === 'string' && isSafeTemplate(editor) ? editor : defaultEditorTemplate,
    root: given || (typeof root === 'string' ? root : ''),
    keys: keys !== false,
  };
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Puts the theme on the page; `system` leaves it to the browser. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
}

export const prefersReducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** True when the page is dark now. */
export const isDark = (theme: Theme): boolean =>
  theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
