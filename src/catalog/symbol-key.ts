/** A symbol in the form the index uses. */
export interface SymbolKey {
  /** Without parentheses, `node:`, `#default` and `#*`. */
  readonly base: string;
  /** Text in the first pair of parentheses that is not empty. */
  readonly qualifier?: string;
}

const maximumLength = 400;

/** A symbol that is its own normal form: nothing to cut, one class of characters. */
const plain = /^(?!node:|global\.|window\.|self\.)[^()#]*$/;

/** Normal form of a symbol in resolver spelling; overlong input is cut. */
export function symbolKey(symbol: string): SymbolKey {
  const text = symbol.slice(0, maximumLength);
  if (plain.test(text)) return { base: text };
  const qualifier = /\(([^()]+)\)/.exec(text)?.[1];
  const base = text
    .replaceAll(/\([^()]*\)/g, '')
    .replace(/^node:/, '')
    .replace(/^(?:global|window|self)\.(?=\w)/, 'globalThis.')
    .replace(/#(?:default|\*)\./, '#');
  return { base, ...(qualifier !== undefined && { qualifier }) };
}

/** Families of packages that export the same classes under several names. */
const families: ReadonlyMap<string, string> = new Map([
  ['@google/adk-core', '@google/adk'],
  ['@langchain/classic', '@langchain/community'],
  ['@openai/agents-core', '@openai/agents'],
  ['@openai/agents-openai', '@openai/agents'],
  ['ag2', 'autogen'],
  ['crewai', 'crewai_tools'],
  ['duckduckgo_search', 'ddgs'],
  ['langchain', 'langchain_community'],
  ['langchain_classic', 'langchain_community'],
  ['phi', 'agno'],
  ['pyautogen', 'autogen'],
]);

/** Top-level modules that many packages share; three segments tell these apart. */
const namespaces: ReadonlySet<string> = new Set(['azure', 'google']);

/**
 * Key under which deep import paths meet: package and the part from the class (or called factory) on, such as
 * `langchain_community|GmailSendMessage`. Undefined where the symbol is a plain function, unless `functions` is set.
 */
export function deepKey(symbol: string, functions: boolean): string | undefined {
  const text = symbol.slice(0, maximumLength).replace(/^node:/, '');
  const hash = text.indexOf('#');
  if (hash > 0) {
    const path = text.slice(0, hash).split('/');
    const root = path.slice(0, text.startsWith('@') ? 2 : 1).join('/');
    const tail = symbolKey(`#${text.slice(hash + 1)}`).base.slice(1);
    return tail === '' || tail === 'default' ? undefined : `${families.get(root) ?? root}|${tail}`;
  }
  if (text.includes(':')) return undefined;
  const segments = text.split(/\.(?![^()]*\))/);
  const depth = namespaces.has(segments[0] ?? '') ? 3 : 1;
  const root = segments.slice(0, depth).join('.');
  const head = segments.findIndex((part, i) => i >= depth && (/^[A-Z]/.test(part) || part.includes('(')));
  const from = head > 0 ? head : functions && segments.length > depth ? segments.length - 1 : -1;
  if (from < 0) return undefined;
  return `${families.get(root) ?? root}|${symbolKey(segments.slice(from).join('.')).base}`;
}
