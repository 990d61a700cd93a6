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

/** `1 chain`, `2 chains`. */
export function plural(count: number, word: string): string {
  const many = /[^aeiou]y$/.test(word)
    ? `${word.slice(0, -1)}ies`
    : `${word}${/(s|x|ch)$/.test(word) ? 'es' : 's'}`;
  // Asking the locale is slow, and this is called for everything drawn.
  const number = count < 1000 ? String(count) : count.toLocaleString('en');
  return `${number} ${count === 1 ? word : many}`;
}
