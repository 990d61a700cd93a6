import { ts } from 'ts-morph';
import { bindPattern } from './pattern.ts';
import { type Binding, type Effect, isFunction, type StaticScope, scopeOf } from './scope.ts';

/** One parsed file of a package: scopes, exports and the places that matter. */
export interface SourceFile {
  readonly path: string;
  readonly top: StaticScope;
  /** Scope of every node that opens one. */
  readonly scopes: ReadonlyMap<ts.Node, StaticScope>;
  /** Export name to what it is; `*` lists re-exported modules. */
  readonly exports: ReadonlyMap<string, Exported>;
  readonly reexports: readonly string[];
  /** Calls by the name of the called method or function. */
  readonly calls: ReadonlyMap<string, readonly ts.CallExpression[]>;
  /** `new X(...)` by the name of the class. */
  readonly news: ReadonlyMap<string, readonly ts.NewExpression[]>;
  /** Object literals with a `name` and a `description`, and classes. */
  readonly records: readonly ts.ObjectLiteralExpression[];
  readonly classes: readonly ts.ClassLikeDeclaration[];
  scopeAt(node: ts.Node): StaticScope;
}

export type Exported =
  | { readonly how: 'local'; readonly name: string }
  | { readonly how: 'value'; readonly node: ts.Expression }
  | { readonly how: 'import'; readonly module: string; readonly name: string };

/** Parses and indexes one file. Throws RangeError where nesting exhausts the stack. */
export function readFile(path: string, text: string): SourceFile {
  const source = ts.createSourceFile(
    path,
    text,
    { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
    /\.[cm]?tsx?$/.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.JSX,
  );
  const scopes = new Map<ts.Node, StaticScope>();
  const exports = new Map<string, Exported>();
  const reexports: string[] = [];
  const calls = new Map<string, ts.CallExpression[]>();
  const news = new Map<string, ts.NewExpression[]>();
  const records: ts.ObjectLiteralExpression[] = [];
  const classes: ts.ClassLikeDeclaration[] = [];
  const pending: { scope: StaticScope; name: string; effect: Effect }[] = [];
  const top = open(source, undefined);
  visitChildren(source, top);
  for (const { scope, name, effect } of pending) {
    const home = scopeOf(scope, name) ?? top;
    const known = home.effects.get(name);
    if (known) known.push(effect);
    else home.effects.set(name, [effect]);
  }
  return { path, top, scopes, exports, reexports, calls, news, records, classes, scopeAt };

  function scopeAt(node: ts.Node): StaticScope {
    for (let at: ts.Node | undefined = node; at; at = at.parent) {
      const scope = scopes.get(at);
      if (scope) return scope;
    }
    return top;
  }

  function open(node: ts.Node, parent: StaticScope | undefined): StaticScope {
    const owner = isFunction(node) || ts.isSourceFile(node) ? node : (parent?.owner ?? node);
    const scope: StaticScope = {
      file: path,
      ...(parent && { parent }),
      owner,
      node,
      bindings: new Map(),
      effects: new Map(),
    };
    scopes.set(node, scope);
    return scope;
  }

  function declare(scope: StaticScope, name: string, binding: Binding): void {
    const before = scope.bindings.get(name);
    if (!before || before.how === 'empty') scope.bindings.set(name, binding);
  }

  function visitChildren(node: ts.Node, scope: StaticScope): void {
    ts.forEachChild(node, child => visit(child, scope));
  }

  /** Statements that are taken as a whole. */
  function declares(node: ts.Node, scope: StaticScope): boolean {
    if (ts.isImportDeclaration(node)) importBindings(node, scope);
    else if (ts.isExportDeclaration(node)) exportNames(node);
    else if (isFunction(node)) functionScope(node, scope);
    else if (ts.isForOfStatement(node) || ts.isForInStatement(node)) loop(node, scope);
    else return false;
    return true;
  }

  function visit(node: ts.Node, scope: StaticScope): void {
    if (declares(node, scope)) return;
    if (ts.isClassLike(node)) {
      classes.push(node);
      if (node.name)
        declare(ts.isClassDeclaration(node) ? scope : scope, node.name.text, { how: 'class', node });
      exported(node, node.name?.text);
      visitChildren(node, open(node, scope));
      return;
    }
    if (ts.isBlock(node) || ts.isCaseBlock(node) || ts.isForStatement(node) || ts.isCatchClause(node)) {
      visitChildren(node, open(node, scope));
      return;
    }
    if (ts.isVariableStatement(node)) {
      for (const item of node.declarationList.declarations)
        if (ts.isIdentifier(item.name)) exported(node, item.name.text);
    }
    if (ts.isVariableDeclaration(node)) variable(node, scope);
    else if (ts.isExportAssignment(node)) exports.set('default', { how: 'value', node: node.expression });
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      assignment(node, scope);
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken)
      append(node, scope);
    else if (ts.isCallExpression(node)) call(node, scope);
    else if (ts.isNewExpression(node)) made(node);
    else if (ts.isObjectLiteralExpression(node) && looksLikeTool(node)) records.push(node);
    visitChildren(node, scope);
  }

  function functionScope(node: import('./value.ts').FunctionNode, scope: StaticScope): void {
    if (ts.isFunctionDeclaration(node) && node.name)
      declare(scope, node.name.text, { how: 'function', node });
    exported(node, node.name && ts.isIdentifier(node.name) ? node.name.text : undefined);
    const inner = open(node, scope);
    if (ts.isFunctionExpression(node) && node.name) declare(inner, node.name.text, { how: 'function', node });
    node.parameters.forEach((parameter, index) => {
      const rest = parameter.dotDotDotToken !== undefined;
      bindPattern(parameter.name, [], (name, path) =>
        declare(inner, name, {
          how: 'parameter',
          index,
          rest,
          path,
          ...(parameter.initializer && { fallback: parameter.initializer }),
        }),
      );
      if (parameter.initializer) visit(parameter.initializer, inner);
    });
    const { body } = node;
    if (!body) return;
    if (ts.isBlock(body)) visitChildren(body, inner);
    else visit(body, inner);
  }

  function loop(node: ts.ForOfStatement | ts.ForInStatement, scope: StaticScope): void {
    const inner = open(node, scope);
    visit(node.expression, scope);
    if (ts.isVariableDeclarationList(node.initializer))
      for (const item of node.initializer.declarations)
        bindPattern(item.name, [], (name, path) =>
          declare(inner, name, {
            how: 'each',
            over: node.expression,
            keys: ts.isForInStatement(node),
            path,
            scope,
          }),
        );
    visit(node.statement, inner);
    const [variable] = ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations : [];
    if (
      ts.isForOfStatement(node) &&
      ts.isIdentifier(node.expression) &&
      variable &&
      ts.isIdentifier(variable.name)
    )
      pending.push({
        scope,
        name: node.expression.text,
        effect: { kind: 'each', name: variable.name.text, args: [], scope: inner },
      });
  }

  function variable(node: ts.VariableDeclaration, scope: StaticScope): void {
    const list = node.parent;
    const isVar = ts.isVariableDeclarationList(list) && (list.flags & ts.NodeFlags.BlockScoped) === 0;
    const home = isVar ? functionOrFile(scope) : scope;
    const init = node.initializer;
    bindPattern(node.name, [], (name, path) =>
      declare(home, name, init ? { how: 'init', node: init, path, scope } : { how: 'empty' }),
    );
  }

  function functionOrFile(scope: StaticScope): StaticScope {
    let at = scope;
    while (at.parent && at.node !== at.owner) at = at.parent;
    return at;
  }

  function assignment(node: ts.BinaryExpression, scope: StaticScope): void {
    const { left, right } = node;
    if (ts.isIdentifier(left))
      pending.push({ scope, name: left.text, effect: { kind: 'assign', args: [right], scope } });
    const base =
      ts.isPropertyAccessExpression(left) || ts.isElementAccessExpression(left) ? left.expression : undefined;
    if (!base) return;
    const name = ts.isPropertyAccessExpression(left) ? left.name.text : undefined;
    const key = ts.isElementAccessExpression(left) ? left.argumentExpression : undefined;
    const text = base.getText(source);
    if (text === 'module' && name === 'exports') exports.set('default', { how: 'value', node: right });
    else if ((text === 'exports' || text === 'module.exports') && name && !isVoid(right))
      exports.set(name, { how: 'value', node: right });
    if (ts.isIdentifier(base))
      pending.push({
        scope,
        name: base.text,
        effect: {
          kind: 'member',
          ...(name && { name }),
          ...(key && { key }),
          args: [right],
          scope,
          when: conditionsOf(node, base.text),
        },
      });
  }

  /** `text += more`, under the conditions around it. */
  function append(node: ts.BinaryExpression, scope: StaticScope): void {
    const { left, right } = node;
    if (!ts.isIdentifier(left)) return;
    const when = conditionsOf(node, left.text);
    pending.push({ scope, name: left.text, effect: { kind: 'append', args: [right], scope, when } });
  }

  function conditionsOf(node: ts.Node, name: string): NonNullable<Effect['when']> {
    const when: { test: ts.Expression; is: boolean }[] = [];
    let inner = node;
    for (let at = node.parent; at && !isFunction(at); inner = at, at = at.parent) {
      if (ts.isIfStatement(at) && inner !== at.expression)
        when.push({ test: at.expression, is: inner === at.thenStatement });
      if (scopes.get(at)?.bindings.has(name)) break;
    }
    return when;
  }

  function call(node: ts.CallExpression, scope: StaticScope): void {
    const callee = bareCallee(node.expression);
    const name = ts.isPropertyAccessExpression(callee)
      ? callee.name.text
      : ts.isIdentifier(callee)
        ? callee.text
        : undefined;
    if (name === undefined) return;
    const known = calls.get(name);
    if (known) known.push(node);
    else calls.set(name, [node]);
    if (ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression))
      pending.push({
        scope,
        name: callee.expression.text,
        effect: { kind: 'call', name, args: node.arguments, scope },
      });
    const [first, second] = node.arguments;
    if (
      first &&
      second &&
      ts.isIdentifier(first) &&
      ts.isObjectLiteralExpression(second) &&
      ts.isIdentifier(callee)
    )
      pending.push({
        scope,
        name: first.text,
        effect: { kind: 'call', name: '__export', args: [second], scope },
      });
    if (name === 'assign' && first && ts.isIdentifier(first))
      pending.push({
        scope,
        name: first.text,
        effect: { kind: 'call', name: 'Object.assign', args: node.arguments.slice(1), scope },
      });
    const star =
      name === '__exportStar' && first && ts.isCallExpression(first) ? first.arguments[0] : undefined;
    if (star && ts.isStringLiteralLike(star)) reexports.push(star.text);
  }

  function made(node: ts.NewExpression): void {
    const callee = bareCallee(node.expression);
    const name = ts.isPropertyAccessExpression(callee)
      ? callee.name.text
      : ts.isIdentifier(callee)
        ? callee.text
        : undefined;
    if (name === undefined) return;
    const known = news.get(name);
    if (known) known.push(node);
    else news.set(name, [node]);
  }

  function exported(node: ts.Node, name: string | undefined): void {
    const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
    if (!modifiers?.some(item => item.kind === ts.SyntaxKind.ExportKeyword)) return;
    const isDefault = modifiers.some(item => item.kind === ts.SyntaxKind.DefaultKeyword);
    if (name !== undefined) exports.set(isDefault ? 'default' : name, { how: 'local', name });
    else if (isDefault && (ts.isClassLike(node) || ts.isFunctionDeclaration(node)))
      exports.set('default', { how: 'value', node: node as unknown as ts.Expression });
  }

  function exportNames(node: ts.ExportDeclaration): void {
    const module =
      node.moduleSpecifier && ts.isStringLiteralLike(node.moduleSpecifier)
        ? node.moduleSpecifier.text
        : undefined;
    if (!node.exportClause) {
      if (module) reexports.push(module);
    } else if (ts.isNamespaceExport(node.exportClause)) {
      if (module) exports.set(node.exportClause.name.text, { how: 'import', module, name: '*' });
    } else
      for (const item of node.exportClause.elements) {
        const name = (item.propertyName ?? item.name).text;
        exports.set(
          item.name.text,
          module === undefined ? { how: 'local', name } : { how: 'import', module, name },
        );
      }
  }

  function importBindings(node: ts.ImportDeclaration, scope: StaticScope): void {
    const clause = node.importClause;
    if (!clause || !ts.isStringLiteralLike(node.moduleSpecifier)) return;
    const module = node.moduleSpecifier.text;
    if (clause.name) declare(scope, clause.name.text, { how: 'import', module, name: 'default' });
    const named = clause.namedBindings;
    if (named && ts.isNamespaceImport(named))
      declare(scope, named.name.text, { how: 'import', module, name: '*' });
    else if (named)
      for (const item of named.elements)
        declare(scope, item.name.text, {
          how: 'import',
          module,
          name: (item.propertyName ?? item.name).text,
        });
  }
}

/** `(0, a.b)(…)` calls `a.b`; casts and parentheses vanish. */
export function bareCallee(node: ts.Expression): ts.Expression {
  let at = node;
  for (;;) {
    if (
      ts.isParenthesizedExpression(at) ||
      ts.isAsExpression(at) ||
      ts.isNonNullExpression(at) ||
      ts.isSatisfiesExpression(at)
    )
      at = at.expression;
    else if (ts.isBinaryExpression(at) && at.operatorToken.kind === ts.SyntaxKind.CommaToken) at = at.right;
    else return at;
  }
}

function isVoid(node: ts.Expression): boolean {
  if (ts.isVoidExpression(node)) return true;
  return (
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && isVoid(node.right)
  );
}

function looksLikeTool(node: ts.ObjectLiteralExpression): boolean {
  let seen = 0;
  for (const item of node.properties) {
    const name =
      item.name && (ts.isIdentifier(item.name) || ts.isStringLiteralLike(item.name)) ? item.name.text : '';
    if (name === 'name') seen |= 1;
    else if (name === 'description') seen |= 2;
    else if (ts.isSpreadAssignment(item)) seen |= 4;
  }
  return (seen & 3) === 3;
}
