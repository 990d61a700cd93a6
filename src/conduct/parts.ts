import type { Range } from '../model/location.ts';

/** An expression or statement of the program model, looked at without knowing which. */
export interface Part {
  readonly kind: string;
  readonly at: Range;
  readonly [field: string]: unknown;
}

const maxParts = 60_000;
const maxDepth = 200;

/** Every statement and expression below a list of them, in order of the text. */
export function* partsOf(nodes: readonly unknown[]): Iterable<Part> {
  // A stack of its own: generators inside generators cost as much as the tree is deep for every part.
  const waiting: { readonly node: unknown; readonly depth: number }[] = [{ node: nodes, depth: 0 }];
  let left = maxParts;
  for (let next = waiting.pop(); next && left > 0; next = waiting.pop()) {
    const { node, depth } = next;
    if (typeof node !== 'object' || node === null || depth > maxDepth) continue;
    if (!Array.isArray(node) && isPart(node)) {
      left--;
      yield node;
    }
    const inner = Array.isArray(node) ? node : fieldsOf(node);
    for (let i = inner.length - 1; i >= 0; i--) waiting.push({ node: inner[i], depth: depth + 1 });
  }
}

function fieldsOf(node: object): readonly unknown[] {
  const out: unknown[] = [];
  for (const [field, value] of Object.entries(node)) if (field !== 'at') out.push(value);
  return out;
}

function isPart(node: object): node is Part {
  return 'kind' in node && typeof node.kind === 'string' && 'at' in node;
}

export function isKind(part: Part, kind: string): boolean {
  return part.kind === kind;
}
