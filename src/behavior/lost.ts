import type { SymbolRow } from '../catalog/types.ts';
import { dataMethods } from './data/harmless.ts';
import type { ExternalCall } from './externals.ts';
import { constantText, textOf } from './flow.ts';
import type { Machine } from './machine.ts';
import type { Guess, RowSymbol } from './memory.ts';
import { statementKind } from './sql.ts';

/**
 * The row of a method whose receiver was lost, from what is still there: the names before it (`messages().list`), a
 * telling method name, an argument that is a statement or an address; the package must be imported somewhere.
 */
export function guessRow(m: Machine, call: ExternalCall, chain: readonly string[]): SymbolRow | undefined {
  const [method] = chain;
  if (method === undefined) return undefined;
  const { rows, near, matched } = guessOf(m, method, chain, call);
  if (rows.length === 0) return restRow(m, call, method);
  const [first] = call.args.positional;
  const text = first ? (constantText(first) ?? leading(first)) : undefined;
  if (text !== undefined && /\w\s+\S/.test(text) && statementKind(text) !== undefined)
    return (
      near.find(asks) ?? rows.filter(row => isUsed(m, row)).find(asks) ?? rows.find(row => row.arguments?.sql)
    );
  // `pattern.exec(text)` is no statement.
  if (method === 'exec') return undefined;
  if (matched.length > 0) return agreed(matched, near);
  const isAddress = text !== undefined && /^(?:https?:\/\/|\/\w)/.test(text);
  if (isAddress && rows.some(row => row.arguments?.url))
    return (
      agreed(
        near.filter(row => row.arguments?.url),
        near,
      ) ?? restRow(m, call, method)
    );
  // A name that only packages of the project have.
  const isSpecial = call.symbol.startsWith('?.') && !common.has(method) && !dataMethods.has(method);
  if (isSpecial && rows.every(row => m.memory.symbolsOf(row).some(one => m.memory.isImported(one.root))))
    return agreed(rows, near);
  const isTelling = method.length >= 9 && /_|[a-z][A-Z]/.test(method);
  return (isTelling ? agreed(near, near) : undefined) ?? restRow(m, call, method);
}

/** Takes a statement: of a database, or of a service with a language of its own (`SELECT Id FROM Account`). */
const asks = (row: SymbolRow): boolean =>
  row.arguments?.sql !== undefined || row.arguments?.query?.includes(0) === true;

const isUsed = (m: Machine, row: SymbolRow): boolean =>
  m.memory.symbolsOf(row).some(one => m.memory.isImported(one.root));

/**
 * A client of some server, told by the verb of its method and an address or path in first place: it does what a plain
 * request of that verb does (`client.rget('/incidents')`, `this.http.post('/tickets', body)`).
 */
function restRow(m: Machine, call: ExternalCall, method: string): SymbolRow | undefined {
  const verb = /^(?:r|j|api_?|do_?|fetch_?|http_?)?(get|head|post|put|patch|delete)(?:_?json)?$/i.exec(
    method,
  )?.[1];
  const [first, ...others] = call.args.positional;
  if (verb === undefined || !first || others.some(flow => flow.closure !== undefined)) return undefined;
  const head = constantText(first) ?? leading(first);
  if (head === undefined || !/^(?:https?:\/)?\/\w/.test(head)) return undefined;
  const name = verb.toLowerCase();
  return m.catalog.symbol(call.frame.python ? `requests.${name}` : `axios#${name}`);
}

function guessOf(m: Machine, method: string, chain: readonly string[], call: ExternalCall): Guess {
  const { file } = call.frame.fn;
  const { python } = call.frame;
  const isFree = call.symbol.startsWith('?.');
  const key = `${file}\0${isFree}\0${chain.join('\0')}`;
  const known = m.memory.guesses.get(key);
  if (known) return known;
  const here = m.memory.importsOf(file);
  const symbols = (row: SymbolRow): readonly RowSymbol[] =>
    m.memory.symbolsOf(row).filter(one => one.names[0] === method && one.python === python);
  const rows = m.catalog.methods(method).filter(row => symbols(row).length > 0);
  const near = rows.filter(row => symbols(row).some(one => here.has(one.root)));
  const shared = rows.map(row => {
    const n = sharedNames(symbols(row), chain);
    // Two names (`threads.get`) are shared by chance, unless the project uses the package and nothing speaks against it.
    const isUsed = symbols(row).some(
      one => (isFree && m.memory.isImported(one.root)) || isNamed(one.root, [...chain, call.symbol]),
    );
    return n >= 3 || (n === 2 && isUsed) ? n : 0;
  });
  const best = Math.max(0, ...shared);
  const guess = { rows, near, matched: best >= 2 ? rows.filter((_, at) => shared[at] === best) : [] };
  m.memory.guesses.set(key, guess);
  return guess;
}

function leading(flow: Parameters<typeof textOf>[0]): string | undefined {
  const [head] = textOf(flow) ?? [];
  return typeof head === 'string' ? head : undefined;
}

/** One row, or several that say the same; rows of imported packages are preferred. */
function agreed(rows: readonly SymbolRow[], near: readonly SymbolRow[]): SymbolRow | undefined {
  const preferred = rows.filter(row => near.includes(row));
  const list = preferred.length > 0 ? preferred : rows;
  const [only] = list;
  if (!only) return undefined;
  return list.every(row => row.capabilities.join() === only.capabilities.join()) || preferred.length > 0
    ? only
    : undefined;
}

/** Names of methods that every second library has: shared alone they tell nothing. */
const common: ReadonlySet<string> = new Set(
  'add all append close create data delete execute filter find first get insert items json keys list next open put query read remove run save search send set update values write'.split(
    ' ',
  ),
);

/** Functions that give some client of something. */
const makers: ReadonlySet<string> = new Set(
  'client create_client createClient get_client get_sync_client getClient session'.split(' '),
);

const general: ReadonlySet<string> = new Set(
  'api apis async client code core google googleapis node python sdk server web'.split(' '),
);

/** The vendor's name stands in the callee: `this.slack.files.info` of `@slack/web-api`. */
function isNamed(root: string, chain: readonly string[]): boolean {
  const vendors = root.split(/[^a-z0-9]+/i).filter(word => word.length > 2 && !general.has(word));
  return chain.some(name => vendors.some(vendor => name.toLowerCase().includes(vendor)));
}

/** How many names a row's symbol shares with the callee, from the method outwards; one of them must be telling. */
function sharedNames(symbols: readonly RowSymbol[], chain: readonly string[]): number {
  let best = 0;
  for (const { names } of symbols) {
    let n = 0;
    while (n < names.length - 1 && n < chain.length && names[n] === chain[n] && !makers.has(names[n] ?? ''))
      n++;
    if (n > best && names.slice(0, n).some(name => !common.has(name))) best = n;
  }
  return best;
}
