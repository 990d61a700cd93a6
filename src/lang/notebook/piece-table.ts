import type { LineTable } from '../line-table.ts';

/** A JSON string of the file: where its value begins in the joined text and where its content lies in the file. */
export interface Piece {
  readonly start: number;
  readonly raw: number;
  readonly rawEnd: number;
}

/** Maps offsets of joined JSON strings to lines and columns of the JSON file; pieces are sorted by `start`. */
export function createPieceTable(text: string, pieces: readonly Piece[], rawLines: LineTable): LineTable {
  function pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  }

  const marks = new Map<Piece, readonly number[]>();

  function rawOffset(offset: number): number {
    const piece = pieceAt(offset);
    if (!piece) return 0;
    const known = marks.get(piece) ?? checkpoints(text, piece);
    marks.set(piece, known);
    const inside = offset - piece.start;
    const from = Math.min(Math.floor(inside / markEvery), known.length - 1);
    return walk(text, known[from] ?? piece.raw, inside - from * markEvery, piece.rawEnd);
  }

  return { range: (start, end) => rawLines.range(rawOffset(start), rawOffset(end)) };
}

/** A whole cell may be one string; remembering every so many characters keeps look-ups short. */
const markEvery = 128;

function checkpoints(text: string, piece: Piece): number[] {
  const out = [piece.raw];
  for (let raw = piece.raw; raw < piece.rawEnd; ) {
    raw = walk(text, raw, markEvery, piece.rawEnd);
    if (raw < piece.rawEnd) out.push(raw);
  }
  return out;
}

/** Raw offset `count` decoded characters after `from`. */
function walk(text: string, from: number, count: number, end: number): number {
  let raw = from;
  for (let left = count; left > 0 && raw < end; left--) {
    raw += text[raw] !== '\\' ? 1 : text[raw + 1] === 'u' ? 6 : 2;
  }
  return Math.min(raw, end);
}
