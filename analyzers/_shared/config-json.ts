import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { ConfigDocument } from './config-file.ts';
import { lineTable } from './line-table.ts';

/** Deeper values are cut off; the deepest real export seen has about twenty levels. */
const maxDepth = 100;

/** JSON with comments and trailing commas. Errors leave the readable part standing. */
export function readJson(content: string): ConfigDocument {
  const errors: ParseError[] = [];
  const root = parseTree(content, errors, { allowTrailingComma: true });
  const positions = lineTable(content);
  const problems = errors.slice(0, 1).map(error => ({
    reason: 'syntax-error' as const,
    detail: 'The file is not valid JSON.',
    ...positions(error.offset),
  }));
  return {
    value: root && toValue(root, 0),
    locator: path => positions(root ? nearest(root, path).offset : 0),
    problems,
  };
}

function nearest(root: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(root, path.slice(0, length));
    if (found) return found.parent?.type === 'property' ? found.parent : found;
  }
  return root;
}

function toValue(node: Node, depth: number): unknown {
  if (depth > maxDepth) return null;
  if (node.type === 'array') return (node.children ?? []).map(child => toValue(child, depth + 1));
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(property => {
      const [key, value] = property.children ?? [];
      return key && value ? [[String(key.value), toValue(value, depth + 1)]] : [];
    }),
  );
}
