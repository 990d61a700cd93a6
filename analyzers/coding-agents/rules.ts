import type { Location } from '../../src/model/location.ts';

/** One permission rule: a tool, optionally narrowed: `Bash(git push:*)`, `WebFetch(domain:x.org)`, `mcp__s__t`. */
export interface Rule {
  readonly action: Action;
  readonly tool: string;
  readonly narrowed?: string;
  readonly text: string;
  readonly at: Location;
}

export type Action = 'allow' | 'ask' | 'deny';

/** Reads a rule as written in settings or front matter; undefined for empty text. */
export function parseRule(action: Action, text: string, at: Location): Rule | undefined {
  const trimmed = text.trim().slice(0, 500);
  const open = trimmed.indexOf('(');
  if (open < 0 || !trimmed.endsWith(')'))
    return trimmed === '' ? undefined : { action, tool: trimmed, text: trimmed, at };
  const inner = trimmed.slice(open + 1, -1).trim();
  const all = inner === '' || inner === '*' || inner === ':*' || inner === '**';
  return { action, tool: trimmed.slice(0, open).trim(), ...(!all && { narrowed: inner }), text: trimmed, at };
}

/** Splits `Read, Bash(git log:*, git diff:*), mcp__x` at commas outside brackets. */
export function splitRules(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (at === text.length || (depth === 0 && (character === ',' || character === '\n'))) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts.filter(part => part !== '');
}

/** Rules of one action for one tool name (any of its spellings). */
export function rulesFor(rules: readonly Rule[], action: Action, names: readonly string[]): readonly Rule[] {
  return rules.filter(
    rule => rule.action === action && (rule.tool === '*' || names.includes(rule.tool.toLowerCase())),
  );
}
