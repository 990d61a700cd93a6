import { createBehavior } from '../../src/behavior/index.ts';
import type { Behavior } from '../../src/behavior/types.ts';
import { createCatalog } from '../../src/catalog/create-catalog.ts';
import type { Module } from '../../src/lang/module.ts';
import { createPythonParser } from '../../src/lang/python/index.ts';
import { lowerTypescript } from '../../src/lang/typescript/index.ts';
import type { FunctionRef } from '../../src/model/fact.ts';
import { createProject } from '../../src/resolve/index.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue } from '../../src/resolve/value.ts';

const python = await createPythonParser();

export const catalog = createCatalog();

/** A program from texts; `.py` files are Python, all others TypeScript. */
export function projectOf(files: { readonly [path: string]: string }): Project {
  const modules = new Map<string, Module>(
    Object.entries(files).map(([path, text]) => [
      path,
      path.endsWith('.py') ? python.lower(path, text) : lowerTypescript(path, text),
    ]),
  );
  return createProject({
    modules,
    files: new Set(modules.keys()),
    facts: { packages: [], tsconfigs: [] },
    conventions: { fluent: [], transparent: [] },
    frameworks: new Set(),
  });
}

/** Where a top-level function or method (`Class.method`) is defined. */
export function refOf(project: Project, path: string, name: string): FunctionRef {
  const [first = '', method] = name.split('.');
  const value = project.exported(path, first);
  const found = method && value?.kind === 'class' ? project.classMember(value, method) : value;
  if (found?.kind !== 'function') throw new Error(`${name} is no function of ${path} but ${found?.kind}`);
  return project.functionRef(found as FunctionValue);
}

/** What a function of one Python text can do. */
export function pythonBehavior(text: string, name = 'tool'): Behavior {
  return behaviorIn({ 'app.py': text }, 'app.py', name);
}

/** What a function of one TypeScript text can do. */
export function scriptBehavior(text: string, name = 'tool'): Behavior {
  return behaviorIn({ 'app.ts': text }, 'app.ts', name);
}

/** What a function of a program can do. */
export function behaviorIn(files: { readonly [path: string]: string }, path: string, name: string): Behavior {
  const project = projectOf(files);
  const found = createBehavior(project, catalog).of(refOf(project, path, name));
  if (!found) throw new Error(`${name} was not found`);
  return found;
}

/** Calls in short: capabilities, what comes back, and role=kind per argument. */
export function shown(behavior: Behavior): readonly string[] {
  return behavior.calls.map(call => {
    const roles = call.arguments.map(
      a => `${a.field && a.role === 'recipient' ? a.field : a.role}=${a.kind}`,
    );
    return [call.capabilities.join('+'), ...roles, `-> ${call.returns}`].join(' ');
  });
}
