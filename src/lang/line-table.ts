import type { Range } from '../model/location.ts';

/** Turns offsets in UTF-16 units into lines and columns (both from 1). */
export interface LineTable {
  range(start: number, end: number): Range;
}

/** Line starts are found once; `\n` ends a line, as in editors that also accept `\r\n`. */
export function createLineTable(text: string): LineTable {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  let hint = 0;

  function lineOf(offset: number): number {
    if (offset >= startOf(hint) && offset < startOf(hint + 1)) return hint;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    hint = low;
    return low;
  }

  function startOf(line: number): number {
    return starts[line] ?? Number.POSITIVE_INFINITY;
  }

  return {
    range(start, end) {
      const first = lineOf(start);
      const last = lineOf(end);
      return [first + 1, start - startOf(first) + 1, last + 1, end - startOf(last) + 1];
    },
  };
}
