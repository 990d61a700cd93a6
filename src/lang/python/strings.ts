import { literal } from '../build.ts';
import type { Expression } from '../module.ts';
import { decodeEscapes } from './escapes.ts';
import type { Lowerer } from './lowerer.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** A string literal, or a template when an f-string has holes. */
export function lowerString(lowerer: Lowerer, node: SyntaxNode): Expression {
  return joined(stringParts(lowerer, node), lowerer, node);
}

/** Adjacent literals are one string. */
export function lowerConcatenation(lowerer: Lowerer, node: SyntaxNode): Expression {
  const strings = node.children.filter(child => child.type === 'string');
  return joined(
    strings.flatMap(child => stringParts(lowerer, child)),
    lowerer,
    node,
  );
}

function joined(parts: readonly Expression[], lowerer: Lowerer, node: SyntaxNode): Expression {
  const at = lowerer.at(node);
  const values = parts.map(part => (part.kind === 'literal' ? part.value : undefined));
  if (values.every(value => typeof value === 'string')) return literal(values.join(''), at);
  return { kind: 'template', parts, at };
}

function stringParts(lowerer: Lowerer, node: SyntaxNode): Expression[] {
  if (node.children.length === 0) return [plainString(lowerer, node)];
  const start = node.children[0];
  const isRaw = start?.type === 'string_start' && /r/i.test(lowerer.text(start));
  return node.children.flatMap((child): Expression[] => {
    if (child.type === 'interpolation')
      return child.children[0] ? [lowerer.expression(child.children[0])] : [];
    if (child.type !== 'string_content') return [];
    const text = lowerer.text(child).replace(/\{\{|\}\}/g, pair => pair.charAt(0));
    return [literal(isRaw ? text : decodeEscapes(text), lowerer.at(child))];
  });
}

/** A string without holes, whose parts were not copied out of the tree. */
function plainString(lowerer: Lowerer, node: SyntaxNode): Expression {
  const text = lowerer.text(node);
  const [opening = '', prefix = '', quote = ''] = /^([a-z]*)("""|'''|["'])/i.exec(text) ?? [];
  const end =
    text.endsWith(quote) && text.length >= opening.length + quote.length
      ? text.length - quote.length
      : text.length;
  const content = text.slice(opening.length, end);
  return literal(/r/i.test(prefix) ? content : decodeEscapes(content), lowerer.at(node));
}
