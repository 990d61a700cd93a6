import type { ts } from 'ts-morph';
import type { Range } from '../../model/location.ts';
import type { Export, Expression, FunctionDef, Import, Problem, Statement } from '../module.ts';

/**
 * What the lowering functions of this folder share for one file. They call each other only through it, so that depth
 * is bounded in one place and no file here imports another in a circle.
 */
export interface Lowerer {
  readonly file: ts.SourceFile;
  readonly imports: Import[];
  readonly exports: Export[];
  readonly problems: Problem[];
  /** True outside functions, branches and loops. */
  isTopLevel(): boolean;
  /** Runs `work` as inside a function, branch or loop. */
  nested<T>(work: () => T): T;
  at(node: ts.Node): Range;
  /** Range of a declaration without the decorators in front of it. */
  atDeclaration(node: ts.Node): Range;
  text(node: ts.Node): string;
  /** The doc comment that ends right before the node. */
  doc(node: ts.Node): string | undefined;
  /** `doc` is the comment of the declaration that holds a function expression. */
  expression(node: ts.Expression, doc?: string): Expression;
  statements(nodes: readonly ts.Statement[]): Statement[];
  /** One statement as a list: a block gives its statements, anything else one or none. */
  branch(node: ts.Statement | undefined): Statement[];
  pattern(node: ts.BindingName): Expression;
  type(node: ts.TypeNode): Expression;
  functionDef(node: ts.FunctionLikeDeclaration, doc?: string): FunctionDef;
}
