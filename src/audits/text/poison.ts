import { type Hidden, hiddenIn, unveiled } from './hidden.ts';
import { hostileName, hostileWords } from './hostile.ts';
import { type Signal, signals } from './signals.ts';

/** Longer texts are read up to here; the signals' bounded patterns keep the cost linear. */
const maxText = 40_000;

/** What one text does to a model. */
export interface Verdict {
  /** Sum over groups (the strongest signal, a share of each further one) plus what is hidden. Reported from 1 on. */
  readonly score: number;
  readonly signals: readonly Signal[];
  readonly hidden: readonly Hidden[];
}

/** What a further signal of the same group adds: repetition alone should not convince. */
const companionShare = 0.4;

/** Weighs one text that a model reads. */
export function weigh(text: string): Verdict {
  const bounded = text.slice(0, maxText);
  const hidden = hiddenIn(bounded);
  const plain = normal(bounded);
  const found = signals.filter(signal => signal.pattern.test(plain));
  const inHidden = hidden.some(item => signals.some(signal => signal.pattern.test(normal(item.text))));
  const groups = new Map<string, number>();
  for (const { group, weight } of [...found].sort((a, b) => b.weight - a.weight)) {
    const before = groups.get(group);
    groups.set(group, before === undefined ? weight : before + weight * companionShare);
  }
  const words = [...groups.values()].reduce((sum, weight) => sum + weight, 0);
  return { score: round(words + hiddenWeight(hidden, inHidden)), signals: found, hidden };
}

/** Characters that exist only to hide are enough by themselves; comments and base64 need an instruction inside. */
function hiddenWeight(hidden: readonly Hidden[], instructs: boolean): number {
  if (hidden.some(item => item.kind === 'unicode-tags' || item.kind === 'variation-selectors')) return 1;
  if (instructs) return 1;
  const strong = hidden.some(
    item => item.kind === 'zero-width' || item.kind === 'bidi' || item.kind === 'ansi',
  );
  if (strong) return 0.7;
  return hidden.length > 0 ? 0.4 : 0;
}

/** How openly a tool names an attack as its purpose: 1 and more is reported. */
export function hostility(name: string, description: string): number {
  const text = normal(description.slice(0, 2000));
  const words = hostileWords
    .filter(([, pattern]) => pattern.test(text))
    .reduce((sum, [weight]) => sum + weight, 0);
  return round(words + (hostileName.test(snake(name)) ? 0.6 : 0));
}

function snake(name: string): string {
  return name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}

function normal(text: string): string {
  return unveiled(text).toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
