/** Text of a block or line comment without its markers, or undefined when nothing is left. */
export function commentText(comment: string): string | undefined {
  const inner = comment.startsWith('/*') ? comment.replace(/^\/\*+/, '').replace(/\*+\/$/, '') : comment;
  const lines = inner
    .split(/\r?\n/)
    .map(line => line.replace(/^[ \t]*(?:\*(?!\/) ?|\/\/+ ?)?/, '').trimEnd());
  return trimBlankLines(lines) || undefined;
}

/** A docstring without the indentation that its lines share (PEP 257). */
export function dedent(text: string): string {
  const [first = '', ...rest] = text.replace(/\t/g, '        ').split(/\r?\n/);
  const indents = rest.filter(line => line.trim()).map(line => line.length - line.trimStart().length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  const lines = rest.map(line => (Number.isFinite(common) ? line.slice(common) : line).trimEnd());
  return trimBlankLines([first.trim(), ...lines]);
}

function trimBlankLines(lines: readonly string[]): string {
  let start = 0;
  let end = lines.length;
  while (start < end && !lines[start]) start++;
  while (end > start && !lines[end - 1]) end--;
  return lines.slice(start, end).join('\n');
}
