import { clean } from './clean.ts';

/** Prose: nothing in it is markup, a link, a mention or an HTML tag. */
export function escapeText(text: string, limit = 600): string {
  return clean(text, limit)
    .replace(/[\\`*_{}[\]()#+!|~.-]/g, '\\$&')
    .replace(/[&<>@:]/g, character => `&#${character.charCodeAt(0)};`);
}

/** A code span that its content cannot close. */
export function code(text: string): string {
  const content = clean(text, 300);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map(run => run.length));
  const ticks = '`'.repeat(longest + 1);
  const pad = content.startsWith('`') || content.endsWith('`') || content === '' ? ' ' : '';
  return `${ticks}${pad}${content}${pad}${ticks}`;
}
