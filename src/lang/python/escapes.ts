const simple: { readonly [mark: string]: string } = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const escapeSequence =
  /\\(?:\r?\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|N\{[^}\n]{1,100}\}|["'\\abfnrtv])/g;

/** Text of a Python string literal with its escapes resolved; unknown escapes stay as written, as Python does. */
export function decodeEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(escapeSequence, sequence => {
    const mark = sequence.charAt(1);
    if (mark === '\n' || mark === '\r') return '';
    if (mark === 'x' || mark === 'u' || mark === 'U')
      return codePoint(Number.parseInt(sequence.slice(2), 16));
    if (mark === 'N') return sequence;
    return simple[mark] ?? codePoint(Number.parseInt(sequence.slice(1), 8));
  });
}

function codePoint(value: number): string {
  return value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
}
