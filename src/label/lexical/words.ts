/** Longest description that is read; the rest is boilerplate or an attempt to drown the labels. */
const textLimit = 1600;

/** Short words whose ending is no ending. */
const asIs = new Set([
  'is',
  'as',
  'this',
  'its',
  'his',
  'us',
  'aws',
  'dns',
  'sms',
  'css',
  'js',
  'ls',
  'ps',
  'cms',
  'sas',
  'rss',
  'os',
  'news',
  'status',
  'address',
  'process',
  'access',
  'business',
  'kubernetes',
  'sentry',
  'red',
  'bed',
  'feed',
  'need',
  'seed',
  'ping',
  'string',
  'thing',
  'bring',
  'king',
  'ring',
  'sing',
  'bing',
  'billing',
  'building',
  'bus',
  'gas',
  'jenkins',
  'analytics',
  'https',
  'embed',
]);

/**
 * One stem for the forms of a word: `sends`, `sending`, `send`; `deletes`, `deleted`, `delete`. Only has to be the
 * same for all forms and for the lexicon, not to be a word.
 */
export function stem(word: string): string {
  if (word.length < 4 || asIs.has(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return withoutE(word.slice(0, -2));
  if (word.endsWith('s') && !/[su]s$/.test(word)) return withoutE(word.slice(0, -1));
  if (word.endsWith('ing') && word.length > 5) return single(word.slice(0, -3));
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ed') && word.length > 4) return single(word.slice(0, -2));
  return withoutE(word);
}

/** Words of five letters and more lose a final `e`, so that `creat(e)`, `creat(ed)` and `creat(ing)` meet. */
function withoutE(word: string): string {
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}

/** `stopp(ed)` to `stop`, `mov(ed)` to `move`. */
function single(rest: string): string {
  const last = rest.at(-1) ?? '';
  if (rest.length > 3 && last === rest.at(-2) && !'lsz'.includes(last)) return rest.slice(0, -1);
  return rest.length === 3 && /[aeiou][^aeiou]$/.test(rest) && !/[wxy]$/.test(rest) ? `${rest}e` : rest;
}

/** Words of a text, lower case and stemmed, in order. Markup and digits are dropped. */
export function stemsOf(text: string): readonly string[] {
  const found = text
    .slice(0, textLimit)
    .toLowerCase()
    .match(/[a-z]+|[぀-ヿ一-鿿가-힣]+/g);
  return found === null ? [] : found.map(stem);
}

/** Words of an identifier in any spelling: `getHTTPPage`, `mcp__mail__send-all`, `search_v2`. */
export function nameStems(name: string): readonly string[] {
  const spaced = name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  return stemsOf(spaced);
}

/** First statement of a description (what the tool is for), and the rest. Headings and numbering are no statement. */
export function splitDescription(description: string): readonly [string, string] {
  const text = description
    .slice(0, textLimit)
    .replace(/\s+/g, ' ')
    .replace(/(^|\s)\d{1,2}[.)]\s/g, '$1')
    .trim();
  const purpose = text.slice(0, 1500).search(/\b(?:purpose|description|overview|summary)\s?:/i);
  const from = purpose < 0 ? 0 : text.indexOf(':', purpose) + 1;
  const end = text.slice(from, from + 400).search(/[.;。](?:\s|$)|\s[-–•*]\s/);
  const till = from + (end < 15 ? 220 : end);
  return [text.slice(from, till), `${text.slice(0, from)} ${text.slice(till)}`];
}
