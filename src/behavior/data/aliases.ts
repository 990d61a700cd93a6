/**
 * Symbols under which another package hands out an object of a known one: generated database clients, extended clients,
 * adapters that carry the vendor's own client.
 */
const aliases: readonly (readonly [RegExp, string])[] = [
  [/^[^#]*(?:generated|prisma)[^#]*\/client(?:\.[jt]s)?#PrismaClient\(\)/, '@prisma/client#PrismaClient()'],
  [/^(@prisma\/client#PrismaClient\(\))(?:\.\$extends\(\))+/, '$1'],
  [/^@chat-adapter\/slack#SlackAdapter\(\)\.webClient\./, '@slack/web-api#WebClient().'],
  // A folder of a path is a path.
  [/^(pathlib\.Path\(\))(?:\.parent)+(?=\.)/, '$1'],
];

/** The usual symbol of what is called. */
export function usualSymbol(symbol: string): string {
  return aliases.reduce((text, [pattern, usual]) => text.replace(pattern, usual), symbol);
}
