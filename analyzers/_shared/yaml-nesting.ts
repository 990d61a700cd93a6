/** Nesting of real files stays below twenty; the parser's time and stack grow steeply beyond a few hundred. */
const maxFlow = 200;
const maxCompact = 60;
const maxBlock = 200;

/**
 * Whether YAML is nested so deeply that parsing it could take for ever or end the process: brackets in brackets, `- - -`
 * and `? ? ?` on one line, blocks in blocks. Looks at characters only, once; brackets in quotes count for nothing.
 */
export function isTooNested(content: string): boolean {
  const blocks: number[] = [];
  let flow = 0;
  for (let start = 0; start < content.length; ) {
    const newline = content.indexOf('\n', start);
    const end = newline < 0 ? content.length : newline;
    const { indent, compact, at } = lead(content, start, end);
    if (compact > maxCompact) return true;
    if (at < end) {
      while ((blocks.at(-1) ?? -1) >= indent) blocks.pop();
      blocks.push(indent);
      if (blocks.length + compact > maxBlock) return true;
    }
    flow = flowAfter(content, at, end, flow);
    if (flow > maxFlow) return true;
    start = end + 1;
  }
  return false;
}

/** Spaces, then indicators that open a block on the same line: `- `, `? `, `: `, and properties such as `&a `. */
function lead(content: string, start: number, end: number) {
  let at = start;
  while (at < end && content.charCodeAt(at) === 32) at++;
  const indent = at - start;
  let compact = 0;
  while (at < end) {
    const mark = content.charAt(at);
    const blank = content.indexOf(' ', at);
    if (!'-?:&!*'.includes(mark) || blank < 0 || blank >= end) break;
    if ('-?:'.includes(mark) && blank !== at + 1) break;
    compact++;
    at = blank;
    while (at < end && content.charCodeAt(at) === 32) at++;
    if (compact > maxCompact) break;
  }
  return { indent, compact, at };
}

/** Depth of brackets after a line. Outside of brackets one counts only where a value begins. */
function flowAfter(content: string, start: number, end: number, before: number): number {
  let depth = before;
  let isValue = true;
  for (let at = start; at < end && depth <= maxFlow; at++) {
    const mark = content.charAt(at);
    if (mark === ' ') continue;
    if (mark === '#' && depth === 0) break;
    if ((mark === '"' || mark === "'") && (isValue || depth > 0)) {
      at = closing(content, at, end, mark);
      isValue = false;
      continue;
    }
    if ((mark === '[' || mark === '{') && (isValue || depth > 0)) depth++;
    else if ((mark === ']' || mark === '}') && depth > 0) depth--;
    isValue =
      mark === ':' || mark === ',' || mark === '[' || mark === '{' || (isValue && '-?'.includes(mark));
  }
  return depth;
}

/** Where a quoted text ends, at the latest at the end of the line. */
function closing(content: string, start: number, end: number, quote: string): number {
  for (let at = start + 1; at < end; at++) {
    const mark = content.charAt(at);
    if (mark === '\\' && quote === '"') at++;
    else if (mark === quote) return at;
  }
  return end;
}
