import { ts } from 'ts-morph';
import { unknown } from '../build.ts';
import { commentText } from '../doc-text.ts';
import { maxDepth, maxProblems } from '../limits.ts';
import type { LineTable } from '../line-table.ts';
import type { Expression, Statement } from '../module.ts';
import { lowerExpression } from './expressions.ts';
import { lowerFunction } from './functions.ts';
import type { Lowerer } from './lowerer.ts';
import { lowerPattern } from './patterns.ts';
import { lowerStatement } from './statements.ts';
import { lowerType } from './types.ts';

/** Wires the lowering functions of one file together and bounds their recursion. */
export function createLowerer(file: ts.SourceFile, lines: LineTable): Lowerer {
  let depth = 0;
  let nesting = 0;

  const at: Lowerer['at'] = node => lines.range(node.getStart(file), node.end);

  function bounded<T>(node: ts.Node, work: () => T, fallback: () => T): T {
    if (depth >= maxDepth) {
      if (lowerer.problems.length < maxProblems) {
        lowerer.problems.push({
          reason: 'depth-limit',
          detail: `nested deeper than ${maxDepth} levels`,
          at: at(node),
        });
      }
      return fallback();
    }
    depth++;
    try {
      return work();
    } finally {
      depth--;
    }
  }

  function leftOut(node: ts.Node): Expression {
    return unknown(file.text.slice(node.pos, node.pos + 200), at(node));
  }

  const lowerer: Lowerer = {
    file,
    imports: [],
    exports: [],
    problems: [],
    isTopLevel: () => nesting === 0,
    nested(work) {
      nesting++;
      try {
        return work();
      } finally {
        nesting--;
      }
    },
    at,
    atDeclaration(node) {
      const last = ts.canHaveDecorators(node) ? ts.getDecorators(node)?.at(-1) : undefined;
      if (!last) return at(node);
      return lines.range(afterTrivia(file.text, last.end), node.end);
    },
    text: node => file.text.slice(node.getStart(file), node.end),
    doc(node) {
      const range = ts.getLeadingCommentRanges(file.text, node.pos)?.at(-1);
      if (!range || !file.text.startsWith('/**', range.pos)) return undefined;
      return commentText(file.text.slice(range.pos, range.end));
    },
    expression: (node, doc) =>
      bounded(
        node,
        () => lowerExpression(lowerer, node, doc),
        () => leftOut(node),
      ),
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
    branch(node) {
      if (!node) return [];
      return lowerer.nested(() => lowerer.statements(ts.isBlock(node) ? node.statements : [node]));
    },
    pattern: node =>
      bounded(
        node,
        () => lowerPattern(lowerer, node),
        () => leftOut(node),
      ),
    type: node =>
      bounded(
        node,
        () => lowerType(lowerer, node),
        () => leftOut(node),
      ),
    functionDef: (node, doc) => lowerFunction(lowerer, node, doc),
  };
  return lowerer;
}

/** Offset of the next token: behind white space and comments. */
function afterTrivia(text: string, start: number): number {
  const trailing = ts.getTrailingCommentRanges(text, start)?.at(-1)?.end ?? start;
  const leading = ts.getLeadingCommentRanges(text, trailing)?.at(-1)?.end ?? trailing;
  const space = /\s*/y;
  space.lastIndex = leading;
  space.test(text);
  return space.lastIndex;
}
