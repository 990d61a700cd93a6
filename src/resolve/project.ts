import type { Module } from '../lang/module.ts';
import type { FunctionRef, Ref, ToolParameter } from '../model/fact.ts';
import type { Location } from '../model/location.ts';
import type { PackageFacts } from '../model/project-facts.ts';
import type { Bodies } from './bodies.ts';
import type { CallArguments, ClassValue, FunctionValue, InstanceValue, Value } from './value.ts';

/**
 * Symbols to look for. An entry ending in `*` matches by prefix. JS and Python spellings may be mixed.
 * Deep import paths are normalised where packages re-export: a symbol matches also when a longer module path of the
 * same top-level package ends in the same name only if that path is listed; so list the aliases you accept.
 */
export type Symbols = readonly string[];

/** A function or class under a decorator that denotes one of the asked symbols. */
export interface Decorated {
  readonly symbol: string;
  readonly target: FunctionValue | ClassValue;
  /** Arguments of a decorator factory; absent for a bare decorator. */
  readonly args?: CallArguments;
  /** The object whose method decorates: the server of `@mcp.tool()`. */
  readonly receiver?: Value;
  readonly at: Location;
}

/** A later effect on an object. */
export type Use =
  | {
      readonly kind: 'call';
      readonly method: string;
      readonly args: CallArguments;
      readonly result: InstanceValue;
      readonly at: Location;
      readonly conditional: boolean;
    }
  | {
      readonly kind: 'set';
      readonly property: string;
      readonly value: Value;
      readonly at: Location;
      readonly conditional: boolean;
    };

/** Any call by method name, whatever the receiver denotes. */
export interface MethodCall {
  readonly method: string;
  readonly receiver: Value;
  readonly call: InstanceValue;
}

/**
 * The scanned program, asked lazily. All answers are deterministic, sorted by location, bounded, and never run code.
 */
export interface Project extends Bodies {
  readonly modules: ReadonlyMap<string, Module>;
  /** Places of calls that cost more work to tell than one call is given: what they make may be missing. */
  readonly cut: readonly Location[];
  /** Files whose imports name one of the packages or modules (prefix match on whole segments). */
  importing(packages: readonly string[]): readonly string[];
  /**
   * Calls whose callee denotes one of the symbols: one per calling context, so that a factory called twice gives two
   * instances with their own arguments. Includes instances of project classes that derive from a matched class.
   */
  calls(symbols: Symbols): readonly InstanceValue[];
  /** Calls of a method by name in files that import one of `packages`, whatever the receiver is. */
  methodCalls(methods: readonly string[], packages: readonly string[]): readonly MethodCall[];
  decorated(symbols: Symbols): readonly Decorated[];
  /** Decorators of one function or class, read in its own scope, so that a factory's parameters are bound. */
  decoratorsOf(target: FunctionValue | ClassValue): readonly Omit<Decorated, 'target'>[];
  /** Project classes that derive, directly or not, from one of the symbols. */
  subclasses(symbols: Symbols): readonly ClassValue[];
  /** Calls and assignments on the object after it was made, in program order, fluent chains included. */
  uses(object: Value): readonly Use[];
  /** Attribute of a value: record entry, class attribute, instance field, method (bound). */
  member(value: Value, name: string): Value;
  /** What calling the value gives, parameters bound; external callees give an instance. */
  call(callee: Value, args?: CallArguments): Value;
  /** The first definition of a method or attribute along the bases of a class; undefined when outside the tree. */
  classMember(cls: ClassValue, name: string): Value | undefined;
  /** Own and inherited method names of a class, project bases only, sorted by definition. */
  methods(cls: ClassValue): readonly FunctionValue[];
  /** Symbols of all bases, nearest first: external ones by symbol, project ones as `<file>#<Class>`. */
  bases(cls: ClassValue): readonly string[];
  /** Top-level value of a module: `export` or global name. */
  exported(path: string, name: string): Value | undefined;
  /** Arguments that an object of a project class gives to its first base outside the tree: `super().__init__(…)`. */
  passedUp(instance: InstanceValue): CallArguments;
  /** Signature as a tool schema: names, JSON types, literals as enums, docstring descriptions; self/ctx not left out. */
  parameters(fn: FunctionValue): readonly ToolParameter[];
  /** Fields of a class (pydantic, dataclass, TypedDict, zod object value) as tool parameters. */
  fields(schema: Value): readonly ToolParameter[];
  /** Stable identity for facts. */
  ref(value: Value): Ref;
  /** The named package manifest nearest to a file, of the file's own ecosystem. */
  packageOf(file: string): PackageFacts | undefined;
  functionRef(fn: FunctionValue): FunctionRef;
  function(ref: FunctionRef): FunctionValue | undefined;
  /**
   * Functions that calls may run, by the place of the call (`file:line:column`): ids of functions, as the one pass over
   * all calls tells them. Costs nothing more, unlike `callsIn`, and knows no arguments.
   */
  callees(): ReadonlyMap<string, readonly string[]>;
  /** All calls inside a function body (nested lambdas included), with resolved callees, in order. */
  callsIn(fn: FunctionValue): readonly InstanceValue[];
}
