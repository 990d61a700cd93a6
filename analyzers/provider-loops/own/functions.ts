import type { FunctionDef, Module, Statement } from '../../../src/lang/module.ts';
import { isDeclaration } from '../../../src/resolve/declaration.ts';
import { type Part, partsOfBody } from '../../../src/resolve/parts.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue } from '../../../src/resolve/value.ts';
import { asCall, type Call, calledName } from './paths.ts';

/** A function of the program with what its text calls. */
export interface Body {
  readonly file: string;
  readonly def: FunctionDef;
  /** Name of the class around it. */
  readonly owner?: string;
  readonly parts: readonly Part[];
  readonly calls: readonly Call[];
}

/** All functions and methods of a program, found by their last name. */
export interface Functions {
  readonly all: readonly Body[];
  named(name: string): readonly Body[];
  /** Whether the program has a function of that name at all. */
  knows(name: string): boolean;
  /** Functions a call may run. */
  targets(from: Body, call: Call): readonly Body[];
  value(body: Body): FunctionValue | undefined;
}

const maxNamed = 6;

/** Methods of so many things that the name says nothing. */
const everyday = new Set(
  (
    'parse log get set post put push pop join map filter then catch error info debug warn warning send write read ' +
    'close on emit call apply toString includes find add delete has keys values entries format split strip replace ' +
    'append extend update remove clear start stop init open load dump loads dumps dict json text items copy index'
  ).split(' '),
);

/** Reads every function of the program once. */
export function functionsOf(project: Project): Functions {
  const all = [...project.modules.values()].flatMap(bodies);
  const byName = new Map<string, Body[]>();
  for (const body of all) byName.set(body.def.name, [...(byName.get(body.def.name) ?? []), body]);
  const byPlace = new Map(all.map(body => [place(body.file, body.def.at), body]));
  const callees = project.callees();
  const calleeOf = (from: Body, { at }: Call): Body | undefined =>
    (callees.get(place(from.file, at)) ?? []).map(id => byPlace.get(id)).find(body => body !== undefined);
  const value = (body: Body): FunctionValue | undefined =>
    project.function({ file: body.file, line: body.def.at[0], column: body.def.at[1] });
  const named = (name: string): readonly Body[] => {
    const found = byName.get(name) ?? [];
    return found.length > maxNamed ? [] : found;
  };
  return {
    all,
    named,
    knows: name => byName.has(name),
    value,
    targets(from, call) {
      const known = calleeOf(from, call);
      const name = calledName(call);
      if (name === undefined) return known ? [known] : [];
      // A method of an object that comes in, or one that a class below fills in.
      const alike =
        call.callee.kind === 'member' && !everyday.has(name)
          ? named(name).filter(item => item.owner !== undefined)
          : [];
      // `bot(question)` with `bot = Agent(…)`.
      const made = call.callee.kind === 'name' && !known ? madeBy(from, name) : undefined;
      const callable =
        made === undefined ? [] : (byName.get('__call__') ?? []).filter(item => item.owner === made);
      const here = call.callee.kind === 'name' ? named(name).filter(item => item.file === from.file) : [];
      return [
        ...new Set([
          ...(known ? [known] : []),
          ...(known && !(known.owner !== undefined && isDeclaration(known.def)) ? [] : alike),
          ...here,
          ...callable,
        ]),
      ];
    },
  };
}

/** The class whose object a body keeps under a name. */
function madeBy({ parts, def }: Body, name: string): string | undefined {
  const type = def.params.find(item => item.name === name)?.annotation;
  if (type?.kind === 'name') return type.name;
  for (const part of parts) {
    const item = part as unknown as Statement;
    if (item.kind !== 'assign' || item.target.kind !== 'name' || item.target.name !== name) continue;
    if (item.value?.kind === 'call') return calledName(item.value as Call);
  }
  return undefined;
}

function bodies(module: Module): readonly Body[] {
  const out: Body[] = [];
  const add = (def: FunctionDef, owner?: string): void => {
    const parts = partsOfBody(def);
    const calls = parts.flatMap(part => asCall(part) ?? []);
    out.push({ file: module.path, def, parts, calls, ...(owner !== undefined && { owner }) });
  };
  const visit = (statements: readonly Statement[], depth: number): void => {
    if (depth > 3) return;
    for (const statement of statements) {
      if (statement.kind === 'function') add(statement.def);
      else if (statement.kind === 'class') {
        for (const member of statement.def.body)
          if (member.kind === 'function') add(member.def, statement.def.name);
          else if (member.kind === 'assign' && member.value?.kind === 'function')
            add(member.value.def, statement.def.name);
      } else if (statement.kind === 'assign' && statement.value?.kind === 'function') {
        const { target, value } = statement;
        if (target.kind === 'name') add({ ...value.def, name: value.def.name || target.name });
      } else if (statement.kind === 'if') {
        visit(statement.then, depth + 1);
        visit(statement.else, depth + 1);
      } else if (statement.kind === 'try') visit(statement.body, depth + 1);
    }
  };
  visit(module.body, 0);
  return out;
}

function place(file: string, at: Part['at']): string {
  return `${file}:${at[0]}:${at[1]}`;
}
