import { ts } from 'ts-morph';
import { plainSpecifier } from './specifier.ts';
import { unwrap } from './unwrap.ts';

/** What `require('m')`, `await import('m')` or a member of one asks for. */
export interface ModuleRequest {
  readonly module: string;
  /** `import()` gives a namespace, `require` whatever the module exports. */
  readonly how: 'require' | 'import';
  /** First member taken right away: `require('m').x`. */
  readonly property?: string;
}

const interop = /^(?:__importDefault|__importStar|__toESM|_interopRequireDefault|_interopRequireWildcard)$/;

/** Reads an expression that is nothing but a request for a module by a literal name. */
export function moduleRequest(wrapped: ts.Expression): ModuleRequest | undefined {
  const node = unwrap(wrapped);
  if (ts.isPropertyAccessExpression(node)) {
    const inner = moduleRequest(node.expression);
    return inner && !inner.property ? { ...inner, property: node.name.text } : undefined;
  }
  if (ts.isAwaitExpression(node)) {
    const module = importedModule(unwrap(node.expression));
    return module === undefined ? undefined : { module, how: 'import' };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const module = requiredModule(node);
  if (module !== undefined) return { module, how: 'require' };
  const [first] = node.arguments;
  if (!first || !ts.isIdentifier(node.expression) || !interop.test(node.expression.text)) return undefined;
  return moduleRequest(first);
}

/** Module of a bare `require('m')` or `import('m')` call. */
export function calledModule(node: ts.CallExpression): string | undefined {
  return requiredModule(node) ?? importedModule(node);
}

function requiredModule(node: ts.CallExpression): string | undefined {
  if (!ts.isIdentifier(node.expression) || node.expression.text !== 'require') return undefined;
  return literalArgument(node);
}

function importedModule(node: ts.Expression): string | undefined {
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  return literalArgument(node);
}

function literalArgument(node: ts.CallExpression): string | undefined {
  const [first] = node.arguments;
  return first && ts.isStringLiteralLike(first) ? plainSpecifier(first.text) : undefined;
}
