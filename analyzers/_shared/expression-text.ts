import type { Expression } from '../../src/lang/module.ts';
import { clip } from './facts.ts';

/** An expression in about the words of the source, for sentences about it; clipped, never the whole program. */
export function expressionText(expression: Expression): string {
  return clip(write(expression, 0), 120);
}

function write(e: Expression, depth: number): string {
  if (depth > 8) return '…';
  const next = (inner: Expression): string => write(inner, depth + 1);
  switch (e.kind) {
    case 'literal':
      return JSON.stringify(e.value);
    case 'template':
      return `"${e.parts.map(part => (part.kind === 'literal' ? String(part.value) : `{${next(part)}}`)).join('')}"`;
    case 'name':
      return e.name;
    case 'member':
      return `${next(e.object)}.${e.property}`;
    case 'subscript':
      return `${next(e.object)}[${next(e.index)}]`;
    case 'call':
      return `${next(e.callee)}(${e.args.map(arg => next(arg.value)).join(', ')})`;
    case 'list':
      return `[${e.items.map(item => next(item.value)).join(', ')}]`;
    case 'await':
      return next(e.value);
    case 'unary':
      return `${e.op}${/\w$/.test(e.op) ? ' ' : ''}${next(e.value)}`;
    case 'binary':
      return `${next(e.left)} ${e.op} ${next(e.right)}`;
    case 'conditional':
      return `${next(e.test)} ? ${next(e.then)} : ${next(e.else)}`;
    default:
      return '…';
  }
}
