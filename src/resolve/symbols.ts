/** A compiled list of symbols: exact ones and prefixes (`langchain.tools.*`). */
export function symbolMatcher(symbols: readonly string[]): (symbol: string) => boolean {
  const exact = new Set(symbols.filter(s => !s.endsWith('*')));
  const prefixes = symbols.filter(s => s.endsWith('*')).map(s => s.slice(0, -1));
  return symbol => exact.has(symbol) || prefixes.some(p => symbol.startsWith(p));
}

/** Method names asked for: `pkg#Server().tool` gives `tool`. */
export function methodNames(symbols: readonly string[]): ReadonlySet<string> {
  return new Set(symbols.flatMap(s => /\)\.([\w$]+)$/.exec(s)?.[1] ?? []));
}
