import { unknown } from '../build.ts';
import { maxDepth, maxProblems } from '../limits.ts';
import type { LineTable } from '../line-table.ts';
import type { Expression, Statement } from '../module.ts';
import { lowerExpression } from './expressions.ts';
import { lowerFunction } from './functions.ts';
import type { FunctionScope, Lowerer } from './lowerer.ts';
import { lowerStatement } from './statements.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** Wires the lowering functions of one file together and bounds their recursion. */
export function createLowerer(source: string, lines: LineTable): Lowerer {
  const counters = { depth: 0, nesting: 0, typeOnly: 0 };
  const scopes: FunctionScope[] = [];

  function counted<T>(counter: keyof typeof counters, work: () => T): T {
    counters[counter]++;
    try {
      return work();
    } finally {
      counters[counter]--;
    }
  }

  function bounded<T>(node: SyntaxNode, work: () => T, fallback: () => T): T {
    if (counters.depth < maxDepth) return counted('depth', work);
    if (lowerer.problems.length < maxProblems) {
      const detail = `nested deeper than ${maxDepth} levels`;
      lowerer.problems.push({ reason: 'depth-limit', detail, at: lowerer.at(node) });
    }
    return fallback();
  }

  function leftOut(node: SyntaxNode): Expression {
    return unknown(source.slice(node.start, Math.min(node.end, node.start + 200)), lowerer.at(node));
  }

  const lowerer: Lowerer = {
    source,
    imports: [],
    problems: [],
    isTopLevel: () => counters.nesting === 0,
    isTypeOnly: () => counters.typeOnly > 0,
    nested: work => counted('nesting', work),
    typeOnly: work => counted('typeOnly', work),
    inFunction(scope, work) {
      scopes.push(scope);
      try {
        return counted('nesting', work);
      } finally {
        scopes.pop();
      }
    },
    scope: () => scopes.at(-1),
    at: node => lines.range(node.start, node.end),
    range: (start, end) => lines.range(start, end),
    text: node => source.slice(node.start, node.end),
    expression: node =>
      bounded(
        node,
        () => lowerExpression(lowerer, node),
        () => leftOut(node),
      ),
    operand(node, owner) {
      return node ? lowerer.expression(node) : unknown('', lowerer.at(owner));
    },
    statements(nodes) {
      const out: Statement[] = [];
      for (const node of nodes) {
        for (const statement of bounded(
          node,
          () => lowerStatement(lowerer, node),
          () => [],
        ))
          out.push(statement);
      }
      return out;
    },
    branch: block => lowerer.nested(() => lowerer.statements(block?.children ?? [])),
    functionDef: (node, decorators) => lowerFunction(lowerer, node, decorators),
  };
  return lowerer;
}
