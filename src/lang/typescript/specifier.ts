/** `npm:zod@4/v4`, `jsr:@std/x`, `https://esm.sh/ai@5`: where other runtimes get a package, with a version. */
const elsewhere =
  /^(?:npm:\/?|jsr:\/?|https:\/\/(?:esm\.sh|esm\.run|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com)\/)(.+)$/;

/** The package a specifier names, as Node would spell it; other specifiers stay as they are. */
export function plainSpecifier(specifier: string): string {
  const named = elsewhere.exec(specifier)?.[1];
  if (named === undefined) return specifier;
  return named.replace(/^((?:@[^/@]+\/)?[^/@?]+)@[^/?]*/, '$1').replace(/\?.*$/, '');
}
