import type { Behavior } from '../behavior/types.ts';
import type { Deed } from '../model/deed.ts';
import { marks } from './data/marks.ts';
import type { Text } from './reached-code.ts';

/** Deeds that texts in the code give away, where the code can do what the text is for. */
export function deedsOfTexts(texts: readonly Text[], behavior: Behavior): readonly Deed[] {
  const can = new Set(behavior.calls.flatMap(call => call.capabilities));
  const fitting = marks.filter(mark => mark.needs.length === 0 || mark.needs.some(word => can.has(word)));
  return texts.flatMap(({ text, at }) =>
    fitting.flatMap((mark): readonly Deed[] => {
      const found = mark.pattern.exec(text);
      if (!found) return [];
      const from = Math.max(0, found.index - 20);
      return [{ kind: mark.kind, what: quoted(text.slice(from, found.index + found[0].length + 20)), at }];
    }),
  );
}

/** One line, shortened. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
