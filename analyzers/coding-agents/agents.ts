import type { Location } from '../../src/model/location.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import type { HostFile } from './files.ts';
import { parseRule, type Rule, splitRules } from './rules.ts';
import type { Mode, SubAgent } from './setup.ts';

const modes: { readonly [name: string]: Mode } = {
  acceptEdits: 'edits',
  bypassPermissions: 'off',
  dontAsk: 'closed',
  auto: 'classifier',
};

/** Reads the definition of a custom agent; without a `tools` entry it inherits every tool of its host. */
export function readAgent({ config }: HostFile): SubAgent {
  const head = asMap(config.value);
  const at: Location = config.at('name');
  const listed = namesOf(head.tools);
  const rules = [...(listed ?? []), ...(namesOf(head.allowedTools) ?? [])].flatMap(text => ruleOf(text, at));
  const mode = modes[asText(head.permissionMode) ?? ''];
  const description = asText(head.description);
  const prompt = config.body?.text.trim();
  return {
    name: asText(head.name) ?? nameOfFile(config.path),
    at: { ...at, line: 1 },
    ...(description && { description }),
    ...(listed && !listed.includes('*') && { tools: rules.filter(isBuiltIn).map(rule => rule.tool) }),
    denied: namesOf(head.disallowedTools) ?? [],
    mcpTools: rules.filter(rule => !isBuiltIn(rule)).map(rule => rule.tool),
    rules: rules.filter(rule => rule.narrowed !== undefined),
    ...(mode && { mode }),
    ...(prompt && { prompt }),
  };
}

const isBuiltIn = (rule: Rule): boolean => !/^(mcp__|@)|\//.test(rule.tool);

function ruleOf(text: string, at: Location): readonly Rule[] {
  const rule = parseRule('allow', text, at);
  return rule ? [rule] : [];
}

/** A list, a comma-separated text, or a map of switches (opencode); undefined when nothing is said. */
function namesOf(value: unknown): readonly string[] | undefined {
  const text = asText(value);
  if (text !== undefined)
    return splitRules(text.replace(/^\[|\]$/g, '')).map(name => name.replace(/^['"]|['"]$/g, ''));
  if (Array.isArray(value)) return asList(value).flatMap(item => asText(item) ?? []);
  const switches = Object.entries(asMap(value));
  return switches.length > 0 ? switches.filter(([, on]) => on === true).map(([name]) => name) : undefined;
}

function nameOfFile(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.(agent|chatmode)?\.?(md|json)$/, '');
}
