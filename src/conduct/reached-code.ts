import type { Behavior } from '../behavior/types.ts';
import type { Expression, FunctionDef, Module } from '../lang/module.ts';
import type { FunctionRef } from '../model/fact.ts';
import { type Location, locate } from '../model/location.ts';
import { isKind, type Part, partsOf, partsOfBody } from '../resolve/parts.ts';
import type { Project } from '../resolve/project.ts';

/** A string in the code of a tool. */
export interface Text {
  readonly text: string;
  readonly at: Location;
}

/** The functions a tool runs, as far as they were followed, and the texts in them. */
export interface ReachedCode {
  readonly functions: readonly { readonly def: FunctionDef; readonly file: string }[];
  /** Strings of the functions and of the constants they use. */
  readonly texts: readonly Text[];
}

const maxFunctions = 60;
const maxTexts = 3_000;

/** The handler, and every function on the way to an interface it reaches. */
export function reachedCode(project: Project, ref: FunctionRef, behavior: Behavior): ReachedCode {
  const start = project.function(ref);
  if (!start) return { functions: [], texts: [] };
  const found = new Map<FunctionDef, string>([[start.def, start.file]]);
  const places = [...behavior.calls, ...behavior.records, ...behavior.unknown].map(({ at }) => at);
  const names = new Set(
    behavior.calls.flatMap(call => call.through.map(name => name.split('.').at(-1) ?? name)),
  );
  for (const file of new Set([start.file, ...places.map(at => at.file)])) {
    const module = project.modules.get(file);
    if (!module) continue;
    const lines = places.filter(at => at.file === file).map(at => at.line);
    for (const def of functionsOf(module)) {
      if (found.size >= maxFunctions) break;
      const isOn = names.has(def.name) && file === start.file;
      if (isOn || lines.some(line => isInnermost(module, def, line))) found.set(def, file);
    }
  }
  addCalled(project, found);
  const functions = [...found].map(([def, file]) => ({ def, file }));
  return { functions, texts: textsOf(project, functions, start.def, ref.lines) };
}

/** Functions of the same file that those found so far call by name: helpers that reach no interface of their own. */
function addCalled(project: Project, found: Map<FunctionDef, string>): void {
  const queue = [...found];
  for (let next = queue.shift(); next && found.size < maxFunctions; next = queue.shift()) {
    const [def, file] = next;
    const module = project.modules.get(file);
    const called = new Set(partsOfBody(def).flatMap(part => calleeName(part) ?? []));
    for (const other of module ? functionsOf(module) : []) {
      if (!called.has(other.name) || found.has(other) || found.size >= maxFunctions) continue;
      found.set(other, file);
      queue.push([other, file]);
    }
  }
}

/** Last name of what a call calls. */
function calleeName(part: Part): string | undefined {
  if (!isKind(part, 'call')) return undefined;
  const callee = part.callee as Expression;
  return callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : undefined;
}

const known = new WeakMap<Module, readonly FunctionDef[]>();

/** Every function of a module, methods included, outer ones first. */
function functionsOf(module: Module): readonly FunctionDef[] {
  const before = known.get(module);
  if (before) return before;
  const out: FunctionDef[] = [];
  for (const part of partsOf(module.body)) if (isKind(part, 'function')) out.push(part.def as FunctionDef);
  known.set(module, out);
  return out;
}

function isInnermost(module: Module, def: FunctionDef, line: number): boolean {
  if (!covers(def, line)) return false;
  return !functionsOf(module).some(
    other => other !== def && covers(other, line) && covers(def, other.at[0]) && size(other) < size(def),
  );
}

function covers(def: FunctionDef, line: number): boolean {
  return line >= def.at[0] && line <= def.at[2];
}

function size(def: FunctionDef): number {
  return def.at[2] - def.at[0];
}

function textsOf(
  project: Project,
  functions: ReachedCode['functions'],
  handler: FunctionDef,
  lines: FunctionRef['lines'],
): readonly Text[] {
  const out: Text[] = [];
  const used = new Map<string, Set<string>>();
  const take = (part: Part, file: string): void => {
    if (!isKind(part, 'literal') || typeof part.value !== 'string' || out.length >= maxTexts) return;
    out.push({ text: part.value.slice(0, 4_000), at: locate(file, part.at) });
  };
  for (const { def, file } of functions) {
    const names = used.get(file) ?? new Set<string>();
    used.set(file, names);
    for (const part of partsOfBody(def)) {
      if (def === handler && lines && (part.at[0] < lines[0] || part.at[0] > lines[1])) continue;
      take(part, file);
      if (isKind(part, 'name') && typeof part.name === 'string') names.add(part.name);
      if (isKind(part, 'member') && typeof part.property === 'string') names.add(part.property);
    }
  }
  for (const [file, names] of used) {
    for (const part of constantsOf(project.modules.get(file), names)) take(part, file);
  }
  return out;
}

/** Constants of a module and fields of its classes that carry one of the names. */
function* constantsOf(module: Module | undefined, names: ReadonlySet<string>): Iterable<Part> {
  for (const statement of module?.body ?? []) {
    const inner = statement.kind === 'class' ? statement.def.body : [statement];
    for (const item of inner) {
      if (item.kind !== 'assign' || item.target.kind !== 'name' || !names.has(item.target.name)) continue;
      if (item.value) yield* partsOf([item.value]);
    }
  }
}
