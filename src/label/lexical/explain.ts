import type { Evidence } from '../../model/label.ts';
import type { EvidenceVia } from '../../model/vocabulary.ts';
import type { Judgement } from './model.ts';
import type { ListedTool } from './types.ts';
import { stem } from './words.ts';

/** Words that are named at most. */
const most = 5;

type Source = Extract<EvidenceVia, 'name' | 'description' | 'schema'>;

/** Where the features of a prefix come from; features of several places count for the strongest of them. */
function sourceOf(feature: string, described: boolean): Source {
  if (/^(?:n|nn|h|hc|xh|cn|cs|xs):/.test(feature) || /^e:[nh]:/.test(feature)) return 'name';
  if (/^(?:p|pn|pr|xp):/.test(feature)) return 'schema';
  return described ? 'description' : 'name';
}

/** One sentence per place that counted, naming the words, strongest place first. */
export function evidenceOf(tool: ListedTool, judgement: Judgement): readonly Evidence[] {
  const described = Boolean(tool.description);
  const sums = new Map<Source, number>();
  const words = new Map<Source, Map<string, number>>();
  for (const { feature, share } of judgement.shares) {
    if (share <= 0.05) continue;
    const source = sourceOf(feature, described);
    sums.set(source, (sums.get(source) ?? 0) + share);
    const own = words.get(source) ?? new Map<string, number>();
    for (const word of wordsOf(feature)) own.set(word, (own.get(word) ?? 0) + share);
    words.set(source, own);
  }
  const percent = Math.round(judgement.probability * 100);
  const places = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const found = places.slice(0, 2).map(
    ([via]): Evidence => ({
      via,
      detail: `${opening[via]} ${quoted(tool, words.get(via) ?? new Map())} (${percent} % by words alone)`,
    }),
  );
  return found.length > 0
    ? found
    : [{ via: described ? 'description' : 'name', detail: `words of ${tool.name}` }];
}

const opening = {
  name: 'the name speaks of',
  description: 'the description speaks of',
  schema: 'the parameters speak of',
} as const satisfies { readonly [source in Source]: string };

/** The words behind a feature: its stems, or the name of the domain or verb class. */
function wordsOf(feature: string): readonly string[] {
  const [prefix = '', ...rest] = feature.split(':');
  if (prefix === 'm' || prefix === 'e') return [];
  return rest.flatMap(part => part.split('_')).filter(word => word !== 'none');
}

/** Prefers words as the tool spells them over stems and class names. */
function quoted(tool: ListedTool, scores: ReadonlyMap<string, number>): string {
  const text = `${tool.name.replace(/([a-z0-9])([A-Z])/g, '$1 $2')} ${(tool.description ?? '').slice(0, 600)} ${(tool.parameters ?? []).map(({ name }) => name).join(' ')}`;
  const spelled = new Map<string, string>();
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? [])
    if (!spelled.has(stem(word))) spelled.set(stem(word), word);
  const best = [...scores]
    .filter(([word]) => word.length > 1)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word]) => spelled.get(word) ?? word);
  return [...new Set(best)]
    .slice(0, most)
    .map(word => `“${word}”`)
    .join(', ');
}
