import type { Annotations, ToolParameter } from '../../../model/fact.ts';
import type { Json } from '../../../model/graph.ts';
import type { ToolDefinition } from '../../../servers/view.ts';
import type { Machine } from './machine.ts';
import { object, shapeOf } from './schema.ts';
import { asText, toJson, type Value } from './value.ts';

const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;

/** A tool from its parts; undefined without a name. */
export function definition(
  m: Machine,
  name: Value | undefined,
  parts: {
    readonly title?: Value;
    readonly description?: Value;
    readonly schema?: Value;
    readonly annotations?: Value;
  },
): ToolDefinition | undefined {
  const text = asText(name);
  if (text === undefined || text.length > 200 || !/^[\w./: -]+$/.test(text)) return undefined;
  const description = asText(parts.description);
  const title = asText(parts.title);
  const inputSchema = schemaJson(parts.schema);
  const annotations = annotationsOf(m, parts.annotations);
  return {
    name: text,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    parameters: parametersOf(inputSchema),
    ...(inputSchema !== undefined && { inputSchema }),
    ...((annotations || title !== undefined) && {
      annotations: { ...(title !== undefined && { title }), ...annotations },
    }),
  };
}

/** A validator, a plain record of validators, or a JSON schema, as JSON schema. */
function schemaJson(value: Value | undefined): Json | undefined {
  if (!value) return undefined;
  const isShape = value.t === 'record' && isShapeOf([...value.entries]);
  const whole = isShape ? object(shapeOf(value)) : value;
  const json = toJson(whole);
  return json === undefined ? undefined : (json as Json);
}

/** Validators under names; where none of them is known, names that no JSON schema has. */
function isShapeOf(entries: readonly (readonly [string, Value])[]): boolean {
  if (entries.some(([, item]) => item.t === 'schema')) return true;
  const isOpen = entries.every(([, { t }]) => t === 'unknown' || t === 'external' || t === 'builtin');
  return isOpen && entries.length > 0 && !entries.some(([key]) => keywords.test(key));
}

const keywords = /^(?:type|properties|required|additionalProperties|anyOf|oneOf|allOf|\$.*)$/;

export function annotationsOf(m: Machine, value: Value | undefined): Annotations | undefined {
  if (value?.t !== 'record') return undefined;
  const flags = hints.flatMap(hint => {
    const given = m.member(value, hint);
    return given.t === 'literal' && typeof given.value === 'boolean' ? [[hint, given.value] as const] : [];
  });
  const title = asText(value.entries.get('title'));
  if (flags.length === 0 && title === undefined) return undefined;
  return { ...(title !== undefined && { title }), ...Object.fromEntries(flags) };
}

/** Top-level properties of a JSON schema. */
export function parametersOf(schema: Json | undefined): readonly ToolParameter[] {
  const properties = field(schema, 'properties');
  if (!isRecord(properties)) return [];
  const required = field(schema, 'required');
  const needed = new Set(Array.isArray(required) ? required : []);
  return Object.entries(properties).map(([name, item]) => {
    const options = field(item, 'enum');
    const values = Array.isArray(options)
      ? options.filter(
          value => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
        )
      : undefined;
    const type = field(item, 'type');
    const description = field(item, 'description');
    return {
      name,
      required: needed.has(name),
      ...(values ? { type: 'enum', values } : typeof type === 'string' ? { type } : {}),
      ...(typeof description === 'string' && { description }),
    };
  });
}

function field(value: Json | undefined, key: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
