import { asList, asMap, asText } from '../_shared/lenient.ts';
import type { HostFile } from './files.ts';
import { parseRule, type Rule, splitRules } from './rules.ts';

/** Tools that commands and skills let run without asking while they are active, as rules of the host. */
export function grantsOf(files: readonly HostFile[]): readonly Rule[] {
  return files.flatMap(file => {
    if (file.role !== 'command' && file.role !== 'skill') return [];
    const given = asMap(file.config.value)['allowed-tools'];
    const text = asText(given);
    const listed = text !== undefined ? listOf(text) : asList(given).flatMap(item => asText(item) ?? []);
    const at = file.config.at('allowed-tools');
    return listed.flatMap(item => parseRule('allow', item, at) ?? []);
  });
}

/** Commas part the list, or blanks where there is none. */
function listOf(text: string): readonly string[] {
  const plain = text.replace(/^\[|\]$/g, '');
  const parts = splitRules(plain);
  const [only] = parts;
  if (parts.length > 1 || only === undefined || /[()]/.test(only)) return parts;
  return only.split(/\s+/);
}

/** Decisions of Codex command policies: `prefix_rule(pattern=["git", "push"], decision="allow")`. */
export function policyRules(file: HostFile): readonly Rule[] {
  const text = file.text.slice(0, 200_000);
  return [...text.matchAll(/prefix_rule\(([^)]{0,2000})\)/g)].flatMap(match => {
    const body = match[1] ?? '';
    const words = /pattern\s*=\s*\[([^\]]{0,1000})/.exec(body)?.[1] ?? '';
    const command = [...words.matchAll(/"([^"]{1,200})"/g)].map(word => word[1] ?? '').join(' ');
    const decision = /decision\s*=\s*"(\w+)"/.exec(body)?.[1] ?? 'allow';
    const action = decision === 'prompt' ? 'ask' : decision === 'forbidden' ? 'deny' : 'allow';
    const line = text.slice(0, match.index).split('\n').length;
    const at = { file: file.config.path, line, column: 1 };
    return command === '' ? [] : (parseRule(action, `shell(${command}:*)`, at) ?? []);
  });
}
