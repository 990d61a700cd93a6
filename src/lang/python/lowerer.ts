import type { Range } from '../../model/location.ts';
import type { Expression, FunctionDef, Import, Problem, Statement } from '../module.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** What a function body tells about its function. */
export interface FunctionScope {
  readonly outerNames: string[];
  hasYield: boolean;
}

/**
 * What the lowering functions of this folder share for one file. They call each other only through it, so that depth
 * is bounded in one place and no file here imports another in a circle.
 */
export interface Lowerer {
  readonly source: string;
  readonly imports: Import[];
  readonly problems: Problem[];
  isTopLevel(): boolean;
  /** True inside `if TYPE_CHECKING:`. */
  isTypeOnly(): boolean;
  nested<T>(work: () => T): T;
  typeOnly<T>(work: () => T): T;
  /** Runs `work` as the body of a function and fills the scope. */
  inFunction<T>(scope: FunctionScope, work: () => T): T;
  /** The innermost function being lowered. */
  scope(): FunctionScope | undefined;
  at(node: SyntaxNode): Range;
  range(start: number, end: number): Range;
  text(node: SyntaxNode): string;
  expression(node: SyntaxNode): Expression;
  /** Like `expression`; a missing node becomes an empty `unknown` at `owner`. */
  operand(node: SyntaxNode | undefined, owner: SyntaxNode): Expression;
  statements(nodes: readonly SyntaxNode[]): Statement[];
  /** Statements of a block inside a branch, loop or `with`. */
  branch(block: SyntaxNode | undefined): Statement[];
  functionDef(node: SyntaxNode, decorators: readonly Expression[]): FunctionDef;
}
