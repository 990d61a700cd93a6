import type { Expression, FunctionDef, Statement } from '../lang/module.ts';

/** A body that does nothing because it is none: only `...`, a text, or the error that says so; `pass` where marked abstract. */
export function isDeclaration({ body, decorators }: FunctionDef): boolean {
  if (!body.every(isEmpty)) return false;
  return decorators.some(isAbstract) || body.some(statement => !isText(statement));
}

function isAbstract(e: Expression): boolean {
  const name = e.kind === 'member' ? e.property : e.kind === 'name' ? e.name : '';
  return name === 'abstractmethod' || name === 'abstractproperty';
}

function isEmpty(statement: Statement): boolean {
  if (statement.kind === 'raise') return saysNotImplemented(statement.value);
  return statement.kind === 'expression' && (isText(statement) || isEllipsis(statement.value));
}

const isText = (statement: Statement): boolean =>
  statement.kind === 'expression' && statement.value.kind === 'literal';

const isEllipsis = (e: Expression): boolean => e.kind === 'name' && e.name === 'Ellipsis';

function saysNotImplemented(e: Expression | undefined): boolean {
  if (e?.kind === 'call') return saysNotImplemented(e.callee);
  return e?.kind === 'name' && e.name === 'NotImplementedError';
}
