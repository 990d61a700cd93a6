/**
 * The program model: one small algebra for Python, TypeScript and JavaScript. A Module is plain data (JSON round
 * trip safe), so that it can be cached by content hash and made in worker threads. Nothing here knows a framework,
 * and nothing after `lang/` knows which language a Module came from, except in the spelling of symbols.
 *
 * Normal forms both languages agree on:
 * - Python `self`/`cls` parameters stay ordinary first parameters; JS `this` is the name `this`.
 * - Python `None`/JS `null`, `undefined` are the literal `null`; `True`/`False` are booleans.
 * - Python tuple, list, set and JS array are `list`; dict and object literal are `record`; JS object methods are
 *   record entries with a function value.
 * - `new X(a)` and `X(a)` are both `call` (`isNew` keeps the difference); a tagged template is a call.
 * - JS `a?.b` is `member`, `a ?? b`, `a || b`, Python `a or b` are `binary`.
 * - Type assertions (`as`, `satisfies`, `!`), parentheses and JS generics vanish; Python `Agent[Ctx](...)` keeps the
 *   `subscript` (the resolver looks through it).
 * - A decorator factory is a `call` expression in `decorators`.
 */
import type { Range } from '../model/location.ts';

export type Language = 'python' | 'typescript';

export interface Module {
  /** Root-relative path with `/`. */
  readonly path: string;
  readonly language: Language;
  readonly imports: readonly Import[];
  /** TypeScript only; in Python every top-level name is exported. */
  readonly exports: readonly Export[];
  readonly body: readonly Statement[];
  /** Module docstring or leading comment. */
  readonly doc?: string;
  /** Syntax errors and places that were left out, with a reason each. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly reason: 'syntax-error' | 'depth-limit' | 'file-too-large' | 'unsupported';
  readonly detail: string;
  readonly at: Range;
}

/**
 * One imported binding. Python: `import a.b as c` is `{module:'a.b', local:'c'}`; `import a.b` binds `a` and is
 * `{module:'a.b', local:'a', dotted:true}`; `from .x import y as z` is `{module:'.x', name:'y', local:'z'}`;
 * `from x import *` is `{module:'x', name:'*', local:'*'}`.
 * JS: `import d from 'm'` has name `default`; `import * as n` has name `*` and local `n`; `const x = require('m')`
 * and `const {a: b} = await import('m')` are imports too. `import 'm'` has local ''.
 */
export interface Import {
  readonly module: string;
  readonly name?: string;
  readonly local: string;
  readonly dotted?: boolean;
  readonly typeOnly?: boolean;
  /** True when written inside a function, a branch or a try block. */
  readonly nested?: boolean;
  readonly at: Range;
}

/**
 * `export const x`, `export {a as b}`, `export default e` (name `default`), `export {x as y} from 'm'`
 * (`module` set), `export * from 'm'` (name `*`), `export * as ns from 'm'` (name `ns`, local `*`).
 * CommonJS `module.exports = e` is name `default` with `value` plus, where `e` is a record, its plain keys;
 * `exports.x = e` is name `x` with `value`.
 */
export interface Export {
  readonly name: string;
  readonly local?: string;
  readonly module?: string;
  readonly value?: Expression;
  readonly at: Range;
}

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly at: Range }
  /** f-string, template literal: strings and holes in order (literal parts are `literal` expressions). */
  | { readonly kind: 'template'; readonly parts: readonly Expression[]; readonly at: Range }
  | { readonly kind: 'name'; readonly name: string; readonly at: Range }
  | { readonly kind: 'member'; readonly object: Expression; readonly property: string; readonly at: Range }
  | {
      readonly kind: 'subscript';
      readonly object: Expression;
      readonly index: Expression;
      readonly at: Range;
    }
  | {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly args: readonly Argument[];
      readonly isNew?: boolean;
      readonly at: Range;
    }
  | { readonly kind: 'list'; readonly items: readonly ListItem[]; readonly at: Range }
  | { readonly kind: 'record'; readonly entries: readonly RecordEntry[]; readonly at: Range }
  | { readonly kind: 'function'; readonly def: FunctionDef; readonly at: Range }
  | { readonly kind: 'class'; readonly def: ClassDef; readonly at: Range }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly then: Expression;
      readonly else: Expression;
      readonly at: Range;
    }
  | { readonly kind: 'await'; readonly value: Expression; readonly at: Range }
  | { readonly kind: 'yield'; readonly value?: Expression; readonly at: Range }
  | {
      readonly kind: 'binary';
      readonly op: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Range;
    }
  | { readonly kind: 'unary'; readonly op: string; readonly value: Expression; readonly at: Range }
  /** List, set, dict comprehension or generator expression; `key` for dicts. */
  | {
      readonly kind: 'comprehension';
      readonly element: Expression;
      readonly key?: Expression;
      readonly clauses: readonly {
        readonly target: Expression;
        readonly iter: Expression;
        readonly conditions: readonly Expression[];
      }[];
      readonly at: Range;
    }
  /** Assignment used as an expression: walrus, `a = b` inside an expression. */
  | { readonly kind: 'assign'; readonly target: Expression; readonly value: Expression; readonly at: Range }
  | { readonly kind: 'unknown'; readonly text: string; readonly at: Range };

/** `name` for Python keyword arguments. `spread`: `*xs`/`...xs` is `list`, `**kw` is `record`. */
export interface Argument {
  readonly name?: string;
  readonly spread?: 'list' | 'record';
  readonly value: Expression;
}

export interface ListItem {
  readonly spread?: boolean;
  readonly value: Expression;
}

/** `key` is absent for a spread (`...x`, `**x`). A plain or quoted key is a string literal expression. */
export interface RecordEntry {
  readonly key?: Expression;
  readonly value: Expression;
}

export interface Parameter {
  readonly name: string;
  /** `rest` is `*args`/`...args`, `keywords` is `**kw`, `keyword-only` comes after `*`. */
  readonly kind: 'plain' | 'rest' | 'keywords' | 'keyword-only';
  readonly default?: Expression;
  readonly annotation?: Expression;
  /** For a JS destructured parameter: the pattern as a record/list of names (same form as assignment targets). */
  readonly pattern?: Expression;
}

export interface FunctionDef {
  /** `''` when anonymous. */
  readonly name: string;
  readonly params: readonly Parameter[];
  readonly returns?: Expression;
  readonly decorators: readonly Expression[];
  /** An arrow function with an expression body is one `return` statement. */
  readonly body: readonly Statement[];
  readonly isAsync?: boolean;
  readonly isGenerator?: boolean;
  readonly isStatic?: boolean;
  /** `get`/`set` accessor, Python `@property` stays a decorator. */
  readonly accessor?: 'get' | 'set';
  /** Python names declared `global` or `nonlocal` in the body: assignments to them leave the function. */
  readonly outerNames?: readonly string[];
  /** Docstring, or the JSDoc block right before. */
  readonly doc?: string;
  /** From the declaration itself, decorators left out. */
  readonly at: Range;
}

export interface ClassDef {
  readonly name: string;
  readonly bases: readonly Expression[];
  /** Python class keywords such as `metaclass=`. */
  readonly keywords: readonly Argument[];
  readonly decorators: readonly Expression[];
  /** Methods are `function` statements (constructor is named `constructor`), fields are `assign` to a `name`. */
  readonly body: readonly Statement[];
  readonly doc?: string;
  readonly at: Range;
}

/**
 * Assignment targets are expressions: `name`, `member`, `subscript`, or a `list`/`record` pattern (record entry
 * `{key: 'a', value: name b}` for `{a: b}`; a default in a pattern is an `assign` expression around the name).
 */
export type Statement =
  | {
      readonly kind: 'assign';
      readonly target: Expression;
      /** Absent for a bare annotation (`x: int`). */
      readonly value?: Expression;
      /** `+`, `|`, … for augmented assignment. */
      readonly op?: string;
      readonly annotation?: Expression;
      /** Class fields only. */
      readonly isStatic?: boolean;
      readonly decorators?: readonly Expression[];
      readonly at: Range;
    }
  | { readonly kind: 'expression'; readonly value: Expression; readonly at: Range }
  | { readonly kind: 'function'; readonly def: FunctionDef; readonly at: Range }
  | { readonly kind: 'class'; readonly def: ClassDef; readonly at: Range }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly then: readonly Statement[];
      readonly else: readonly Statement[];
      readonly at: Range;
    }
  /** `for`, `async for`, `for..of`, `for..in`; a C-style `for` is a `while`. */
  | {
      readonly kind: 'for';
      readonly target: Expression;
      readonly iter: Expression;
      readonly body: readonly Statement[];
      readonly at: Range;
    }
  | {
      readonly kind: 'while';
      readonly test: Expression;
      readonly body: readonly Statement[];
      readonly at: Range;
    }
  | {
      readonly kind: 'with';
      readonly items: readonly { readonly value: Expression; readonly target?: Expression }[];
      readonly body: readonly Statement[];
      readonly at: Range;
    }
  | {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      /** except/catch bodies, then `else` of Python, each its own list. */
      readonly handlers: readonly (readonly Statement[])[];
      readonly finally: readonly Statement[];
      readonly at: Range;
    }
  /** `match`/`switch`: every case body in order. */
  | {
      readonly kind: 'switch';
      readonly subject: Expression;
      readonly cases: readonly { readonly test?: Expression; readonly body: readonly Statement[] }[];
      readonly at: Range;
    }
  | { readonly kind: 'return'; readonly value?: Expression; readonly at: Range }
  | { readonly kind: 'raise'; readonly value?: Expression; readonly at: Range }
  | { readonly kind: 'break' | 'continue'; readonly at: Range };
