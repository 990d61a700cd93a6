/** Characters that would hide, reorder or break shown text: controls, bidi overrides, zero-width, tags. */
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/** Text of the scanned tree made fit to show: one line, nothing invisible, at most `limit` characters. */
export function shown(text: string, limit = 80): string {
  const head = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const plain = head.replace(/\s+/g, ' ').replace(hidden, '\ufffd').trim();
  const letters = [...plain];
  if (letters.length <= limit && head.length === text.length) return plain;
  return `${letters.slice(0, limit - 1).join('')}…`;
}

/** Cuts to a width in average letters, counting wide scripts double. */
export function fit(text: string, width: number): string {
  const plain = shown(text, 400);
  let used = 0;
  let kept = '';
  for (const letter of plain) {
    used += widthOf(letter);
    if (used > width) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return kept;
}

function widthOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code > 0x2e80) return 1.8;
  if ("ijl.,:;'|!()[]".includes(letter)) return 0.5;
  if ('mwMW@'.includes(letter)) return 1.5;
  return code >= 65 && code <= 90 ? 1.2 : 1;
}

/** `1 chain`, `2 chains`. */
export function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : /(s|x|ch)$/.test(word) ? 'es' : 's'}`;
}
