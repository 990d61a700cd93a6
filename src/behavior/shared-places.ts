import type { Fact, NodeFact, Ref } from '../model/fact.ts';
import type { PackageFacts } from '../model/project-facts.ts';
import { tablesOf } from './tables.ts';
import type { BehaviorReader, ReachedArgument, ReachedCall } from './types.ts';

/** One tool at one place. */
interface Visit {
  readonly tool: NodeFact;
  readonly call: ReachedCall;
  readonly typed: boolean;
}

interface Place {
  readonly name: string;
  readonly writers: Visit[];
  readonly readers: Visit[];
}

/**
 * Files, keys, queues, tables and memories that bodies of different agents name alike: what one writes there the other
 * reads, in a later run or in another program. Only places that the code names are joined, and only where somebody
 * other than the writer reads.
 */
export function sharedPlaces(
  facts: readonly Fact[],
  reader: BehaviorReader,
  packages: readonly PackageFacts[] = [],
): readonly Fact[] {
  const scopeOf = packageScope(packages);
  const places = new Map<string, Place>();
  for (const fact of facts) {
    if (fact.fact !== 'node' || fact.kind !== 'tool' || !fact.handler) continue;
    for (const call of reader.of(fact.handler)?.calls ?? []) {
      for (const { key: plain, name, writes } of placesOf(call)) {
        const key = isWide(plain) ? plain : `${plain}@${scopeOf(fact.handler.file)}`;
        const place = places.get(key) ?? { name, writers: [], readers: [] };
        places.set(key, place);
        (writes ? place.writers : place.readers).push({ tool: fact, call, typed: isTyped(call) });
      }
    }
  }
  const owners = ownersOf(facts);
  return [...places].flatMap(([key, place]) => factsOf(key, place, owners));
}

/** Topics, buckets and whole paths mean the same in every program; the rest only within one package. */
const isWide = (key: string): boolean => /^(?:queue|storage):|^file:\//.test(key);

/** The folder of the nearest manifest above a file: example programs side by side have nothing to do with each other. */
function packageScope(packages: readonly PackageFacts[]): (file: string) => string {
  const folders = [...new Set(packages.map(({ dir }) => dir))].sort((a, b) => b.length - a.length);
  return file => folders.find(dir => dir === '' || file.startsWith(`${dir}/`)) ?? '';
}

interface NamedPlace {
  readonly key: string;
  readonly name: string;
  readonly writes: boolean;
}

function placesOf(call: ReachedCall): readonly NamedPlace[] {
  const at = (kind: string, name: string | undefined, writes: boolean): readonly NamedPlace[] =>
    name === undefined || name === '' ? [] : [{ key: `${kind}:${name}`, name, writes }];
  const text = (...roles: readonly ReachedArgument['role'][]): string | undefined =>
    call.arguments.find(({ role, kind }) => roles.includes(role) && kind === 'constant')?.text?.slice(0, 200);
  return call.capabilities.flatMap((word): readonly NamedPlace[] => {
    const [domain, deed] = word.split('.');
    if (deed !== 'read' && deed !== 'write') return [];
    const writes = deed === 'write';
    // What only says whether something is there brings no text.
    if (!writes && call.returns === 'status') return [];
    switch (domain) {
      case 'file':
        return at('file', contentPath(text('path')), writes);
      case 'queue':
        return at('queue', text('url', 'channel', 'name', 'id'), writes);
      case 'storage':
        return at('storage', text('path', 'name', 'id'), writes);
      case 'memory':
        return at('memory', call.symbol.split(/[.#(]/)[0], writes);
      case 'db':
        return isKeyed(call.symbol)
          ? at('key', text('id'), writes)
          : tablesOf(text('sql') ?? '', writes).flatMap(table => at('table', table, writes));
      default:
        return [];
    }
  });
}

/** What a program keeps for itself carries no text of one agent to another. */
const bookkeeping =
  /(?:^|[/_.-])(?:tokens?|secrets?|credentials?|oauth|sessions?|cookies?|cache|locks?|logs?)(?:[/_.-]|$)/i;

const contentPath = (path: string | undefined): string | undefined =>
  path === undefined || bookkeeping.test(path) ? undefined : path.replace(/^(?:\.\/)+/, '');

/** Stores of single keys. */
const isKeyed = (symbol: string): boolean => /^(?:redis|valkey|ioredis|@upstash\/redis)[.#]/.test(symbol);

const carrying: readonly ReachedArgument['role'][] = ['body', 'query', 'sql', 'headers'];

/** Only numbers, truth values and listed words are written. */
function isTyped({ arguments: given }: ReachedCall): boolean {
  const carried = given.filter(({ role }) => carrying.includes(role));
  return (
    carried.some(({ kind }) => kind === 'typed') &&
    carried.every(({ kind }) => kind === 'typed' || kind === 'constant' || kind === 'config')
  );
}

function ownersOf(facts: readonly Fact[]): ReadonlyMap<Ref, ReadonlySet<Ref>> {
  const found = new Map<Ref, Set<Ref>>();
  for (const fact of facts) {
    if (fact.fact !== 'relation' || (fact.kind !== 'uses' && fact.kind !== 'next')) continue;
    found.set(fact.to, (found.get(fact.to) ?? new Set()).add(fact.from));
  }
  return found;
}

function factsOf(
  key: string,
  { name, writers, readers }: Place,
  owners: ReadonlyMap<Ref, ReadonlySet<Ref>>,
): readonly Fact[] {
  const owner = ({ tool }: Visit): ReadonlySet<Ref> => owners.get(tool.ref) ?? new Set();
  const others = readers.filter(reader =>
    writers.some(
      writer =>
        writer.tool.ref !== reader.tool.ref && [...owner(reader)].some(agent => !owner(writer).has(agent)),
    ),
  );
  const [first] = writers;
  if (!first || others.length === 0) return [];
  const ref = `place:${key}`;
  const typed = writers.every(writer => writer.typed);
  return [
    {
      fact: 'node',
      ref,
      kind: 'store',
      name,
      framework: first.tool.framework,
      at: first.call.at,
      properties: { place: key.slice(0, key.indexOf(':')) },
    },
    ...writers.map(
      ({ tool, call }): Fact => ({ fact: 'relation', kind: 'writes', from: tool.ref, to: ref, at: call.at }),
    ),
    ...others.map(
      ({ tool, call }): Fact => ({
        fact: 'relation',
        kind: 'reads',
        from: tool.ref,
        to: ref,
        at: call.at,
        ...(typed && { carries: 'typed' as const }),
      }),
    ),
  ];
}
