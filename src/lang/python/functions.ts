import type { Expression, FunctionDef, Parameter } from '../module.ts';
import { docstring } from './blocks.ts';
import type { FunctionScope, Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

export function lowerFunction(
  lowerer: Lowerer,
  node: SyntaxNode,
  decorators: readonly Expression[],
): FunctionDef {
  const child = (type: string) => node.children.find(candidate => candidate.type === type);
  const name = child('identifier');
  const params = child('parameters');
  const returns = child('type');
  const block = child('block');
  const doc = block && docstring(lowerer, block);
  const scope: FunctionScope = { outerNames: [], hasYield: false };
  const statements = block ? block.children.slice(doc === undefined ? 0 : 1) : [];
  const body = lowerer.inFunction(scope, () => lowerer.statements(statements));
  return {
    name: name ? lowerer.text(name) : '',
    params: params ? lowerParameters(lowerer, params) : [],
    ...(returns && { returns: lowerer.expression(returns) }),
    decorators,
    body,
    ...(lowerer.source.startsWith('async', node.start) && { isAsync: true }),
    ...(scope.hasYield && { isGenerator: true }),
    ...(scope.outerNames.length > 0 && { outerNames: scope.outerNames }),
    ...(doc && { doc }),
    at: lowerer.at(node),
  };
}

/** A lambda is a function whose body is one `return`. */
export function lowerLambda(lowerer: Lowerer, node: SyntaxNode): Expression {
  const params = node.children.find(child => child.type === 'lambda_parameters');
  const result = node.children.at(-1);
  const scope: FunctionScope = { outerNames: [], hasYield: false };
  const value = lowerer.inFunction(scope, () =>
    lowerer.operand(result === params ? undefined : result, node),
  );
  const def: FunctionDef = {
    name: '',
    params: params ? lowerParameters(lowerer, params) : [],
    decorators: [],
    body: [{ kind: 'return', value, at: value.at }],
    at: lowerer.at(node),
  };
  return { kind: 'function', def, at: def.at };
}

function lowerParameters(lowerer: Lowerer, node: SyntaxNode): Parameter[] {
  const out: Parameter[] = [];
  let kind: Parameter['kind'] = 'plain';
  for (const child of node.children) {
    if (child.type === 'keyword_separator') kind = 'keyword-only';
    const param = parameter(lowerer, child, kind);
    if (!param) continue;
    out.push(param);
    if (param.kind === 'rest') kind = 'keyword-only';
  }
  return out;
}

function parameter(lowerer: Lowerer, node: SyntaxNode, plain: Parameter['kind']): Parameter | undefined {
  const target = targetOf(node);
  const kind = kinds[target.type] ?? plain;
  if (!names.has(target.type)) return undefined;
  const name = target.type === 'identifier' ? target : target.children[0];
  const annotation = node.children.find(child => child.type === 'type');
  const hasDefault = node.type === 'default_parameter' || node.type === 'typed_default_parameter';
  const value = hasDefault ? node.children.at(-1) : undefined;
  return {
    name: target.type === 'tuple_pattern' || !name ? '' : lowerer.text(name),
    kind,
    ...(value && { default: lowerer.expression(value) }),
    ...(annotation && { annotation: lowerer.expression(annotation) }),
    ...(target.type === 'tuple_pattern' && { pattern: lowerer.expression(target) }),
  };
}

const kinds: { readonly [type: string]: Parameter['kind'] } = {
  list_splat_pattern: 'rest',
  dictionary_splat_pattern: 'keywords',
};
const names = new Set(['identifier', 'list_splat_pattern', 'dictionary_splat_pattern', 'tuple_pattern']);
const wrappers = new Set(['typed_parameter', 'default_parameter', 'typed_default_parameter']);

function targetOf(node: SyntaxNode): SyntaxNode {
  return wrappers.has(node.type) ? (node.children[0] ?? node) : node;
}
