import { ts } from 'ts-morph';
import { type IfLink, ifChain, literal, nameOf } from '../build.ts';
import type { Expression, Statement } from '../module.ts';
import type { Lowerer } from './lowerer.ts';
import { expressionStatement, lowerDeclarations } from './simple-statements.ts';

/** Statements that decide what runs. Declarations of types, empty and debugger statements give none. */
export function lowerControl(lowerer: Lowerer, node: ts.Statement): Statement[] {
  const at = lowerer.at(node);
  if (ts.isIfStatement(node)) return lowerIf(lowerer, node);
  if (ts.isReturnStatement(node)) {
    return [{ kind: 'return', ...(node.expression && { value: lowerer.expression(node.expression) }), at }];
  }
  if (ts.isThrowStatement(node)) return [{ kind: 'raise', value: lowerer.expression(node.expression), at }];
  if (ts.isBlock(node)) return lowerer.statements(node.statements);
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return [lowerForEach(lowerer, node)];
  if (ts.isForStatement(node)) return lowerFor(lowerer, node);
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    const body = lowerer.branch(node.statement);
    return [{ kind: 'while', test: lowerer.expression(node.expression), body, at }];
  }
  if (ts.isTryStatement(node)) return [lowerTry(lowerer, node)];
  if (ts.isSwitchStatement(node)) return [lowerSwitch(lowerer, node)];
  if (ts.isLabeledStatement(node)) return lowerer.statements([node.statement]);
  if (ts.isWithStatement(node)) {
    return [
      {
        kind: 'with',
        items: [{ value: lowerer.expression(node.expression) }],
        body: lowerer.branch(node.statement),
        at,
      },
    ];
  }
  if (ts.isBreakStatement(node)) return [{ kind: 'break', at }];
  if (ts.isContinueStatement(node)) return [{ kind: 'continue', at }];
  return [];
}

function lowerIf(lowerer: Lowerer, node: ts.IfStatement): Statement[] {
  const links: IfLink[] = [];
  let rest: ts.Statement | undefined = node;
  while (rest && ts.isIfStatement(rest)) {
    const test = lowerer.expression(rest.expression);
    links.push({ test, body: lowerer.branch(rest.thenStatement), at: lowerer.at(rest) });
    rest = rest.elseStatement;
  }
  return ifChain(links, lowerer.branch(rest));
}

function lowerForEach(lowerer: Lowerer, node: ts.ForOfStatement | ts.ForInStatement): Statement {
  const target = loopTarget(lowerer, node.initializer);
  const iter = lowerer.expression(node.expression);
  return { kind: 'for', target, iter, body: lowerer.branch(node.statement), at: lowerer.at(node) };
}

function loopTarget(lowerer: Lowerer, node: ts.ForInitializer): Expression {
  if (!ts.isVariableDeclarationList(node)) return lowerer.expression(node);
  const [first] = node.declarations;
  return first ? lowerer.pattern(first.name) : nameOf('', lowerer.at(node));
}

/** `for (init; test; step) body` is `init` and then a `while` whose body ends in `step`. */
function lowerFor(lowerer: Lowerer, node: ts.ForStatement): Statement[] {
  const at = lowerer.at(node);
  const test = node.condition ? lowerer.expression(node.condition) : literal(true, at);
  const body = lowerer.branch(node.statement);
  const incrementor = node.incrementor;
  const step = incrementor ? lowerer.nested(() => expressionStatement(lowerer, incrementor)) : [];
  return [...initializer(lowerer, node.initializer), { kind: 'while', test, body: [...body, ...step], at }];
}

function initializer(lowerer: Lowerer, node: ts.ForInitializer | undefined): Statement[] {
  if (!node) return [];
  return ts.isVariableDeclarationList(node)
    ? lowerDeclarations(lowerer, node)
    : expressionStatement(lowerer, node);
}

/** The caught name is bound by an assignment without a value at the start of its handler. */
function lowerTry(lowerer: Lowerer, node: ts.TryStatement): Statement {
  const clause = node.catchClause;
  const caught: Statement[] = clause?.variableDeclaration
    ? [
        {
          kind: 'assign',
          target: lowerer.pattern(clause.variableDeclaration.name),
          at: lowerer.at(clause.variableDeclaration),
        },
      ]
    : [];
  return {
    kind: 'try',
    body: lowerer.branch(node.tryBlock),
    handlers: clause ? [[...caught, ...lowerer.branch(clause.block)]] : [],
    finally: lowerer.branch(node.finallyBlock),
    at: lowerer.at(node),
  };
}

function lowerSwitch(lowerer: Lowerer, node: ts.SwitchStatement): Statement {
  const cases = node.caseBlock.clauses.map(clause => ({
    ...(ts.isCaseClause(clause) && { test: lowerer.expression(clause.expression) }),
    body: lowerer.nested(() => lowerer.statements(clause.statements)),
  }));
  return { kind: 'switch', subject: lowerer.expression(node.expression), cases, at: lowerer.at(node) };
}
