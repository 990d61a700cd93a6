import type { Module } from '../lang/module.ts';

/** One request of a file for a module, or for one name of it. */
export interface ImportRequest {
  readonly path: string;
  readonly module: string;
  readonly name?: string;
}

/**
 * Finds the requests that lead into a package: `a.b` is asked for by `a.b`, `a.b.c`, `a.b/c` and `from a import b`.
 * Built once over all files, because every analyzer asks for its own packages.
 */
export function createImportIndex(
  modules: ReadonlyMap<string, Module>,
): (name: string) => readonly ImportRequest[] {
  const byPackage = new Map<string, ImportRequest[]>();
  const add = (key: string, request: ImportRequest): void => {
    const list = byPackage.get(key);
    if (!list) byPackage.set(key, [request]);
    else if (list.at(-1) !== request) list.push(request);
  };
  const addAll = (specifier: string, request: ImportRequest): void => {
    const text = specifier.replace(/^node:/, '');
    for (let at = 0; at < text.length; at++)
      if (text[at] === '/' || text[at] === '.') add(text.slice(0, at), request);
    add(text, request);
  };
  for (const [path, module] of modules) {
    for (const item of module.imports) {
      const { name } = item;
      const request = { path, module: item.module, ...(name !== undefined && { name }) };
      addAll(item.module, request);
      if (name !== undefined) add(`${item.module.replace(/^node:/, '')}.${name}`, request);
    }
    for (const item of module.exports)
      if (item.module !== undefined) addAll(item.module, { path, module: item.module });
  }
  return name => byPackage.get(name) ?? [];
}
