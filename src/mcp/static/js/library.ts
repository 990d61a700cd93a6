import { ts } from 'ts-morph';
import { factory, isFactory } from './schema.ts';
import type { FunctionNode, Value } from './value.ts';

/**
 * A bundle carries the validator library itself: its functions are known by name. `z.object(...)` on a namespace of
 * the bundle, `object2(...)` where the bundler took the namespace away, and by what they make where it took the names.
 */
export function libraryCall(
  callee: ts.Expression,
  fn: Value,
  args: () => readonly Value[],
): Value | undefined {
  const made = fn.t === 'function' ? makes(fn.node) : undefined;
  if (made && isFactory(made.type)) return factory(made.type, args().slice(made.given));
  const own = ts.isPropertyAccessExpression(callee)
    ? callee.name.text
    : ts.isIdentifier(callee)
      ? callee.text.replace(/\d+$/, '').replace(/^_(?=[a-z])/, '')
      : '';
  if (!isFactory(own) || fn.t === 'external' || fn.t === 'builtin') return undefined;
  if (ts.isIdentifier(callee) && (fn.t !== 'function' || !isLibraryFunction(fn.node))) return undefined;
  if (fn.t !== 'function' && fn.t !== 'unknown') return undefined;
  if (fn.t === 'function' && fn.self?.t === 'instance') return undefined;
  return factory(own, args());
}

/** Makers of the library take their class as the first thing they name. */
function isLibraryFunction(node: ts.Node): boolean {
  return /\bZod[A-Z]\w*|\.create\(|_zod\b|typeName/.test(node.getText().slice(0, 2000));
}

interface Made {
  readonly type: string;
  /** Arguments before those of the validator: the class that is made. */
  readonly given: number;
}

const known = new WeakMap<ts.Node, Made | false>();
const maxText = 700;

/** `return new A({ type: "enum", entries, … })`: what minified makers of the library still say. */
function makes(node: FunctionNode): Made | undefined {
  const before = known.get(node);
  if (before !== undefined) return before || undefined;
  const found = node.body && node.end - node.pos < maxText ? madeIn(node, node.getText()) : undefined;
  known.set(node, found ?? false);
  return found;
}

const direct = /(?:return|=>) new ([\w$]{1,40})\(\{\s{0,40}type:\s{0,4}["'](\w{2,20})["']/;
const prepared =
  /=\s{0,4}\{\s{0,40}type:\s{0,4}["'](object)["'],\s{0,40}shape\b[^;]{0,200};\s{0,40}return new ([\w$]{1,40})\(/;

function madeIn(node: FunctionNode, text: string): Made | undefined {
  const whole = direct.exec(text);
  const parts = whole ? undefined : prepared.exec(text);
  const [cls, type] = whole ? [whole[1], whole[2]] : [parts?.[2], parts?.[1]];
  if (cls === undefined || type === undefined) return undefined;
  const [first] = node.parameters;
  const isClass = first !== undefined && ts.isIdentifier(first.name) && first.name.text === cls;
  return { type, given: isClass ? 1 : 0 };
}
