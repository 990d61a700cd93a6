/** What a command line or an input allows and forbids: rules such as `Bash(gh issue view:*)`. */
export interface ToolRules {
  readonly allowed: readonly string[];
  readonly denied: readonly string[];
}

const value =
  '(?:"([^"]{0,4000})"|\'([^\']{0,4000})\'|((?:[^\\s"\'-][^\\s]{0,1000})(?: (?![-"\'|>&;])[^\\s]{1,1000}){0,40}))';
const allowedFlag = new RegExp(`--(?:allowed-?[tT]ools|allow-tool)[ =]+${value}`, 'g');
const deniedFlag = new RegExp(`--(?:disallowed-?[tT]ools|deny-tool)[ =]+${value}`, 'g');

/** `--allowedTools` and `--disallowedTools` of a command line, in the spellings of all clients. */
export function rulesIn(line: string): ToolRules {
  const all = (flag: RegExp): readonly string[] =>
    [...line.matchAll(flag)].flatMap(match => splitTools(match[1] ?? match[2] ?? match[3] ?? ''));
  return { allowed: all(allowedFlag), denied: all(deniedFlag) };
}

/** Splits a tool list at commas, blanks and line breaks outside brackets. */
export function splitTools(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && /[,\s]/.test(sign)) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part].map(item => item.trim().replace(/^["']|["']$/g, '')).filter(Boolean);
}

/** The texts of a JSON list that the pattern finds in other text. */
export function listIn(json: string, list: RegExp): readonly string[] {
  const match = list.exec(json)?.[1] ?? '';
  return [...match.matchAll(/"((?:[^"\\]|\\.){1,300})"/g)].map(found => found[1] ?? '');
}

/** Name of the tool a rule speaks about, in small letters. */
export const ruleName = (rule: string): string => (rule.split('(')[0] ?? '').trim().toLowerCase();

/** Command pattern of a shell rule; `*` for the whole shell. */
export function patternOf(rule: string): string {
  const inner = /\((.*)\)\s*$/s.exec(rule)?.[1]?.trim() ?? '';
  return inner === '' || inner === ':*' || inner === '**' ? '*' : inner;
}
