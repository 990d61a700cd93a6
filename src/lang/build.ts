import type { Range } from '../model/location.ts';
import { maxLeftChain, maxUnknownText } from './limits.ts';
import type { Expression, Import, Module, Problem, Statement } from './module.ts';

export function literal(value: string | number | boolean | null, at: Range): Expression {
  return { kind: 'literal', value, at };
}

export function nameOf(name: string, at: Range): Expression {
  return { kind: 'name', name, at };
}

/** An expression that was left out, with a one-line excerpt of its source. */
export function unknown(text: string, at: Range): Expression {
  const line = text
    .slice(0, maxUnknownText * 2)
    .replace(/\s+/g, ' ')
    .trim();
  return { kind: 'unknown', text: line.slice(0, maxUnknownText), at };
}

/** The range from the start of `a` to the end of `b`. */
export function span(a: Range, b: Range): Range {
  return [a[0], a[1], b[2], b[3]];
}

const associative = new Set(['+', 'and', 'or', '&&', '||', '??', '|', '&', ',']);

/** True where a chain of the operator may be regrouped without changing what it denotes. */
export function isAssociative(op: string): boolean {
  return associative.has(op);
}

/**
 * Joins operands of one operator. Short chains nest to the left as the languages do; long chains of an associative
 * operator become a balanced tree, so that generated concatenations of thousands of parts stay shallow.
 */
export function chain(op: string, operands: readonly Expression[]): Expression {
  const [first, ...rest] = operands;
  if (!first) return unknown('', [1, 1, 1, 1]);
  if (operands.length <= maxLeftChain || !isAssociative(op)) {
    return rest.reduce((left, right) => binary(op, left, right), first);
  }
  const middle = operands.length >> 1;
  return binary(op, chain(op, operands.slice(0, middle)), chain(op, operands.slice(middle)));
}

export function binary(op: string, left: Expression, right: Expression): Expression {
  return { kind: 'binary', op, left, right, at: span(left.at, right.at) };
}

/** Imports in source order, whatever order the lowering met them in. */
export function inSourceOrder(imports: readonly Import[]): Import[] {
  return [...imports].sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
}

/** A Module of a file that could not be lowered at all. */
export function emptyModule(path: string, language: Module['language'], problem: Problem): Module {
  return { path, language, imports: [], exports: [], body: [], problems: [problem] };
}

// The two makers below are the only places that name the branch `then`, which the linter takes for a promise.

export function conditional(test: Expression, yes: Expression, no: Expression, at: Range): Expression {
  // biome-ignore lint/suspicious/noThenProperty: the program model names the branch so.
  return { kind: 'conditional', test, then: yes, else: no, at };
}

export function ifStatement(
  test: Expression,
  yes: readonly Statement[],
  no: readonly Statement[],
  at: Range,
): Statement {
  // biome-ignore lint/suspicious/noThenProperty: the program model names the branch so.
  return { kind: 'if', test, then: yes, else: no, at };
}

/** One `if`/`else if` link of a chain. */
export interface IfLink {
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly at: Range;
}

/**
 * `if … else if … else` as nested statements. A chain of thousands would nest too deep, so that after some steps the
 * rest follows as further `if` statements side by side: every branch stays a branch.
 */
export function ifChain(links: readonly IfLink[], otherwise: readonly Statement[]): Statement[] {
  const out: Statement[] = [];
  let tail = otherwise;
  for (let i = links.length - 1; i >= 0; i--) {
    const link = links[i];
    if (!link) continue;
    const statement = ifStatement(link.test, link.body, tail, link.at);
    tail = [statement];
    if (i % maxLeftChain !== 0) continue;
    out.unshift(statement);
    tail = [];
  }
  return out;
}
