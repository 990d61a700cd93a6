import type { Argument, Expression, FunctionDef, Statement } from '../lang/module.ts';
import type { Deed } from '../model/deed.ts';
import { locate } from '../model/location.ts';
import { isKind, type Part, partsOf } from '../resolve/parts.ts';

/** From this count on a loop or a copy is for using the machine up. */
const huge = 5_000_000;

/** Loops and calls of themselves that have no way out, and counts that no answer needs. */
export function exhaustion(def: FunctionDef, parts: readonly Part[], file: string): readonly Deed[] {
  return parts.flatMap((part): readonly Deed[] => {
    const what = reasonOf(part, def);
    return what === undefined ? [] : [{ kind: 'exhausts', what, at: locate(file, part.at) }];
  });
}

function reasonOf(part: Part, def: FunctionDef): string | undefined {
  if (isKind(part, 'while')) return isEndless(part) ? 'a loop without an end' : undefined;
  if (isKind(part, 'for') && hoards(part, def)) return 'opens as many files as the caller asks for';
  if (isKind(part, 'for')) return forks(part, def) ? 'starts processes in a loop' : undefined;
  if (isKind(part, 'call')) {
    const callee = part.callee as Expression;
    const [first] = part.args as readonly Argument[];
    const isRange = callee.kind === 'name' && callee.name === 'range';
    if (isRange && first && numberOf(first.value) >= huge) return 'a loop of millions of rounds';
    const isSelf = callee.kind === 'name' ? callee.name === def.name : isOwnMethod(callee, def);
    return isSelf && def.name !== '' && !decides(def.body) ? 'calls itself without an end' : undefined;
  }
  if (!isKind(part, 'binary') || part.op !== '*') return undefined;
  const sides = [part.left as Expression, part.right as Expression];
  const isCopied = sides.some(
    side => side.kind === 'list' || (side.kind === 'literal' && typeof side.value === 'string'),
  );
  return isCopied && sides.some(side => numberOf(side) >= huge) ? 'makes millions of copies' : undefined;
}

/** `while True` around nothing that leaves, waits or hands over. */
function isEndless(part: Part): boolean {
  const test = part.test as Expression;
  if (test.kind !== 'literal' || !test.value) return false;
  for (const inner of partsOf(part.body as readonly Statement[])) {
    if (/^(?:break|return|raise|yield|await)$/.test(inner.kind)) return false;
    const callee = isKind(inner, 'call') ? (inner.callee as Expression) : undefined;
    const name = callee?.kind === 'member' ? callee.property : callee?.kind === 'name' ? callee.name : '';
    if (/^(?:sleep|wait|recv|accept|read|readline|get|select|input|poll|exit|_exit)$/.test(name))
      return false;
  }
  return true;
}

/** `range(1000)`, or as many as the caller says. */
function isMany(iter: Expression, def: FunctionDef): boolean {
  const [count] =
    iter.kind === 'call' && iter.callee.kind === 'name' && iter.callee.name === 'range' ? iter.args : [];
  if (!count) return false;
  const { value } = count;
  return (
    numberOf(value) >= 1_000 || (value.kind === 'name' && def.params.some(item => item.name === value.name))
  );
}

function forks(part: Part, def: FunctionDef): boolean {
  for (const inner of partsOf(part.body as readonly Statement[])) {
    const callee = isKind(inner, 'call') ? (inner.callee as Expression) : undefined;
    if (callee?.kind !== 'member') continue;
    if (callee.property === 'fork') return true;
    if (/^(?:Thread|Process)$/.test(callee.property) && isMany(part.iter as Expression, def)) return true;
  }
  return false;
}

/** Files or connections that are opened in a loop of any length and kept open. */
function hoards(part: Part, def: FunctionDef): boolean {
  if (!isMany(part.iter as Expression, def)) return false;
  let opens = false;
  for (const inner of partsOf(part.body as readonly Statement[])) {
    if (isKind(inner, 'with')) return false;
    const callee = isKind(inner, 'call') ? (inner.callee as Expression) : undefined;
    if (callee?.kind === 'member' && callee.property === 'close') return false;
    if (callee?.kind === 'name' && callee.name === 'open') opens = true;
  }
  return opens;
}

function isOwnMethod(callee: Expression, def: FunctionDef): boolean {
  return (
    callee.kind === 'member' &&
    callee.property === def.name &&
    callee.object.kind === 'name' &&
    /^(?:self|cls|this|[A-Z]\w*)$/.test(callee.object.name)
  );
}

function decides(body: readonly Statement[]): boolean {
  for (const part of partsOf(body))
    if (/^(?:if|conditional|switch|while|for|comprehension|raise|try)$/.test(part.kind)) return true;
  return false;
}

function numberOf(value: Expression): number {
  if (value.kind === 'literal') return typeof value.value === 'number' ? value.value : 0;
  if (value.kind !== 'binary') return 0;
  const [left, right] = [numberOf(value.left), numberOf(value.right)];
  if (value.op === '**') return left ** right;
  return value.op === '*' ? left * right : 0;
}
