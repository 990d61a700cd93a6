import type { Expression, FunctionDef } from '../lang/module.ts';
import { patternNames } from '../resolve/collect.ts';
import { constantText } from './flow.ts';
import type { Frame } from './machine.ts';

/**
 * Whether a comparison of an argument with a word always comes out the same, because the caller fixes the argument:
 * `if (operation === 'list')` in a helper that one tool calls with 'delete'. Only arguments count: what a body sets
 * itself may change in a loop that is read once.
 */
export function certain(test: Expression, frame: Frame): boolean | undefined {
  if (test.kind === 'unary' && (test.op === '!' || test.op === 'not')) {
    const inner = certain(test.value, frame);
    return inner === undefined ? undefined : !inner;
  }
  if (test.kind !== 'binary') return undefined;
  if (test.op === '&&' || test.op === 'and') return both(test, frame, false);
  if (test.op === '||' || test.op === 'or') return both(test, frame, true);
  const isEqual = test.op === '==' || test.op === '===';
  if (!isEqual && test.op !== '!=' && test.op !== '!==') return undefined;
  const same = sameWord(test.left, test.right, frame);
  return same === undefined || isEqual ? same : !same;
}

/** Whether an argument the caller fixes is a word; undefined where either is not known. */
export function sameWord(left: Expression, right: Expression, frame: Frame): boolean | undefined {
  const [argument, word] = left.kind === 'literal' ? [right, left] : [left, right];
  if (word.kind !== 'literal' || typeof word.value !== 'string') return undefined;
  const fixed = fixedArgument(argument, frame);
  return fixed === undefined ? undefined : fixed === word.value;
}

function both(test: Expression & { kind: 'binary' }, frame: Frame, decides: boolean): boolean | undefined {
  const left = certain(test.left, frame);
  const right = certain(test.right, frame);
  if (left === decides || right === decides) return decides;
  return left === undefined || right === undefined ? undefined : !decides;
}

function fixedArgument(e: Expression, frame: Frame): string | undefined {
  if (e.kind !== 'name') return undefined;
  for (let at: Frame | undefined = frame; at; at = at.parent) {
    const value = at.vars.get(e.name);
    if (!value) continue;
    // The arguments of the handler itself are the model's.
    return at.depth > 0 && isParameter(at.owner, e.name) ? constantText(value) : undefined;
  }
  return undefined;
}

function isParameter({ params }: FunctionDef, name: string): boolean {
  return params.some(
    p => p.name === name || (p.pattern && patternNames(p.pattern).some(one => one.name === name)),
  );
}
