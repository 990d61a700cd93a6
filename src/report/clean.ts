/** ESC sequences of terminals: CSI, OSC and two-character forms. Linear: no nested quantifier. */
const ansi =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]*[ -/]*[@-~]/g;

/**
 * Control characters except line feed, and what hides or reorders text: formats (bidi, zero-width, tags), line and
 * paragraph separators, lone surrogates, variation selectors.
 */
const invisible = /(?!\n)\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Variation_Selector}/gu;

/**
 * Makes a string from the scanned tree safe to show in one line: no escape sequence, control, bidi or invisible
 * character, white space folded, at most `limit` characters (the rest becomes `…`).
 */
export function clean(text: string, limit = 300): string {
  const line = cleanLines(text.slice(0, limit * 4))
    .replace(/\s+/g, ' ')
    .trim();
  return shorten(line, limit);
}

/** Like `clean`, but keeps line breaks and inner spaces: for snippets. */
export function cleanLines(text: string): string {
  return text.replace(ansi, '').replace(/\t/g, '  ').replace(invisible, '');
}

function shorten(text: string, limit: number): string {
  const characters = Array.from(text.slice(0, limit * 2 + 2));
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
