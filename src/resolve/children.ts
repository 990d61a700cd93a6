import type { Expression } from '../lang/module.ts';

/** Direct sub-expressions in source order; bodies of functions and classes are not entered. */
export function children(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'template':
      return e.parts;
    case 'member':
      return [e.object];
    case 'subscript':
      return [e.object, e.index];
    case 'call':
      return [e.callee, ...e.args.map(a => a.value)];
    case 'list':
      return e.items.map(i => i.value);
    case 'record':
      return e.entries.flatMap(i => (i.key ? [i.key, i.value] : [i.value]));
    case 'conditional':
      return [e.test, e.then, e.else];
    case 'await':
      return [e.value];
    case 'yield':
      return e.value ? [e.value] : [];
    case 'binary':
      return [e.left, e.right];
    case 'unary':
      return [e.value];
    case 'comprehension':
      return [...e.clauses.flatMap(c => [c.iter, ...c.conditions]), ...(e.key ? [e.key] : []), e.element];
    case 'assign':
      return [e.value];
    default:
      return [];
  }
}
