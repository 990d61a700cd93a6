import type { FunctionDef } from '../lang/module.ts';
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
export function partsOf(nodes: readonly unknown[]): readonly Part[] {
  // Collected in one list: generators inside generators pay for their depth with every part.
  const out: Part[] = [];
  collect(nodes, 0, out);
  return out;
}

const bodies = new WeakMap<FunctionDef, readonly Part[]>();

/** Those of the body of a function; asked again and again while the tools of a server are judged. */
export function partsOfBody(def: FunctionDef): readonly Part[] {
  const known = bodies.get(def);
  if (known) return known;
  const parts = partsOf(def.body);
  bodies.set(def, parts);
  return parts;
}

function collect(node: unknown, depth: number, out: Part[]): void {
  if (typeof node !== 'object' || node === null || depth > maxDepth || out.length >= maxParts) return;
  if (Array.isArray(node)) {
    for (const item of node) collect(item, depth + 1, out);
    return;
  }
  if (isPart(node)) out.push(node);
  for (const [field, value] of Object.entries(node)) if (field !== 'at') collect(value, depth + 1, out);
}

function isPart(node: object): node is Part {
  return 'kind' in node && typeof node.kind === 'string' && 'at' in node;
}

export function isKind(part: Part, kind: string): boolean {
  return part.kind === kind;
}
