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
  let left = maxParts;
  yield* walk(nodes, 0);

  function* walk(node: unknown, depth: number): Iterable<Part> {
    if (typeof node !== 'object' || node === null || depth > maxDepth || left <= 0) return;
    if (Array.isArray(node)) {
      for (const item of node) yield* walk(item, depth + 1);
      return;
    }
    if (isPart(node)) {
      left--;
      yield node;
    }
    for (const [field, value] of Object.entries(node)) if (field !== 'at') yield* walk(value, depth + 1);
  }
}

function isPart(node: object): node is Part {
  return 'kind' in node && typeof node.kind === 'string' && 'at' in node;
}

export function isKind(part: Part, kind: string): boolean {
  return part.kind === kind;
}
