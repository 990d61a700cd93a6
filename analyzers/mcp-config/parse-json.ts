import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Doc, type DocEntry, maxDepth, type Parsed } from './document.ts';

/** Brackets deeper than this are refused before the recursive parser sees them. */
const maxNesting = 400;

/** JSON with comments and trailing commas. Broken text gives what could be recovered plus a problem. */
export function parseJson(content: string): Parsed {
  if (nesting(content) > maxNesting)
    return { root: undefined, problems: [{ detail: 'The file is nested too deeply.', line: 1 }] };
  const errors: ParseError[] = [];
  const tree = parseTree(content, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const place = positions(content);
  const problems = errors.slice(0, 1).map(error => ({
    detail: `The file is not valid JSON (${printParseErrorCode(error.error)}).`,
    line: place(error.offset).line,
  }));
  return { root: tree && convert(tree, place, 0), problems };
}

type Place = (offset: number) => { readonly line: number; readonly column: number };

function convert(node: Node, place: Place, depth: number): Doc {
  const where = place(node.offset);
  if (depth > maxDepth) return { kind: 'scalar', value: null, ...where };
  if (node.type === 'object') {
    const entries: DocEntry[] = [];
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key || !value) continue;
      entries.push({ key: String(key.value), value: convert(value, place, depth + 1), ...place(key.offset) });
    }
    return { kind: 'map', entries: lastWins(entries), ...where };
  }
  if (node.type === 'array')
    return {
      kind: 'list',
      items: (node.children ?? []).map(item => convert(item, place, depth + 1)),
      ...where,
    };
  const value = node.value as unknown;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', value: plain ? value : null, ...where };
}

/** A repeated key means what `JSON.parse` makes of it: the last one. */
function lastWins(entries: readonly DocEntry[]): readonly DocEntry[] {
  const last = new Map(entries.map(item => [item.key, item]));
  return last.size === entries.length ? entries : [...last.values()];
}

function positions(content: string): Place {
  const starts = [0];
  for (let i = content.indexOf('\n'); i >= 0; i = content.indexOf('\n', i + 1)) starts.push(i + 1);
  return offset => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function nesting(content: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < content.length; i++) {
    const char = content[i];
    if (quoted) {
      if (char === '\\') i++;
      else if (char === '"' || char === '\n') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth--;
  }
  return deepest;
}
