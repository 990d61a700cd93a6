import type { ClassDef, Expression, FunctionDef, Import, Module } from '../lang/module.ts';
import type { Range } from '../model/location.ts';
import type { Value } from './value.ts';

/** A source position as one comparable number. */
export function position(line: number, column: number): number {
  return line * 1e7 + column;
}

export const endOfScope = Number.MAX_SAFE_INTEGER;

/** Part of the program that may or may not run: an arm of an `if`, a loop body, a handler. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** The whole branching statement, so that sibling arms exclude one another. */
  readonly wholeStart: number;
  readonly wholeEnd: number;
  /** How many arms cover every path; 0 when paths can go around all of them. */
  readonly arms: number;
  /** The condition of an `if`, and whether this is the arm where it does not hold. */
  readonly test?: Expression;
  readonly negated?: boolean;
}

/** How a name gets its value. */
export type Definition =
  | { readonly how: 'import'; readonly import: Import }
  | {
      readonly how: 'assign';
      readonly value: Expression;
      readonly path: readonly PatternStep[];
      readonly op?: string;
    }
  | { readonly how: 'element'; readonly iter: Expression; readonly path: readonly PatternStep[] }
  | { readonly how: 'enter'; readonly value: Expression; readonly path: readonly PatternStep[] }
  | { readonly how: 'function'; readonly def: FunctionDef }
  /** A function of the module sets the name with `global`. */
  | { readonly how: 'global'; readonly by: FunctionDef }
  | { readonly how: 'class'; readonly def: ClassDef };

/** One step into a destructured value: a key, an index, everything else, or a default. */
export type PatternStep =
  | { readonly step: 'key'; readonly key: string }
  | { readonly step: 'index'; readonly index: number }
  | { readonly step: 'rest'; readonly from: number }
  | { readonly step: 'default'; readonly value: Expression };

export interface Binding {
  readonly name: string;
  readonly definition: Definition;
  readonly at: Range;
  /** Where the binding takes effect (end of the statement; start for hoisted functions). */
  readonly from: number;
  readonly blocks: readonly Block[];
}

/** A call or an assignment to a member or subscript, in the order written. */
export interface Effect {
  readonly kind: 'call' | 'set';
  readonly expression: Expression;
  readonly value?: Expression;
  readonly conditional: boolean;
  /** The branches and loops around it, outermost first. */
  readonly blocks: readonly Block[];
}

/** What the text of a module, function or class body says, independent of any run. */
export interface StaticScope {
  readonly kind: 'module' | 'function' | 'class' | 'expression';
  readonly file: string;
  readonly language: Module['language'];
  readonly parent?: StaticScope;
  readonly function?: FunctionDef;
  readonly class?: ClassDef;
  readonly module: Module;
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  readonly returns: readonly (Expression | undefined)[];
  /** The branches and loops around each return. */
  readonly returnBlocks: readonly (readonly Block[])[];
  readonly yields: readonly Expression[];
  readonly effects: readonly Effect[];
  /** The same text for comprehensions inside it, which bind names of their own. */
  readonly expression?: StaticScope;
  readonly functions: readonly FunctionDef[];
  readonly classes: readonly ClassDef[];
}

/** One run of a static scope: parameters bound, results remembered. `generic` means "called by nobody in particular". */
export interface Scope {
  readonly static: StaticScope;
  readonly parent?: Scope;
  readonly frame: ReadonlyMap<string, Value>;
  readonly generic: boolean;
  /** A call that gives no arguments: the defaults hold, although the run is that of everybody. */
  readonly called?: boolean;
  readonly depth: number;
  /** What expressions gave, and what names held after a change of them. */
  readonly memo: Map<Expression | Binding, Value | 'busy'>;
}

export function makeScope(
  statics: StaticScope,
  parent: Scope | undefined,
  frame: ReadonlyMap<string, Value>,
  generic: boolean,
): Scope {
  return {
    static: statics,
    ...(parent && { parent }),
    frame,
    generic,
    depth: (parent?.depth ?? 0) + 1,
    memo: new Map(),
  };
}

/** Names bound by a comprehension, on top of a scope and at the same position of its text. */
export function expressionScope(parent: Scope, frame: ReadonlyMap<string, Value>): Scope {
  const own = parent.static.kind === 'expression' ? parent.static : parent.static.expression;
  const statics: StaticScope = own ?? { ...parent.static, kind: 'expression', bindings: new Map() };
  return { static: statics, parent, frame, generic: parent.generic, depth: parent.depth, memo: new Map() };
}
