import { deepKey, symbolKey } from '../catalog/symbol-key.ts';
import type { Catalog, SymbolRow } from '../catalog/types.ts';
import type { Project } from '../resolve/project.ts';
import { called } from './called.ts';
import { usualSymbol } from './data/aliases.ts';
import { asking, runners } from './data/harmless.ts';
import { isHarmless } from './harmless.ts';
import { keptNames } from './kept.ts';

/** A symbol of a row taken apart: its names from the method outwards, and the package it belongs to. */
export interface RowSymbol {
  readonly names: readonly string[];
  readonly root: string;
  readonly python: boolean;
}

/** How a function outside the project behaves, where lists say so. */
export interface Traits {
  /** Only works on its arguments. */
  readonly harmless: boolean;
  /** Asks a person. */
  readonly asks: boolean;
  /** Position of the function it runs. */
  readonly runs?: number;
}

/** Rows that a lost callee may mean. */
export interface Guess {
  /** All rows with such a method. */
  readonly rows: readonly SymbolRow[];
  /** Those of packages that the file imports. */
  readonly near: readonly SymbolRow[];
  /** Those that share the most names with the callee, where that is more than the method. */
  readonly matched: readonly SymbolRow[];
}

/** What all handlers of a project ask again and again. */
export interface Memory {
  /** API row of a symbol; `literals` are first arguments in the receiver chain. */
  rowOf(symbol: string, literals: readonly string[]): SymbolRow | undefined;
  /** What is known of a symbol beside the catalog. */
  traitsOf(symbol: string): Traits;
  /** Whether a symbol only leads to calls the catalog knows: `boto3.client` of `boto3.client(s3).put_object`. */
  makes(symbol: string): boolean;
  /** A new number for a run of a body; never given twice, so that objects of different runs stay apart. */
  nextRun(): number;
  /** Names of a module that keep what an earlier call gave them. */
  keptNames(file: string): ReadonlySet<string>;
  symbolsOf(row: SymbolRow): readonly RowSymbol[];
  /** Top-level packages a file imports. */
  importsOf(file: string): ReadonlySet<string>;
  /** Whether any file of the project imports a package. */
  isImported(root: string): boolean;
  /** What rows share the names of a callee whose receiver was lost, by file and callee. */
  readonly guesses: Map<string, Guess>;
}

/** Remembers answers of catalog and project for one reader. */
export function createMemory(project: Project, catalog: Catalog): Memory {
  const rows = new Map<string, SymbolRow | undefined>();
  const symbols = new Map<SymbolRow, readonly RowSymbol[]>();
  const kept = new Map<string, ReadonlySet<string>>();
  let runs = 0;
  let makers: ReadonlySet<string> | undefined;
  const traits = new Map<string, Traits>();
  const imports = new Map<string, ReadonlySet<string>>();
  let everywhere: ReadonlySet<string> | undefined;
  const importsOf = (file: string): ReadonlySet<string> => {
    const known = imports.get(file) ?? importedPackages(project, file);
    imports.set(file, known);
    return known;
  };
  return {
    rowOf(symbol, literals) {
      const key = `${symbol}\0${literals.join('\0')}`;
      if (!rows.has(key)) {
        const plain = usualSymbol(symbol);
        rows.set(key, called(catalog.symbol(plain, { receiverArgument: literals }), plain));
      }
      return rows.get(key);
    },
    traitsOf(symbol) {
      const known = traits.get(symbol) ?? traitsOf(symbol);
      traits.set(symbol, known);
      return known;
    },
    makes(symbol) {
      makers ??= makersOf(catalog);
      return makers.has(symbolKey(symbol).base) || makers.has(deepKey(symbol, false) ?? '');
    },
    nextRun: () => ++runs,
    guesses: new Map(),
    symbolsOf(row) {
      const known = symbols.get(row) ?? row.symbols.map(takeApart);
      symbols.set(row, known);
      return known;
    },
    keptNames(file) {
      const module = project.modules.get(file);
      const known = kept.get(file) ?? (module ? keptNames(module) : new Set<string>());
      kept.set(file, known);
      return known;
    },
    importsOf,
    isImported(root) {
      everywhere ??= new Set([...project.modules.keys()].flatMap(file => [...importsOf(file)]));
      return everywhere.has(root);
    },
  };
}

function traitsOf(symbol: string): Traits {
  const runs = runners[symbol];
  return { harmless: isHarmless(symbol), asks: asking.test(symbol), ...(runs !== undefined && { runs }) };
}

/** Every call on the way to a catalogued one. */
function makersOf(catalog: Catalog): ReadonlySet<string> {
  const out = new Set<string>();
  for (const row of catalog.symbols) {
    if (row.kind !== 'api') continue;
    for (const symbol of row.symbols) {
      for (let at = symbol.indexOf('('); at > 0; at = symbol.indexOf('(', at + 1))
        for (const key of [symbolKey(symbol.slice(0, at)).base, deepKey(symbol.slice(0, at), false)])
          if (key !== undefined) out.add(key);
    }
  }
  return out;
}

function takeApart(symbol: string): RowSymbol {
  const names = symbol
    .replaceAll(/\([^()]*\)/g, '')
    .split(/[.#]/)
    .reverse();
  return { names, root: rootOf(symbol), python: !/[#:]|^globalThis\b/.test(symbol) };
}

function rootOf(symbol: string): string {
  const hash = symbol.indexOf('#');
  return hash > 0 ? packageOf(symbol.slice(0, hash)) : (symbol.split('.')[0] ?? symbol);
}

function packageOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}

function importedPackages(project: Project, file: string): ReadonlySet<string> {
  const module = project.modules.get(file);
  const names = (module?.imports ?? []).map(item => item.module.replace(/^node:/, ''));
  return new Set(
    names.map(name => (module?.language === 'python' ? (name.split('.')[0] ?? name) : packageOf(name))),
  );
}
