import type { Expression, Module } from '../lang/module.ts';
import { type Part, partsOf } from '../resolve/parts.ts';
import type { Project } from '../resolve/project.ts';
import { isIncoming, lastName } from './caller-credential.ts';

const known = new WeakMap<Project, ReadonlySet<string>>();

/**
 * Variables that carry the credential of the request at hand to whatever it calls: an `AsyncLocalStorage` that is run, or
 * a `ContextVar` that is set, in a file that reads `Authorization` of requests.
 */
export function tokenStores(project: Project): ReadonlySet<string> {
  const before = known.get(project);
  if (before) return before;
  const made = new Set<string>();
  const filled = new Set<string>();
  for (const module of project.modules.values()) {
    if (
      !module.imports.some(item => /^(?:node:)?async_hooks$|^contextvars$/.test(item.module)) &&
      !imports(module)
    )
      continue;
    const parts = partsOf(module.body);
    for (const part of parts) made.add(storeMadeIn(part) ?? '');
    if (parts.some(part => isIncoming(part as unknown as Expression, new Map())))
      for (const part of parts) filled.add(storeFilledIn(part) ?? '');
  }
  const stores = new Set([...made].filter(name => name !== '' && filled.has(name)));
  known.set(project, stores);
  return stores;
}

/** Of the many files of a program only those that could read a request are walked. */
function imports(module: Module): boolean {
  return module.imports.some(item =>
    /express|http|hono|fastify|starlette|fastapi|fastmcp|mcp/i.test(item.module),
  );
}

function storeMadeIn(part: Part): string | undefined {
  if (part.kind !== 'assign') return undefined;
  const { target, value } = part as unknown as { target: Expression; value?: Expression };
  const isStore = value?.kind === 'call' && /^(?:AsyncLocalStorage|ContextVar)$/.test(lastName(value.callee));
  return isStore && target.kind === 'name' ? target.name : undefined;
}

function storeFilledIn(part: Part): string | undefined {
  if (part.kind !== 'call') return undefined;
  const { callee } = part as unknown as Expression & { readonly kind: 'call' };
  if (callee.kind !== 'member' || !/^(?:run|enterWith|set)$/.test(callee.property)) return undefined;
  return lastName(callee.object);
}
