import type { ArgumentRole, ResultKind } from '../catalog/types.ts';
import type { FunctionRef } from '../model/fact.ts';
import type { Location } from '../model/location.ts';

/**
 * What kind of value reaches an argument, most open first: `model` the model chooses all of it; `part` the model
 * chooses something inside a text whose beginning is fixed; `looked-up` it comes out of a record or another call;
 * `unknown` could not be followed; `typed` only a number, boolean or one of listed words; `config` environment or
 * settings; `constant` written in the code.
 */
export const valueKinds = ['model', 'part', 'looked-up', 'unknown', 'typed', 'config', 'constant'] as const;
export type ValueKind = (typeof valueKinds)[number];

/** One argument of a reached call that means something. */
export interface ReachedArgument {
  readonly role: ArgumentRole;
  readonly kind: ValueKind;
  /** Field inside a message or an options object (`bcc`), where the argument was found there. */
  readonly field?: string;
  /** Constant text; of a `part` what stands before the first hole. */
  readonly text?: string;
  /** Host of a URL where it is fixed in the code; for a configured base only `base` is set. */
  readonly host?: string;
  /** Of a URL: `host/path` with `*` for parts that are not fixed, or `/path` where only that is written. */
  readonly address?: string;
  /** Where the fixed beginning of a URL or path comes from. */
  readonly base?: 'constant' | 'config';
  /** Of a path or name in pieces: the file ending it always has. */
  readonly ending?: string;
  /** Of a path: what the model gives is one name without folders, behind a fixed beginning. */
  readonly inFolder?: true;
  /** Handler parameters that reach the argument, sorted. */
  readonly parameters: readonly string[];
}

/**
 * Something that must hold on every way to the call. `allow-list`: value is one of listed ones; `domain`: host ends
 * in a fixed name; `path`: stays below a folder; `pattern`: matches a fixed expression; `named`: a function of the
 * project decides, by its name; `confirmation`: a person was asked.
 */
export interface Check {
  readonly kind: 'allow-list' | 'domain' | 'path' | 'pattern' | 'named' | 'confirmation';
  /** Handler parameters it speaks about, sorted; empty for confirmations. */
  readonly parameters: readonly string[];
  readonly detail: string;
  readonly at: Location;
  /** The listed values, where they are constants. */
  readonly values?: readonly string[];
  /** Why the check can be got around. */
  readonly weak?: string;
  /** Of a confirmation: the person sees the values of the call. */
  readonly shows?: boolean;
}

/** A catalogued API that the body reaches. */
export interface ReachedCall {
  /** Spelling of the resolver, `httpx.AsyncClient().get`. */
  readonly symbol: string;
  /** Capabilities of the row, narrowed by method, mode, statement or program. Sorted. */
  readonly capabilities: readonly string[];
  readonly at: Location;
  /** Functions of the project on the way from the handler, outermost first. */
  readonly through: readonly string[];
  readonly arguments: readonly ReachedArgument[];
  /** What of its result flows into the handler's result. */
  readonly returns: ResultKind;
  readonly checks: readonly Check[];
  /** The public service a plain request goes to, where its address is known. */
  readonly service?: string;
  /** False where only the name of the method says which API it is. */
  readonly sure: boolean;
  /** Remarks on the call that a reviewer should see (`the statement is assembled from text`). */
  readonly notes: readonly string[];
  readonly why: string;
  readonly reference: string;
}

/** A call that is neither followed nor known, where model-chosen values go in or the result comes back. */
export interface UnknownCall {
  readonly name: string;
  readonly at: Location;
  readonly parameters: readonly string[];
  /** True when its result flows into the handler's result. */
  readonly returned: boolean;
}

/** Data the project itself holds that the handler reads or changes: a constant table, a list, a loaded file. */
export interface HeldRecords {
  readonly name: string;
  readonly at: Location;
  readonly access: 'read' | 'write';
}

/** What a function can do when it is called with values the model chooses. Plain data, deterministic. */
export interface Behavior {
  readonly at: Location;
  /** Sorted by location. */
  readonly calls: readonly ReachedCall[];
  readonly unknown: readonly UnknownCall[];
  readonly records: readonly HeldRecords[];
  /** Parameters that are repeated in the result. */
  readonly echoes: readonly string[];
  /** True when all that flows into the result is known: what the body does not return, no one reads. */
  readonly answered: boolean;
  /** All it can give back is a number, a truth value or a listed word. */
  readonly answersTyped?: true;
  /** True when a limit ended the search: what is missing may matter. */
  readonly bounded: boolean;
}

/** Answers what a handler does; memoised. A reference with `lines` counts only what these lines of it do. */
export interface BehaviorReader {
  of(fn: FunctionRef): Behavior | undefined;
}
