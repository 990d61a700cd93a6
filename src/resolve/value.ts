import type { ClassDef, FunctionDef } from '../lang/module.ts';
import type { Location } from '../model/location.ts';

/**
 * What an expression denotes. Values are immutable snapshots; later effects on an object (`agent.tools.append(x)`,
 * `graph.add_node(...)`) are asked for with `Project.uses`, and lists and records already contain the items that
 * later statements add to them.
 */
export type Value =
  | LiteralValue
  | TextValue
  | ListValue
  | RecordValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | ExternalValue
  | ModuleValue
  | UnionValue
  | UnknownValue;

export interface LiteralValue {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  readonly at: Location;
}

/** A string with holes: f-string, template literal, concatenation. */
export interface TextValue {
  readonly kind: 'text';
  readonly parts: readonly (string | Value)[];
  readonly at: Location;
}

export interface Item {
  readonly value: Value;
  /** Present only on some paths of the program (a branch, a conditional spread). */
  readonly conditional?: boolean;
}

/** Array, tuple, set. `open` says why there may be more items than listed. */
export interface ListValue {
  readonly kind: 'list';
  readonly id: string;
  readonly items: readonly Item[];
  readonly open?: string;
  readonly at: Location;
}

export interface Entry extends Item {
  readonly key: string;
}

/** Dict, object literal, Map. `open` says why there may be more entries than listed. */
export interface RecordValue {
  readonly kind: 'record';
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly open?: string;
  readonly at: Location;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly id: string;
  readonly def: FunctionDef;
  readonly file: string;
  /** Method owner, when the function is a bound or class method. */
  readonly owner?: ClassValue;
  /** Object the method is bound to. */
  readonly self?: Value;
  /** Arguments already given by `functools.partial` / `.bind`. */
  readonly partial?: CallArguments;
  readonly at: Location;
  /** Opaque scope of the resolver; not for analyzers. */
  readonly scope: unknown;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly id: string;
  readonly def: ClassDef;
  readonly file: string;
  readonly at: Location;
  readonly scope: unknown;
}

/**
 * The result of calling a class or an external symbol. `symbol` is the spelling of what was called:
 * - external function or class: `langchain.agents.create_agent`, `@openai/agents#Agent`
 * - method of an external instance: `langgraph.graph.StateGraph().compile` (class symbol, `()`, method)
 * - class of the scanned project: `<file>#<Class>`; `classValue` is set then.
 * Awaiting, entering a `with` block and type casts keep the value as it is.
 */
export interface InstanceValue {
  readonly kind: 'instance';
  /** Allocation site plus calling context: the identity of the object. */
  readonly id: string;
  readonly symbol: string;
  readonly classValue?: ClassValue;
  /** Project function that was called; only in answers of `Project.callsIn`. */
  readonly callee?: FunctionValue;
  readonly args: CallArguments;
  /** Object whose method was called. */
  readonly receiver?: Value;
  /** Variable, attribute or key the object was first stored in. */
  readonly holder?: string;
  readonly at: Location;
}

/** A symbol of a package outside the scanned tree, not called: `pkg.mod.name` (Python), `pkg#name` (npm). */
export interface ExternalValue {
  readonly kind: 'external';
  readonly symbol: string;
  /** The object, for a method taken from one. */
  readonly receiver?: Value;
  readonly at: Location;
}

/** A module of the scanned tree. */
export interface ModuleValue {
  readonly kind: 'module';
  readonly path: string;
  readonly at: Location;
}

/** A few alternatives (branches, several callers). Never nested, at least two, at most eight. */
export interface UnionValue {
  readonly kind: 'union';
  readonly options: readonly Value[];
  readonly at: Location;
}

export interface UnknownValue {
  readonly kind: 'unknown';
  /** `parameter` is an unbound parameter (its name in `detail`); `environment` is a variable without default. */
  readonly reason:
    | 'parameter'
    | 'unresolved-name'
    | 'unresolved-import'
    | 'environment'
    | 'limit'
    | 'dynamic'
    | 'cycle'
    | 'syntax';
  readonly detail: string;
  readonly at: Location;
}

/** Arguments of one call in order; `rest` says why there may be more. */
export interface CallArguments {
  readonly positional: readonly Value[];
  readonly named: readonly { readonly name: string; readonly value: Value }[];
  readonly rest?: string;
}
