import { ts } from 'ts-morph';
import { chain, literal, nameOf, span, unknown } from '../build.ts';
import type { Expression, RecordEntry } from '../module.ts';
import type { Lowerer } from './lowerer.ts';

/**
 * A type annotation in the form Python annotations have: names, literals, unions as `|`, generics as subscripts
 * (several arguments as a list), object types as records. Other types become `unknown`.
 */
export function lowerType(lowerer: Lowerer, node: ts.TypeNode): Expression {
  const at = lowerer.at(node);
  if (ts.isTypeReferenceNode(node))
    return generic(lowerer, entityName(lowerer, node.typeName), node.typeArguments);
  if (ts.isLiteralTypeNode(node)) return lowerer.expression(node.literal);
  if (ts.isUnionTypeNode(node)) return chain('|', node.types.map(lowerer.type));
  if (ts.isIntersectionTypeNode(node)) return chain('&', node.types.map(lowerer.type));
  if (ts.isArrayTypeNode(node)) {
    return { kind: 'subscript', object: nameOf('Array', at), index: lowerer.type(node.elementType), at };
  }
  if (ts.isTupleTypeNode(node)) {
    const items = node.elements.map(element => ({ value: lowerer.type(element) }));
    return { kind: 'subscript', object: nameOf('Array', at), index: { kind: 'list', items, at }, at };
  }
  if (ts.isParenthesizedTypeNode(node) || ts.isOptionalTypeNode(node) || ts.isRestTypeNode(node)) {
    return lowerer.type(node.type);
  }
  if (ts.isNamedTupleMember(node)) return lowerer.type(node.type);
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword)
    return lowerer.type(node.type);
  if (ts.isTypeLiteralNode(node)) return { kind: 'record', entries: members(lowerer, node), at };
  if (ts.isTypeQueryNode(node)) {
    return { kind: 'unary', op: 'typeof', value: entityName(lowerer, node.exprName), at };
  }
  const word = keyword(lowerer, node);
  return word ?? unknown(lowerer.text(node), at);
}

function keyword(lowerer: Lowerer, node: ts.TypeNode): Expression | undefined {
  const at = lowerer.at(node);
  if (node.kind === ts.SyntaxKind.UndefinedKeyword) return literal(null, at);
  const word = ts.tokenToString(node.kind);
  return word === undefined ? undefined : nameOf(word, at);
}

function generic(
  lowerer: Lowerer,
  object: Expression,
  args: ts.NodeArray<ts.TypeNode> | undefined,
): Expression {
  const values = args?.map(lowerer.type) ?? [];
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last) return object;
  const at = span(object.at, last.at);
  if (values.length === 1) return { kind: 'subscript', object, index: first, at };
  const items = values.map(value => ({ value }));
  return { kind: 'subscript', object, index: { kind: 'list', items, at: span(first.at, last.at) }, at };
}

/** `a.b.C` as members of members. */
export function entityName(lowerer: Lowerer, node: ts.EntityName | ts.Expression): Expression {
  const at = lowerer.at(node);
  if (ts.isIdentifier(node)) return nameOf(node.text, at);
  if (!ts.isQualifiedName(node)) return unknown(lowerer.text(node), at);
  const names: ts.Identifier[] = [];
  let left: ts.EntityName = node;
  for (; ts.isQualifiedName(left); left = left.left) names.push(left.right);
  let object: Expression = nameOf(left.text, lowerer.at(left));
  for (const name of names.reverse()) {
    object = { kind: 'member', object, property: name.text, at: span(object.at, lowerer.at(name)) };
  }
  return object;
}

function members(lowerer: Lowerer, node: ts.TypeLiteralNode): RecordEntry[] {
  return node.members.flatMap((member): RecordEntry[] => {
    if (!ts.isPropertySignature(member) || !member.type) return [];
    if (ts.isComputedPropertyName(member.name)) return [];
    const key = literal(member.name.text, lowerer.at(member.name));
    const type = lowerer.type(member.type);
    return [{ key, value: member.questionToken ? orNull(type) : type }];
  });
}

/** The type of something that may be left out. */
export function orNull(type: Expression): Expression {
  return { kind: 'binary', op: '|', left: type, right: literal(null, type.at), at: type.at };
}
