import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { ConfigDocument, ConfigPath } from './config-file.ts';
import { isTooNested } from './yaml-nesting.ts';

/** Aliases may unfold at most this often; a few dozen is the most seen in real pipelines. */
const maxAliasCount = 200;

/** YAML 1.2 with merge keys; only the first document. Errors leave the readable part standing. */
export function readYaml(content: string, lineOffset = 0): ConfigDocument {
  if (isTooNested(content)) {
    const detail = 'The file is nested too deeply.';
    const problems = [{ reason: 'syntax-error' as const, detail, line: 1 + lineOffset, column: 1 }];
    return { value: undefined, locator: () => ({ line: 1 + lineOffset, column: 1 }), problems };
  }
  const lines = new LineCounter();
  const document = parseDocument(content, {
    lineCounter: lines,
    uniqueKeys: false,
    merge: true,
    logLevel: 'silent',
    stringKeys: false,
  });
  const place = (offset: number) => {
    const position = lines.linePos(offset);
    return { line: Math.max(1, position.line) + lineOffset, column: Math.max(1, position.col) };
  };
  const problems = document.errors
    .filter(error => error.code !== 'MULTIPLE_DOCS')
    .slice(0, 1)
    .map(error => ({
      reason: 'syntax-error' as const,
      detail: 'The file is not valid YAML.',
      ...place(error.pos[0]),
    }));
  return { value: plain(document), locator: path => place(offsetOf(document, path)), problems };
}

function plain(document: Document): unknown {
  return document.toJS({ maxAliasCount });
}

function offsetOf(document: Document, path: ConfigPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of path) {
    const next = childOf(node, key);
    if (!next) return offset;
    offset = next.offset ?? offset;
    node = next.value;
  }
  return offset;
}

function childOf(
  node: unknown,
  key: string | number,
): { value: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(key)];
    return value === undefined ? undefined : { value, offset: startOf(value) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(
    item => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
  );
  return pair && { value: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
