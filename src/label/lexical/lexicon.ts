import { type Concept, concepts } from './data/concepts.ts';
import { type ParameterClass, parameters } from './data/parameters.ts';
import { alsoNouns, type VerbClass, verbs } from './data/verbs.ts';
import { nameStems, stem } from './words.ts';

/** Stem, or stems joined by `_`, to the classes that own it. */
interface Lexicon {
  readonly verb: ReadonlyMap<string, VerbClass>;
  /** Verb stems that are rather nouns. */
  readonly nounish: ReadonlySet<string>;
  readonly concept: ReadonlyMap<string, readonly Concept[]>;
  readonly parameter: ReadonlyMap<string, ParameterClass>;
}

let loaded: Lexicon | undefined;

/** The hand-written word lists, indexed by stem on first use. */
export function lexicon(): Lexicon {
  loaded ??= {
    verb: firstOwner(verbs),
    nounish: new Set(alsoNouns.split(' ').map(stem)),
    concept: allOwners(concepts),
    parameter: firstOwner(parameters),
  };
  return loaded;
}

function firstOwner<C extends string>(lists: { readonly [name in C]: string }): ReadonlyMap<string, C> {
  const found = new Map<string, C>();
  for (const [key, name] of entries(lists)) if (!found.has(key)) found.set(key, name);
  return found;
}

function allOwners<C extends string>(
  lists: { readonly [name in C]: string },
): ReadonlyMap<string, readonly C[]> {
  const found = new Map<string, C[]>();
  for (const [key, name] of entries(lists)) {
    const owners = found.get(key);
    if (owners === undefined) found.set(key, [name]);
    else if (!owners.includes(name)) owners.push(name);
  }
  return found;
}

function entries<C extends string>(
  lists: { readonly [name in C]: string },
): readonly (readonly [string, C])[] {
  return (Object.keys(lists) as C[]).flatMap(name =>
    lists[name].split(' ').map(word => [nameStems(word.replaceAll('_', ' ')).join('_'), name] as const),
  );
}
