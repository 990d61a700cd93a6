import { type IfLink, ifChain } from '../build.ts';
import type { Statement } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import { lowerMatch } from './match.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { lowerWith } from './with.ts';

/** Statements that decide what runs; node types that are no statement give none. */
export function lowerControl(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  switch (node.type) {
    case 'if_statement':
      return lowerIf(lowerer, node);
    case 'for_statement':
      return lowerFor(lowerer, node);
    case 'while_statement':
      return lowerWhile(lowerer, node);
    case 'with_statement':
      return [lowerWith(lowerer, node)];
    case 'try_statement':
      return [lowerTry(lowerer, node)];
    case 'match_statement':
      return [lowerMatch(lowerer, node)];
    case 'block':
      return lowerer.statements(node.children);
    default:
      return [];
  }
}

function lowerIf(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  const clauses = [node, ...node.children.filter(child => child.type === 'elif_clause')];
  const links = clauses.map((clause): IfLink => {
    const [test] = clause.children;
    const body = () => lowerer.branch(block(clause));
    const isTypeCheck = test !== undefined && /^(?:\w+\.)?TYPE_CHECKING$/.test(lowerer.text(test));
    return {
      test: lowerer.operand(test, clause),
      body: isTypeCheck ? lowerer.typeOnly(body) : body(),
      at: lowerer.range(clause.start, node.end),
    };
  });
  return ifChain(links, otherwise(lowerer, node));
}

function lowerFor(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  const [target, iter] = node.children;
  const loop: Statement = {
    kind: 'for',
    target: lowerer.operand(target, node),
    iter: lowerer.operand(iter, node),
    body: lowerer.branch(block(node)),
    at: lowerer.at(node),
  };
  return [loop, ...otherwise(lowerer, node)];
}

function lowerWhile(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  const test = lowerer.operand(node.children[0], node);
  return [
    { kind: 'while', test, body: lowerer.branch(block(node)), at: lowerer.at(node) },
    ...otherwise(lowerer, node),
  ];
}

function lowerTry(lowerer: Lowerer, node: SyntaxNode): Statement {
  const handlers = node.children
    .filter(child => child.type === 'except_clause' || child.type === 'except_group_clause')
    .map(clause => [...caughtName(lowerer, clause), ...lowerer.branch(block(clause))]);
  const after = otherwise(lowerer, node);
  const last = node.children.find(child => child.type === 'finally_clause');
  return {
    kind: 'try',
    body: lowerer.branch(block(node)),
    handlers: after.length > 0 ? [...handlers, after] : handlers,
    finally: last ? lowerer.branch(block(last)) : [],
    at: lowerer.at(node),
  };
}

/** `except E as e` binds `e` by an assignment without a value. */
function caughtName(lowerer: Lowerer, clause: SyntaxNode): Statement[] {
  const pattern = clause.children.find(child => child.type === 'as_pattern');
  const values = clause.children.filter(child => child.type !== 'block');
  const hasAlias =
    values.length === 2 && /\bas\s/.test(lowerer.source.slice(values[0]?.end, values[1]?.start));
  const name = pattern?.children.at(-1) ?? (hasAlias ? values[1] : undefined);
  return name ? [{ kind: 'assign', target: lowerer.expression(name), at: lowerer.at(name) }] : [];
}

function otherwise(lowerer: Lowerer, node: SyntaxNode): Statement[] {
  const clause = node.children.find(child => child.type === 'else_clause');
  return clause ? lowerer.branch(block(clause)) : [];
}

function block(node: SyntaxNode): SyntaxNode | undefined {
  return node.children.find(child => child.type === 'block');
}
