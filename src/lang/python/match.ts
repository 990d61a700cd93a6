import { literal, nameOf, unknown } from '../build.ts';
import type { Expression, Statement } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** A case tests its pattern as an expression; names the pattern binds are assigned at the start of the case. */
export function lowerMatch(lowerer: Lowerer, node: SyntaxNode): Statement {
  const block = node.children.find(child => child.type === 'block');
  const subjects = node.children.filter(child => child !== block);
  const [only] = subjects;
  const subject: Expression =
    only && subjects.length === 1
      ? lowerer.expression(only)
      : {
          kind: 'list',
          items: subjects.map(child => ({ value: lowerer.expression(child) })),
          at: lowerer.at(node),
        };
  const clauses = block?.children.filter(child => child.type === 'case_clause') ?? [];
  return {
    kind: 'switch',
    subject,
    cases: clauses.map(clause => lowerCase(lowerer, clause, subject)),
    at: lowerer.at(node),
  };
}

function lowerCase(lowerer: Lowerer, node: SyntaxNode, subject: Expression) {
  const patterns = node.children.filter(child => child.type === 'case_pattern');
  const block = node.children.find(child => child.type === 'block');
  const [only] = patterns;
  const captures = patterns.flatMap(pattern => captured(lowerer, pattern));
  const isWhole = captures.length === 1 && only !== undefined && capturedWhole(lowerer, only);
  const bound = captures.map((name): Statement => {
    const target = nameOf(lowerer.text(name), lowerer.at(name));
    return { kind: 'assign', target, ...(isWhole && { value: subject }), at: target.at };
  });
  const isDefault = only !== undefined && patterns.length === 1 && lowerer.text(only) === '_';
  return {
    ...(!isDefault && only && { test: pattern(lowerer, only) }),
    body: [...bound, ...lowerer.branch(block)],
  };
}

/** A literal, dotted name or class pattern as an expression; the rest of the pattern language is `unknown`. */
function pattern(lowerer: Lowerer, node: SyntaxNode): Expression {
  const [first] = node.children;
  const at = lowerer.at(node);
  switch (node.type) {
    case 'case_pattern':
      return first ? pattern(lowerer, first) : unknown(lowerer.text(node), at);
    case 'class_pattern':
      // The class alone: a call here would look like the making of an object.
      return lowerer.operand(first, node);
    case 'as_pattern':
      return first ? pattern(lowerer, first) : unknown(lowerer.text(node), at);
    case 'string':
    case 'concatenated_string':
    case 'integer':
    case 'float':
    case 'dotted_name':
    case 'true':
    case 'false':
      return lowerer.expression(node);
    case 'none':
      return literal(null, at);
    default:
      return unknown(lowerer.text(node), at);
  }
}

/** Plain names in a pattern bind; dotted ones, class names and keys of keyword patterns do not. */
function captured(lowerer: Lowerer, root: SyntaxNode): SyntaxNode[] {
  const out: SyntaxNode[] = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const [first, second] = node.children;
    if (node.type === 'dotted_name') {
      if (first && !second && lowerer.text(first) !== '_') out.push(first);
    } else if (node.type === 'identifier') {
      if (lowerer.text(node) !== '_') out.push(node);
    } else if (node.type === 'class_pattern' || node.type === 'keyword_pattern') {
      open.push(...node.children.slice(1).reverse());
    } else {
      open.push(...[...node.children].reverse());
    }
  }
  return out;
}

/** True for `case x:` and `case … as x:`, where the name is the subject itself. */
function capturedWhole(lowerer: Lowerer, node: SyntaxNode): boolean {
  const [first] = node.children;
  if (node.type === 'case_pattern' && first) return capturedWhole(lowerer, first);
  return node.type === 'dotted_name' || (node.type === 'as_pattern' && lowerer.text(node).includes(' as '));
}
