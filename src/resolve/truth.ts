import type { Expression } from '../lang/module.ts';
import type { Evaluator } from './evaluator.ts';
import type { Block, Scope } from './scope.ts';
import type { Value } from './value.ts';

/**
 * Whether a condition certainly holds in one particular run: `tools is None`, `include_mail`, `name in allowed`. Only
 * conditions on what the caller gave (parameters, comprehension variables) are decided; settings of the program itself,
 * such as module constants and environment variables, may be switched and stay undecided.
 */
export function truthOf(ev: Evaluator, e: Expression, scope: Scope, depth = 0): boolean | undefined {
  if (depth > 8) return undefined;
  const next = (inner: Expression): boolean | undefined => truthOf(ev, inner, scope, depth + 1);
  if (e.kind === 'unary' && (e.op === 'not' || e.op === '!')) return negate(next(e.value));
  if (e.kind === 'binary') {
    if (e.op === 'and' || e.op === '&&') return all([next(e.left), next(e.right)]);
    if (e.op === 'or' || e.op === '||') return negate(all([negate(next(e.left)), negate(next(e.right))]));
    return comparison(ev, e, scope);
  }
  return isGiven(e, scope) ? truthy(ev.evaluate(e, scope)) : undefined;
}

/** Whether the branches around something are taken in this run: true, false, or undecided. */
export function isTaken(ev: Evaluator, blocks: readonly Block[], scope: Scope): boolean | undefined {
  return all(
    blocks.map(block => {
      if (!block.test) return undefined;
      const holds = truthOf(ev, block.test, scope);
      return block.negated ? negate(holds) : holds;
    }),
  );
}

const negate = (value: boolean | undefined): boolean | undefined =>
  value === undefined ? undefined : !value;

function all(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}

/** A name the caller bound, or its own name field. */
function isGiven(e: Expression, scope: Scope): boolean {
  if (e.kind === 'member') return /^(?:name|__name__)$/.test(e.property) && isGiven(e.object, scope);
  return e.kind === 'name' && boundIn(e.name, scope);
}

function boundIn(name: string, scope: Scope): boolean {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    // Assigned again in the body: the caller's value no longer decides.
    if (at.static.bindings.has(name)) return false;
    if (at.frame.has(name)) return true;
    if (at.static.kind === 'module') return false;
  }
  return false;
}

function comparison(
  ev: Evaluator,
  e: Expression & { readonly kind: 'binary' },
  scope: Scope,
): boolean | undefined {
  const given = isGiven(e.left, scope) ? e.left : isGiven(e.right, scope) ? e.right : undefined;
  if (!given) return undefined;
  const left = ev.evaluate(e.left, scope);
  const right = ev.evaluate(e.right, scope);
  switch (e.op) {
    case 'is':
    case '==':
    case '===':
      return same(left, right);
    case 'is not':
    case '!=':
    case '!==':
      return negate(same(left, right));
    case 'in':
      return isGiven(e.left, scope) ? contains(right, left) : undefined;
    case 'not in':
      return isGiven(e.left, scope) ? negate(contains(right, left)) : undefined;
    default:
      return undefined;
  }
}

function truthy(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'literal':
      return Boolean(value.value);
    case 'list':
      return (
        value.items.some(item => !item.conditional) ||
        (value.items.length > 0 || value.open !== undefined ? undefined : false)
      );
    case 'record':
      return (
        value.entries.some(entry => !entry.conditional) ||
        (value.entries.length > 0 || value.open !== undefined ? undefined : false)
      );
    case 'function':
    case 'class':
    case 'instance':
    case 'module':
      return true;
    default:
      return undefined;
  }
}

/** Equality where it is certain; undefined for anything computed. */
function same(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'literal' && b.kind === 'literal') return a.value === b.value;
  if (isUnsure(a) || isUnsure(b)) return undefined;
  if ('id' in a && 'id' in b) return a.id === b.id ? true : isNamed(a) && isNamed(b) ? false : undefined;
  // A made object is never null; it may be equal to a text (members of an enumeration).
  const literal = a.kind === 'literal' ? a : b.kind === 'literal' ? b : undefined;
  return literal?.value === null ? false : undefined;
}

/** Functions and classes are equal only to themselves. */
const isNamed = (value: Value): boolean => value.kind === 'function' || value.kind === 'class';

const isUnsure = (value: Value): boolean => ['unknown', 'union', 'text', 'external'].includes(value.kind);

function contains(collection: Value, item: Value): boolean | undefined {
  if (isUnsure(item)) return undefined;
  if (collection.kind === 'record') {
    const entry =
      item.kind === 'literal' ? collection.entries.find(one => one.key === String(item.value)) : undefined;
    if (entry) return entry.conditional ? undefined : true;
    return collection.open !== undefined || item.kind !== 'literal' ? undefined : false;
  }
  if (collection.kind !== 'list') return undefined;
  let sure = collection.open === undefined;
  for (const { value, conditional } of collection.items) {
    // Tool objects are looked up by identity.
    const equal =
      value.kind === 'instance' && item.kind === 'instance' ? value.id === item.id : same(value, item);
    if (equal === true && !conditional) return true;
    if (equal !== false) sure = false;
  }
  return sure ? false : undefined;
}
