/** Text that people do not see in a client, but a model reads. */
export interface Hidden {
  readonly kind:
    | 'unicode-tags'
    | 'zero-width'
    | 'bidi'
    | 'variation-selectors'
    | 'ansi'
    | 'html-comment'
    | 'base64'
    | 'far-away';
  /** What it says, decoded, at most 300 characters. */
  readonly text: string;
}

const maxExcerpt = 300;

/** Everything hidden in a text, in order of kind. Linear in the length. */
export function hiddenIn(text: string): readonly Hidden[] {
  return [
    ...tags(text),
    ...zeroWidth(text),
    ...selectors(text),
    ...found('bidi', text, /[\u202A-\u202E\u2066-\u2069]/),
    ...found('ansi', text, /\u001B\[[0-9;]{0,20}[A-Za-z]|\u009B/),
    ...comments(text),
    ...encoded(text),
    ...farAway(text),
  ];
}

/** The text as a model reads it: tag characters decoded, invisible characters removed. */
export function unveiled(text: string): string {
  const decoded = [...text].map(char => {
    const code = char.codePointAt(0) ?? 0;
    return code >= 0xe0020 && code <= 0xe007e ? String.fromCodePoint(code - 0xe0000) : char;
  });
  return decoded
    .join('')
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC');
}

/** Unicode tag characters mirror ASCII and are drawn by nothing. Flags of regions use them after a black flag. */
function tags(text: string): readonly Hidden[] {
  const plain = text.replace(/\u{1F3F4}[\u{E0020}-\u{E007F}]{1,8}/gu, '');
  const hidden = [...plain].flatMap(char => {
    const code = char.codePointAt(0) ?? 0;
    return code >= 0xe0000 && code <= 0xe007f ? [String.fromCodePoint(code - 0xe0000)] : [];
  });
  const decoded = hidden.join('').replace(/[^ -~]/g, '');
  return hidden.length > 0 ? [{ kind: 'unicode-tags', text: decoded.slice(0, maxExcerpt) }] : [];
}

/** A joiner between emoji or a single stray mark is typography; a run of them carries bits. */
function zeroWidth(text: string): readonly Hidden[] {
  const runs = text.match(/[\u200B\u200C\u2060-\u2064\uFEFF\u180E\u00AD]{4,}/g) ?? [];
  const total = text.match(/[\u200B\u200C\u2060-\u2064\u180E]/g)?.length ?? 0;
  if (runs.length === 0 && total < 12) return [];
  return [{ kind: 'zero-width', text: `${total} invisible characters` }];
}

/** Variation selectors 17 to 256 can carry one byte each after any character. */
function selectors(text: string): readonly Hidden[] {
  const bytes = [...text].flatMap(char => {
    const code = char.codePointAt(0) ?? 0;
    return code >= 0xe0100 && code <= 0xe01ef ? [code - 0xe0100 + 16] : [];
  });
  if (bytes.length < 4) return [];
  const decoded = bytes.map(byte => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
  return [{ kind: 'variation-selectors', text: decoded.slice(0, maxExcerpt) }];
}

function found(kind: Hidden['kind'], text: string, pattern: RegExp): readonly Hidden[] {
  const match = pattern.exec(text);
  if (!match) return [];
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [{ kind, text: `U+${code} at character ${match.index + 1}` }];
}

function comments(text: string): readonly Hidden[] {
  const all: Hidden[] = [];
  for (
    let start = text.indexOf('<!--');
    start >= 0 && all.length < 10;
    start = text.indexOf('<!--', start + 4)
  ) {
    const end = text.indexOf('-->', start);
    const inner = text.slice(start + 4, end < 0 ? undefined : end).trim();
    if (inner.length > 0) all.push({ kind: 'html-comment', text: inner.slice(0, maxExcerpt) });
  }
  return all;
}

/** Base64 that decodes to readable words; hashes, images and identifiers do not. */
function encoded(text: string): readonly Hidden[] {
  const words = text.match(/(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/]{24,8000}={0,2}(?![A-Za-z0-9+/_-])/g) ?? [];
  return words.slice(0, 20).flatMap((word): readonly Hidden[] => {
    const decoded = decodeBase64(word);
    const readable = /^[\x09\x0A\x0D\x20-\x7E]+$/.test(decoded) && /[a-z]{2,} [a-z]{2,}/i.test(decoded);
    return readable ? [{ kind: 'base64', text: decoded.slice(0, maxExcerpt) }] : [];
  });
}

function decodeBase64(word: string): string {
  try {
    return atob(word.slice(0, word.length - (word.length % 4 === 1 ? 1 : 0)));
  } catch {
    return '';
  }
}

/** Words pushed out of sight by a wall of blanks or line breaks. */
function farAway(text: string): readonly Hidden[] {
  const match = /[ \t\u00A0]{120,}\S|(?:[ \t]{0,20}\r?\n){25,}[ \t]{0,200}\S/.exec(text);
  if (!match) return [];
  const rest = text.slice(match.index + match[0].length - 1).trim();
  return [{ kind: 'far-away', text: rest.slice(0, maxExcerpt) }];
}
