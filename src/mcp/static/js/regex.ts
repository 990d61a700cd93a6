const maxSource = 120;
const maxText = 5_000;

/**
 * A regular expression of a package that is safe to run on its texts: no groups to repeat, at most one repetition.
 * Undefined for every other one.
 */
export function safeRegex(source: string, flags: string): RegExp | undefined {
  if (source.length > maxSource || /\\[1-9kpP]/.test(source)) return undefined;
  const plain = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const repeats = plain.match(/[*+{]/g)?.length ?? 0;
  if (repeats > 1 || (repeats > 0 && plain.includes('('))) return undefined;
  try {
    return new RegExp(source, flags.replace(/[^gimsu]/g, ''));
  } catch {
    return undefined;
  }
}

/** Whether a text is short enough for an expression of a package. */
export function fitsRegex(text: string): boolean {
  return text.length <= maxText;
}
