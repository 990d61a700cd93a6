import type { Catalog, SymbolRow } from '../catalog/types.ts';
import type { Expression, FunctionDef, Statement } from '../lang/module.ts';
import type { Location, Range } from '../model/location.ts';
import type { Project } from '../resolve/project.ts';
import type { FunctionValue } from '../resolve/value.ts';
import type { Arguments, Flow } from './flow.ts';
import type { Memory } from './memory.ts';
import type { Check, UnknownCall } from './types.ts';

/** A return of a body: what comes back, and what must hold there. */
export interface Exit {
  readonly flow: Flow;
  readonly line: number;
  readonly checks: readonly Check[];
}

/** One run of one body. Names and checks change while its statements are read. */
export interface Frame {
  vars: Map<string, Flow>;
  readonly parent?: Frame;
  /** The resolved function around, for names from outside. */
  readonly fn: FunctionValue;
  /** The function whose body this is. */
  readonly owner: FunctionDef;
  readonly python: boolean;
  /** What must hold wherever reading has come to. */
  checks: readonly Check[];
  readonly exits: Exit[];
  readonly yields: Flow[];
  /** Variables at `break` and `continue` of the loop around. */
  readonly breaks: Map<string, Flow>[];
  /** Functions of the project from the handler to here. */
  readonly through: readonly string[];
  /** Number of this run among all of the reader, to tell objects of the same place apart. */
  readonly run: number;
  readonly depth: number;
  /** Line of the handler that led here; absent in the handler itself. */
  readonly rootLine?: number;
}

/** A catalogued call as it was met, before the result of the handler is known. */
export interface Met {
  readonly symbol: string;
  readonly row: SymbolRow;
  readonly args: Arguments;
  readonly receiver?: Flow;
  readonly at: Location;
  readonly through: readonly string[];
  readonly checks: readonly Check[];
  readonly sure: boolean;
  readonly rootLine: number;
}

/** A call of something unknown, with the key its result carries. */
export interface MetUnknown extends Omit<UnknownCall, 'returned'> {
  readonly key: string;
  readonly rootLine: number;
}

/**
 * The reader of one handler as its parts see each other. Reads bodies in order, follows functions of the project,
 * runs nothing. Everything is bounded by `fuel` and depth; `bounded` says that a limit was met.
 */
export interface Machine {
  readonly project: Project;
  readonly catalog: Catalog;
  readonly memory: Memory;
  fuel: number;
  bounded: boolean;
  readonly met: Met[];
  readonly unknown: Map<string, MetUnknown>;
  readonly writes: Map<string, { readonly name: string; readonly at: Location }>;
  /** Bodies being read, against recursion. */
  readonly active: Set<object>;
  /** Names from outside of the bodies, by function and name. */
  readonly outer: Map<string, Flow>;
  evaluate(e: Expression, frame: Frame): Flow;
  /** Reads statements in order; false when every way through them leaves the body or the loop. */
  run(body: readonly Statement[], frame: Frame): boolean;
  /** Calls a value with arguments. */
  invoke(callee: Flow, args: Arguments, site: Site, frame: Frame): Flow;
  member(object: Flow, name: string, frame: Frame): Flow;
}

/** Where a call is written. */
export interface Site {
  readonly at: Range;
  readonly callee?: Expression;
  /** The object of a method call. */
  readonly receiver?: Flow;
  readonly isNew?: boolean;
}

export const limits = { fuel: 40_000, depth: 12, nesting: 400, met: 400 } as const;

export const noArguments: Arguments = { positional: [], named: new Map() };
