import type { ToolParameter } from '../../src/model/fact.ts';
import { textsIn } from '../_shared/lenient.ts';

/** Who decides a value: fixed in the workflow, computed from data, or filled in by the model. */
export type Decider = 'constant' | 'expression' | 'model-chosen';

const fromAi = /\$fromai\s*\(/gi;
const placeholder = /\{([A-Za-z_]\w{0,60})\}/g;

/** True for a value that n8n evaluates: it starts with `=` and has a hole. */
export function isExpression(value: string): boolean {
  return value.startsWith('=') && value.includes('{{');
}

/** True if the model fills the value in (`$fromAI`, any case). */
export function asksModel(value: string): boolean {
  return isExpression(value) && value.search(/\$fromai\s*\(/i) >= 0;
}

/** Decider of one parameter value. */
export function deciderOf(value: string): Decider {
  if (asksModel(value)) return 'model-chosen';
  return isExpression(value) ? 'expression' : 'constant';
}

/** Parameters the model sees: every `$fromAI(name, description, type)` inside a node's parameters, sorted by name. */
export function modelParameters(parameters: unknown): readonly ToolParameter[] {
  const found = new Map<string, ToolParameter>();
  for (const { text } of textsIn(parameters)) {
    if (!isExpression(text)) continue;
    for (const match of text.matchAll(fromAi)) {
      const [name, description, type] = quotedArguments(text, match.index + match[0].length);
      if (name) found.set(name, { name, type: type || 'string', ...(description && { description }) });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Leading quoted arguments of a call; stops at the first argument that is no plain string. */
function quotedArguments(text: string, start: number): readonly string[] {
  const values: string[] = [];
  let at = start;
  while (values.length < 4) {
    while (text[at] === ' ' || text[at] === ',' || text[at] === '\n') at++;
    const quote = text[at];
    if (quote !== "'" && quote !== '"' && quote !== '`') return values;
    let end = at + 1;
    while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
    values.push(text.slice(at + 1, end));
    at = end + 1;
  }
  return values;
}

/** `{name}` holes of the older HTTP request tool; the model fills them. */
export function placeholders(value: string): readonly string[] {
  return [
    ...new Set([...value.replace(/\{\{[^}]*\}\}/g, '').matchAll(placeholder)].map(match => match[1] ?? '')),
  ];
}

/** What a node's parameters read: other nodes by name, and whether the item of the node before. */
export function dataReferences(parameters: unknown): {
  readonly nodes: ReadonlySet<string>;
  readonly previous: boolean;
} {
  const nodes = new Set<string>();
  let previous = false;
  for (const { text, path } of textsIn(parameters)) {
    if (!isExpression(text) && !codeKeys.has(path.at(-1) ?? '')) continue;
    if (/\$(json|input|binary|items?\b)/.test(text)) previous = true;
    for (const match of text.matchAll(/\$(?:node\[|items\(|\()\s*(["'`])([^"'`]{1,200})\1/g))
      if (match[2]) nodes.add(match[2]);
    for (const match of text.matchAll(/\$node\.([A-Za-z_]\w{0,100})/g)) if (match[1]) nodes.add(match[1]);
  }
  return { nodes, previous };
}

const codeKeys: ReadonlySet<string> = new Set(['jsCode', 'pythonCode', 'functionCode']);
