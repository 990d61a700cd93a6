import type { ToolParameter } from '../../src/model/fact.ts';
import { all, childOf, type Place, textOf, unquoted } from '../_shared/syntax/tree.ts';

const types: { readonly [type: string]: string } = {
  String: 'string',
  Boolean: 'boolean',
  Int: 'integer',
  Long: 'integer',
  Double: 'number',
  Float: 'number',
};

/** Things that the framework hands in and the model never sees. */
const injected = /^(?:Mcp\w*(?:Exchange|Context|Meta)|ToolContext|RequestContext)\b/;

/** Parameters of a function with the description of their annotation. */
export function parametersOf({ file, node }: Place): readonly ToolParameter[] {
  const list = childOf(node, 'function_value_parameters')?.children ?? [];
  return list.flatMap((item, index): readonly ToolParameter[] => {
    if (item.type !== 'parameter') return [];
    const [name, type] = item.children;
    const written = type ? textOf({ file, node: type }) : '';
    if (!name || injected.test(written)) return [];
    const before = list[index - 1];
    const about = before?.type === 'parameter_modifiers' ? textOf({ file, node: before }) : '';
    const description = /description\s*=\s*"([^"]{1,400})"|\(\s*"([^"]{1,400})"/.exec(about);
    const after = list[index + 1];
    const hasDefault =
      after !== undefined && after.type !== 'parameter' && after.type !== 'parameter_modifiers';
    const base = written.replace(/[?<].*$/s, '');
    return [
      {
        name: textOf({ file, node: name }),
        type: types[base] ?? (/^(?:List|Set|Collection|Array)$/.test(base) ? 'array' : 'object'),
        required: !hasDefault && !written.endsWith('?') && !/required\s*=\s*false/.test(about),
        ...(description && { description: description[1] ?? description[2] ?? '' }),
      },
    ];
  });
}

/** Properties of `putJsonObject("city") { put("type", "string") }` inside a schema, and which are required. */
export function schemaIn({ file, node }: Place): readonly ToolParameter[] {
  const text = textOf({ file, node });
  const required = /required\s*=\s*listOf\(([^)]{0,2000})\)/.exec(text)?.[1] ?? '';
  return all(node, 'call_expression').flatMap((call): readonly ToolParameter[] => {
    const [head, lambda] = call.children;
    if (head?.type !== 'call_expression' || !lambda) return [];
    const callee = textOf({ file, node: head });
    const name = /^putJsonObject\(\s*("[^"]{1,100}")\s*\)/.exec(callee)?.[1];
    if (name === undefined || unquoted(name) === 'items') return [];
    const body = textOf({ file, node: lambda });
    if (/^\{\s*putJsonObject\(/.test(body) && unquoted(name) === 'properties') return [];
    const type = /put\(\s*"type"\s*,\s*"(\w+)"/.exec(body)?.[1];
    const description = /put\(\s*"description"\s*,\s*"([^"]{1,400})"/.exec(body)?.[1];
    return [
      {
        name: unquoted(name),
        required: required.includes(name),
        ...(type !== undefined && { type }),
        ...(description !== undefined && { description }),
      },
    ];
  });
}
