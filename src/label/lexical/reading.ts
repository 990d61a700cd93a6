import type { ToolParameter } from '../../model/fact.ts';
import type { Concept } from './data/concepts.ts';
import type { ParameterClass } from './data/parameters.ts';
import type { VerbClass } from './data/verbs.ts';
import { lexicon } from './lexicon.ts';
import type { ListedTool } from './types.ts';
import { nameStems, splitDescription, stemsOf } from './words.ts';

/** What the word lists find in one tool. */
export interface Reading {
  /** Stems of the name, of the first statement of the description and of the rest. */
  readonly name: readonly string[];
  readonly first: readonly string[];
  readonly rest: readonly string[];
  /** The verb class that decides, and all that were seen. */
  readonly verb: VerbClass | undefined;
  readonly verbs: ReadonlySet<VerbClass>;
  /** Domains in the name, in the first statement, in the rest and in the server's name. */
  readonly named: ReadonlySet<Concept>;
  readonly told: ReadonlySet<Concept>;
  readonly more: ReadonlySet<Concept>;
  readonly served: ReadonlySet<Concept>;
  /** What the name ends in, its verb aside, and the domains of that. */
  readonly head: string | undefined;
  readonly headed: readonly Concept[];
  /** Parameter classes; absent where the listing gives no schema. */
  readonly parameters?: ReadonlySet<ParameterClass>;
}

/** Words after which a verb may follow in a sentence. */
const verbFollows = new Set(['to', 'and', 'or', 'can', 'will', 'tool', 'then', 'by', 'for', 'that']);

/** Words that turn the next one round. */
const negations = new Set(['not', 'without', 'never', 'no', 'cannot', 'doesn', 'don', 'won']);

/** Reads a tool with the word lists. */
export function read(tool: ListedTool): Reading {
  const name = nameStems(tool.name);
  const [firstText, restText] = splitDescription(tool.description ?? '');
  const first = affirmed(stemsOf(firstText));
  const rest = affirmed(stemsOf(restText));
  const { main, word, all } = verbsOf(name, first);
  const nouns = name.filter((one, at) => one !== word || (at !== 0 && at !== name.length - 1));
  return {
    name,
    first,
    rest,
    verb: main,
    verbs: all,
    named: conceptsIn(name),
    told: conceptsIn(first),
    more: conceptsIn(rest),
    served: conceptsIn(nameStems(tool.server ?? '')),
    head: nouns.at(-1),
    headed: headConcepts(nouns),
    ...(tool.parameters && {
      parameters: new Set(tool.parameters.map(parameterClass).filter(found => found !== undefined)),
    }),
  };
}

/** Class of a parameter by the words of its name. */
export function parameterClass({ name }: ToolParameter): ParameterClass | undefined {
  const { parameter } = lexicon();
  return nameStems(name)
    .map(word => parameter.get(word))
    .find(found => found !== undefined);
}

/** Domains whose words or phrases (up to three words) occur. */
export function conceptsIn(stems: readonly string[]): ReadonlySet<Concept> {
  const { concept } = lexicon();
  const found = new Set<Concept>();
  for (let at = 0; at < stems.length; at++)
    for (let size = 1; size <= 3 && at + size <= stems.length; size++)
      for (const owner of concept.get(stems.slice(at, at + size).join('_')) ?? []) found.add(owner);
  return found;
}

/**
 * The verb that decides: first word of the name, last word (`vm_delete`), first verb of the sentence, and only then words
 * that are rather nouns (`email_search` searches, `post_update` updates).
 */
function verbsOf(
  name: readonly string[],
  first: readonly string[],
): {
  readonly main: VerbClass | undefined;
  readonly word: string | undefined;
  readonly all: ReadonlySet<VerbClass>;
} {
  const { verb, nounish } = lexicon();
  const inText = first
    .slice(0, 24)
    .filter((_, at) => at === 0 || verbFollows.has(first[at - 1] ?? '') || verb.has(first[at - 1] ?? ''))
    .filter(word => verb.has(word));
  const joined = name.filter(
    (word, at) => verb.has(word) && (name[at - 1] === 'or' || name[at - 1] === 'and'),
  );
  const ends = [name[0] ?? '', name.at(-1) ?? ''].filter(word => verb.has(word));
  const middle = name.slice(1, -1).filter(word => verb.has(word) && !nounish.has(word));
  const clear = (word: string): boolean => !nounish.has(word);
  const word = ends.find(clear) ?? inText.find(clear) ?? ends[0] ?? inText[0] ?? middle[0];
  const all = [...(word === undefined ? [] : [word]), ...joined, ...inText].map(one => verb.get(one));
  return {
    main: word === undefined ? undefined : verb.get(word),
    word,
    all: new Set(all.filter(found => found !== undefined)),
  };
}

/** Domains of the last words of a name, longest phrase first. */
function headConcepts(nouns: readonly string[]): readonly Concept[] {
  const { concept } = lexicon();
  for (const size of [3, 2, 1]) {
    const found = nouns.length < size ? undefined : concept.get(nouns.slice(-size).join('_'));
    if (found !== undefined) return found;
  }
  return [];
}

/** Marks the word a negation speaks of (`without deleting it`), but leaves `cannot be undone`. */
function affirmed(stems: readonly string[]): readonly string[] {
  return stems.map((word, at) => {
    const turned = negations.has(stems[at - 1] ?? '') && word !== 'be' && word !== 'only';
    return turned ? `not-${word}` : word;
  });
}
