import type { Expression } from '../../../src/lang/module.ts';
import { type Part, partsOf } from '../../../src/resolve/parts.ts';

/** The place that holds what an expression reads or changes: `a` for `a.b[0]`, `self.a` for `self.a.b`. */
export function rootOf(e: Expression): string | undefined {
  let current = e;
  for (let depth = 0; depth < 30; depth++) {
    if (current.kind === 'name') return current.name;
    if (current.kind === 'member') {
      if (current.object.kind === 'name' && isSelf(current.object.name))
        return `${current.object.name}.${current.property}`;
      current = current.object;
    } else if (current.kind === 'subscript') current = current.object;
    else if (current.kind === 'call') current = current.callee;
    else if (current.kind === 'await') current = current.value;
    else return undefined;
  }
  return undefined;
}

/** Whether a name is the object a method belongs to. */
export function isSelf(name: string): boolean {
  return name === 'self' || name === 'this' || name === 'cls';
}

/** Names a pattern on the left of an assignment gives a value to. */
export function targetsOf(target: Expression, depth = 0): readonly string[] {
  if (depth > 8) return [];
  if (target.kind === 'list') return target.items.flatMap(item => targetsOf(item.value, depth + 1));
  if (target.kind === 'record') return target.entries.flatMap(entry => targetsOf(entry.value, depth + 1));
  if (target.kind === 'assign') return targetsOf(target.target, depth + 1);
  const root = rootOf(target);
  return root === undefined ? [] : [root];
}

const known = new WeakMap<object, ReadonlySet<string>>();

/** Every place an expression mentions. */
export function mentioned(e: Expression): ReadonlySet<string> {
  const before = known.get(e);
  if (before) return before;
  const found = new Set<string>();
  for (const part of partsOf([e])) {
    if (part.kind !== 'name' && part.kind !== 'member') continue;
    const root = rootOf(part as unknown as Expression);
    if (root !== undefined) found.add(root);
  }
  known.set(e, found);
  return found;
}

/** The last word of what is called: `run` for `tools[name].run(…)`. */
export function calledName(call: Call): string | undefined {
  const { callee } = call;
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' ? callee.property : undefined;
}

export type Call = Expression & { readonly kind: 'call' };

/** A part as a call, when it is one. */
export function asCall(part: Part): Call | undefined {
  return part.kind === 'call' && 'callee' in part ? (part as unknown as Call) : undefined;
}
