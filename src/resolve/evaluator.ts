import type { ClassDef, Expression, FunctionDef, Module } from '../lang/module.ts';
import type { Location } from '../model/location.ts';
import type { Setters } from './classes.ts';
import type { ModuleResolver } from './modules.ts';
import type { Block, Scope, StaticScope } from './scope.ts';
import type {
  CallArguments,
  ClassValue,
  FunctionValue,
  InstanceValue,
  UnknownValue,
  Value,
} from './value.ts';

/** Symbols with a special meaning for objects of a framework, collected from all analyzers. */
export interface Conventions {
  readonly fluent: (symbol: string) => boolean;
  readonly transparent: (symbol: string) => boolean;
  /** Method names that make an object of a known kind even where the receiver is unknown. */
  readonly telling: ReadonlySet<string>;
}

/** Effects on lists, records and instances found by the site index; empty while the index itself is being built. */
export interface EffectLookup {
  effectsOn(id: string): readonly ObjectEffect[];
}

export interface ObjectEffect {
  readonly kind: 'call' | 'set';
  /** Method or property name. */
  readonly name: string;
  /** The call, or the assigned value. */
  readonly expression: Expression;
  /** Subscript key expression of `x[key] = v`. */
  readonly index?: Expression;
  readonly scope: Scope;
  readonly conditional: boolean;
  readonly blocks: readonly Block[];
  /** The call that leads here stands under a condition of another body. */
  readonly maybe?: boolean;
  readonly at: Location;
}

/**
 * The symbolic evaluator as its parts see each other. Never throws, never runs code, bounded by `limits`.
 * `scope` is the run in whose names an expression is read.
 */
export interface Evaluator {
  readonly modules: ReadonlyMap<string, Module>;
  readonly files: ModuleResolver;
  readonly conventions: Conventions;
  readonly effects: EffectLookup;
  readonly budget: Budget;
  /** Values of calls that were already run. */
  readonly calls: Map<string, Value>;
  /** How many runs of each project function (and questions what one sets with `global`) are going on, and which of these were cut short as too deep. */
  readonly running: Map<string, number>;
  readonly recursive: Set<string>;
  evaluate(e: Expression, scope: Scope): Value;
  member(value: Value, name: string, at: Location): Value;
  call(callee: Value, args: CallArguments, at: Location, origin?: CallOrigin): Value;
  /** The value a name denotes at a position of a scope. */
  lookup(name: string, scope: Scope, at: number, location: Location): Value;
  exported(path: string, name: string, at: Location): Value | undefined;
  moduleScope(path: string): Scope | undefined;
  staticOf(def: FunctionDef | ClassDef, parent: StaticScope): StaticScope;
  functionValue(def: FunctionDef, scope: Scope): FunctionValue;
  classValue(def: ClassDef, scope: Scope): ClassValue;
  /** The run of a function that belongs to no particular caller. */
  genericScope(fn: FunctionValue): Scope;
  instanceField(instance: InstanceValue, name: string): Value | undefined;
  /** Class attribute or method along project bases; external bases end the search. */
  classMember(cls: ClassValue, name: string): Value | undefined;
  bases(cls: ClassValue): readonly Value[];
  /** What the methods of a class set on their own object. */
  setters(cls: ClassValue): Setters;
  /** A run of a method for one object; the constructor gets the object's arguments, other methods unknown ones. */
  methodScope(instance: InstanceValue, cls: ClassValue, method: FunctionDef, constructing: boolean): Scope;
}

/** Where a call is written, for the identity of what it makes. */
export interface CallOrigin {
  readonly expression: Expression;
  readonly scope: Scope;
}

/** Work left for one question; refilled by the project for each top-level question. */
export interface Budget {
  fuel: number;
  depth: number;
  /** How often an answer was cut short by a limit or a cycle. */
  cuts: number;
}

/**
 * `fuel` is for one question, `indexFuel` for telling what one call of the program calls. Measured: with six times the
 * fuel the answers about whole repositories stay the same; with 250 for the index a server of 208 tools is not seen.
 */
export const limits = {
  fuel: 10_000,
  indexFuel: 600,
  depth: 160,
  callDepth: 14,
  union: 8,
  items: 2_000,
} as const;

export function unknown(reason: UnknownValue['reason'], detail: string, at: Location): UnknownValue {
  return { kind: 'unknown', reason, detail, at };
}

export const noArguments: CallArguments = { positional: [], named: [] };
