import type { TreeNode } from '../../src/lang/tree/tree.ts';
import type { ToolParameter } from '../../src/model/fact.ts';
import { all, field, type Place, textOf, unquoted } from '../_shared/syntax/tree.ts';
import { entriesOf } from './literals.ts';
import { type Scope, textValue } from './scope.ts';

const types: { readonly [method: string]: string } = {
  WithString: 'string',
  WithNumber: 'number',
  WithInteger: 'integer',
  WithBoolean: 'boolean',
  WithArray: 'array',
  WithObject: 'object',
  WithAny: 'string',
};

/** Parameters among the options of a tool: `mcp.WithString("name", mcp.Required(), mcp.Description("..."))`. */
export function optionParameter(name: string, call: Place, scope: Scope): readonly ToolParameter[] {
  const type = types[name];
  const { file, node } = call;
  const [first, ...rest] = field(node, 'arguments')?.children ?? [];
  const key = first && textValue({ file, node: first }, scope);
  if (type === undefined || key === undefined) return [];
  const options = rest.filter(option => option.type === 'call_expression');
  const named = (word: string): TreeNode | undefined =>
    options.find(option => calleeName({ file, node: option }) === word);
  const text = named('Description');
  const description = text && textValue({ file, node: text }, scope);
  return [
    { name: key, type, required: named('Required') !== undefined, ...(description && { description }) },
  ];
}

/** Last word of what is called: `Description` of `mcp.Description(...)`. */
export function calleeName({ file, node }: Place): string {
  const callee = field(node, 'function');
  if (!callee) return '';
  const whole = textOf({ file, node: callee }).replace(/\[[\s\S]*$/, '');
  return whole.split('.').at(-1) ?? whole;
}

/** `Properties: map[string]*Schema{"name": {Type: "string", Description: "..."}}` anywhere inside a schema. */
export function schemaParameters({ file, node }: Place, scope: Scope): readonly ToolParameter[] {
  const properties = all(node, 'keyed_element').find(
    element => keyOf({ file, node: element }) === 'Properties',
  );
  const body = properties && all(properties, 'literal_value')[0];
  if (!body) return [];
  return entriesOf({ file, node: body }).flatMap(({ key, value }): readonly ToolParameter[] => {
    if (!/^["`]/.test(key)) return [];
    const inner = all(value, 'literal_value')[0];
    const entries = inner ? entriesOf({ file, node: inner }) : [];
    const text = (name: string): string | undefined => {
      const found = entries.find(entry => entry.key === name);
      return found && textValue({ file, node: found.value }, scope);
    };
    const description = text('Description');
    return [{ name: unquoted(key), type: text('Type') ?? 'string', ...(description && { description }) }];
  });
}

function keyOf({ file, node }: Place): string {
  const key = node.children[0];
  return key ? textOf({ file, node: key }) : '';
}

/** Fields of the struct a handler takes, by their tags; the SDKs make the schema from them. */
export function structParameters(name: string, scope: Scope): readonly ToolParameter[] {
  const struct = scope.structs.get(name.replace(/^[*&]/, '').split('.').at(-1) ?? name);
  if (!struct) return [];
  const { file } = struct;
  return all(struct.node, 'field_declaration').flatMap((node): readonly ToolParameter[] => {
    const tag = field(node, 'tag');
    const type = field(node, 'type');
    const text = tag ? textOf({ file, node: tag }) : '';
    const key = /json:"([^",]{1,80})/.exec(text)?.[1];
    if (!key || key === '-') return [];
    const description =
      /jsonschema:"(?:[^"]*?description=)?([^"]{1,2000})"/.exec(text)?.[1] ??
      /jsonschema_description:"([^"]{1,2000})"/.exec(text)?.[1];
    return [
      {
        name: key,
        type: jsonType(type ? textOf({ file, node: type }) : ''),
        required: !/omitempty/.test(text),
        ...(description && { description: description.replace(/^required,/, '') }),
      },
    ];
  });
}

function jsonType(type: string): string {
  const plain = type.replace(/^\*/, '');
  if (/^(u?int|float)/.test(plain)) return 'number';
  if (plain === 'bool') return 'boolean';
  if (plain.startsWith('[]')) return 'array';
  return plain === 'string' ? 'string' : 'object';
}
