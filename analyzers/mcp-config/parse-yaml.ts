import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { isTooNested } from '../_shared/yaml-nesting.ts';
import { type Doc, type DocEntry, maxDepth, type Parsed } from './document.ts';

/** Nodes read from one file at most: aliases can otherwise unfold without end. */
const maxNodes = 50_000;

/** YAML with positions; `lineOffset` is added to every line (front matter). Aliases are followed, bounded. */
export function parseYaml(content: string, lineOffset: number): Parsed {
  if (isTooNested(content))
    return {
      root: undefined,
      problems: [{ detail: 'The file is nested too deeply.', line: 1 + lineOffset }],
    };
  const counter = new LineCounter();
  const document = parseDocument(content, { lineCounter: counter, uniqueKeys: false, logLevel: 'silent' });
  let budget = maxNodes;
  const anchors = new Map<string, Node>();
  const place = (node: { range?: readonly number[] | null } | null | undefined) => {
    const position = counter.linePos(node?.range?.[0] ?? 0);
    return { line: Math.max(1, position.line) + lineOffset, column: Math.max(1, position.col) };
  };
  const convert = (node: Node | null, depth: number): Doc => {
    const where = place(node);
    if (!node || depth > maxDepth || budget-- <= 0) return { kind: 'scalar', value: null, ...where };
    if (isAlias(node)) return convert(anchors.get(node.source) ?? null, depth + 1);
    if (node.anchor) anchors.set(node.anchor, node);
    if (isMap(node)) {
      const entries: DocEntry[] = node.items.flatMap(pair => {
        const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
        if (key === undefined) return [];
        const value = convert(pair.value as Node | null, depth + 1);
        return [{ key, value, ...place(pair.key as Node) }];
      });
      return { kind: 'map', entries: merged(entries), ...where };
    }
    if (isSeq(node))
      return { kind: 'list', items: node.items.map(item => convert(item as Node, depth + 1)), ...where };
    const value = isScalar(node) ? node.value : null;
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return { kind: 'scalar', value: plain ? value : null, ...where };
  };
  const problems = document.errors.slice(0, 1).map(error => ({
    detail: 'The file is not valid YAML.',
    line: (error.linePos?.[0].line ?? 1) + lineOffset,
  }));
  return { root: document.contents ? convert(document.contents as Node, 0) : undefined, problems };
}

/** Unfolds the merge key `<<`; own keys win. */
function merged(entries: readonly DocEntry[]): readonly DocEntry[] {
  const own = entries.filter(item => item.key !== '<<');
  if (own.length === entries.length) return entries;
  const inherited = entries.flatMap(item =>
    item.key === '<<' && item.value.kind === 'map' ? item.value.entries : [],
  );
  return [...inherited.filter(item => !own.some(mine => mine.key === item.key)), ...own];
}
