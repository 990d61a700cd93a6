import { ts } from 'ts-morph';
import type { FunctionNode } from './value.ts';

/** How a name gets a value: a declaration, a parameter, a loop variable, an import. */
export type Binding =
  | {
      readonly how: 'init';
      readonly node: ts.Expression;
      readonly path: readonly PathStep[];
      readonly scope: StaticScope;
    }
  | {
      readonly how: 'parameter';
      readonly index: number;
      readonly rest: boolean;
      readonly path: readonly PathStep[];
      readonly fallback?: ts.Expression;
    }
  | {
      readonly how: 'each';
      readonly over: ts.Expression;
      readonly keys: boolean;
      readonly path: readonly PathStep[];
      readonly scope: StaticScope;
    }
  | { readonly how: 'function'; readonly node: FunctionNode }
  | { readonly how: 'class'; readonly node: ts.ClassLikeDeclaration }
  | { readonly how: 'import'; readonly module: string; readonly name: string }
  | { readonly how: 'empty' };

/** One step into a pattern: a key, an index, everything from an index or beside keys, or a default. */
export type PathStep =
  | { readonly step: 'key'; readonly key: string }
  | { readonly step: 'index'; readonly index: number }
  | { readonly step: 'rest'; readonly from: number; readonly without: readonly string[] }
  | { readonly step: 'default'; readonly node: ts.Expression };

/** Something done to a named thing after it was made. */
export interface Effect {
  readonly kind: 'assign' | 'append' | 'member' | 'call' | 'each';
  /** Member or method name, absent for computed members; of `each` the loop variable. */
  readonly name?: string;
  readonly key?: ts.Expression;
  readonly args: readonly ts.Expression[];
  readonly scope: StaticScope;
  /** Conditions around it, inside the function or loop that holds the name. */
  readonly when?: readonly { readonly test: ts.Expression; readonly is: boolean }[];
}

/** The text of a block, function or file. */
export interface StaticScope {
  readonly file: string;
  readonly parent?: StaticScope;
  /** Nearest function or file. */
  readonly owner: ts.Node;
  readonly node: ts.Node;
  readonly bindings: Map<string, Binding>;
  readonly effects: Map<string, Effect[]>;
}

/** Innermost scope that declares a name. */
export function scopeOf(scope: StaticScope | undefined, name: string): StaticScope | undefined {
  for (let at = scope; at; at = at.parent) if (at.bindings.has(name)) return at;
  return undefined;
}

/** Function declarations, expressions, arrows, methods, accessors and constructors. */
export function isFunction(node: ts.Node): node is FunctionNode {
  return ts.isFunctionLike(node) && 'body' in node;
}
