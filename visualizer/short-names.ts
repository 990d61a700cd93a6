import type { Plugin } from 'vite';

const style = /(<style[^>]*>)([\s\S]*?)(<\/style>)/g;
const customProperty = /--[a-z][\w-]*/gi;

/** Gives the style sheet's custom properties short names, in the style sheet and where the script sets them. */
export function shortNames(): Plugin {
  return {
    name: 'trefoil-short-names',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html'))
            file.source = shorten(String(file.source));
        }
      },
    },
  };
}

function shorten(page: string): string {
  const names = new Map<string, string>();
  for (const [, , rules = ''] of page.matchAll(style))
    for (const [name] of rules.matchAll(customProperty))
      names.set(name, names.get(name) ?? `--${names.size.toString(36)}`);
  return page
    .replace(
      style,
      (_, open: string, rules: string, close: string) =>
        open + rules.replace(customProperty, name => names.get(name) ?? name) + close,
    )
    .replace(/(?<=[`'"])--[a-z][\w-]*(?=[`'"])/gi, name => names.get(name) ?? name);
}
