import { asText, list, literal, record, type Schema, toJson, unknown, type Value } from './value.ts';

const scalarTypes: { readonly [factory: string]: object } = {
  string: { type: 'string' },
  number: { type: 'number' },
  int: { type: 'integer' },
  bigint: { type: 'integer' },
  boolean: { type: 'boolean' },
  null: { type: 'null' },
  date: { type: 'string', format: 'date-time' },
  url: { type: 'string', format: 'uri' },
  email: { type: 'string', format: 'email' },
  uuid: { type: 'string', format: 'uuid' },
  guid: { type: 'string' },
  any: {},
  unknown: {},
  never: { not: {} },
  undefined: {},
  void: {},
  custom: {},
  instanceof: {},
  lazy: {},
  json: {},
  iso: { type: 'string' },
  stringbool: { type: 'string' },
  templateLiteral: { type: 'string' },
};

const composite = new Set([
  'object',
  'strictObject',
  'looseObject',
  'interface',
  'array',
  'set',
  'tuple',
  'enum',
  'nativeEnum',
  'literal',
  'union',
  'discriminatedUnion',
  'xor',
  'intersection',
  'record',
  'partialRecord',
  'map',
  'optional',
  'nullable',
  'nullish',
  'preprocess',
  'pipe',
  'transform',
  'promise',
  'readonly',
  'default',
  '_default',
  'prefault',
  'codec',
  'extend',
  'partial',
]);

/** Whether a name makes a validator when asked of a validator library. */
export function isFactory(name: string): boolean {
  return Object.hasOwn(scalarTypes, name) || composite.has(name);
}

/** `z.<name>(args)`. */
export function factory(name: string, args: readonly Value[]): Value {
  const [first, second] = args;
  const wrap = (json: object, more: Partial<Schema> = {}): Value => made(json, more);
  if (Object.hasOwn(scalarTypes, name))
    return wrap(scalarTypes[name] ?? {}, { optional: name === 'undefined' || name === 'void' });
  if (name === 'object' || name === 'strictObject' || name === 'looseObject' || name === 'interface')
    return object(shapeOf(first));
  if (name === 'array' || name === 'set') return wrap({ type: 'array', items: jsonOf(first) });
  if (name === 'tuple') return wrap({ type: 'array', items: items(first).map(jsonOf) });
  if (name === 'enum' || name === 'nativeEnum') return wrap(enumOf(first));
  if (name === 'literal') return wrap(literalOf(first));
  if (name === 'union' || name === 'xor') return wrap({ anyOf: items(first).map(jsonOf) });
  if (name === 'discriminatedUnion') return wrap({ anyOf: items(second).map(jsonOf) });
  if (name === 'intersection')
    return first?.t === 'schema' && second?.t === 'schema'
      ? extend(first.schema, second.schema.shape)
      : wrap({});
  if (name === 'record' || name === 'partialRecord' || name === 'map')
    return wrap({ type: 'object', additionalProperties: jsonOf(second ?? first) });
  if (name === 'preprocess' || name === 'codec') return second?.t === 'schema' ? second : wrap({});
  if (name === 'extend') return first?.t === 'schema' ? extend(first.schema, shapeOf(second)) : wrap({});
  if (first?.t !== 'schema') return wrap({});
  return method(first.schema, name === '_default' ? 'default' : name, args.slice(1));
}

/** `schema.<name>(args)`; unknown methods (checks, refinements) change nothing. */
export function method(schema: Schema, name: string, args: readonly Value[]): Value {
  const [first] = args;
  const same: Value = { t: 'schema', schema };
  const text = asText(first);
  switch (name) {
    case 'describe':
      return text === undefined ? same : made({ ...schema.json, description: text }, schema);
    case 'meta':
    case 'register': {
      const json = first && toJson(name === 'meta' ? first : (args[1] ?? first));
      return json && typeof json === 'object' ? made({ ...schema.json, ...json }, schema) : same;
    }
    case 'optional':
    case 'exactOptional':
    case 'nullish':
      return made(schema.json, { ...schema, optional: true });
    case 'default':
    case 'prefault':
    case 'catch':
      return made(
        { ...schema.json, ...(first?.t === 'literal' && { default: first.value }) },
        { ...schema, optional: true },
      );
    case 'nonoptional':
    case 'unwrap':
      return made(schema.json, { ...schema, optional: false });
    case 'int':
      return made({ ...schema.json, type: 'integer' }, schema);
    case 'array':
      return made({ type: 'array', items: schema.json });
    case 'or':
      return made({ anyOf: [schema.json, jsonOf(first)] });
    case 'extend':
    case 'safeExtend':
    case 'setKey':
    case 'augment':
    case 'merge':
    case 'and':
      return extend(schema, first?.t === 'schema' ? first.schema.shape : shapeOf(first));
    case 'pick':
    case 'omit': {
      const keys = new Set(first?.t === 'record' ? first.entries.keys() : []);
      const kept = [...(schema.shape ?? [])].filter(([key]) => keys.has(key) === (name === 'pick'));
      return object(new Map(kept), schema.json);
    }
    case 'partial':
      return object(
        new Map([...(schema.shape ?? [])].map(([key, field]) => [key, { ...field, optional: true }])),
        schema.json,
      );
    case 'required':
      return object(
        new Map([...(schema.shape ?? [])].map(([key, field]) => [key, { ...field, optional: false }])),
        schema.json,
      );
    case 'keyof':
      return made({ type: 'string', enum: [...(schema.shape?.keys() ?? [])] });
    case 'parse':
    case 'safeParse':
    case 'parseAsync':
      return unknown;
    default:
      return same;
  }
}

/** Members a program reads from a validator. */
export function schemaMember(schema: Schema, name: string): Value | undefined {
  if (name === 'shape')
    return record(
      new Map([...(schema.shape ?? [])].map(([key, field]) => [key, { t: 'schema', schema: field }])),
    );
  if (name === 'description')
    return typeof schema.json.description === 'string' ? literal(schema.json.description) : unknown;
  if (name === 'value') {
    const { const: only } = schema.json;
    return typeof only === 'string' || typeof only === 'number' || typeof only === 'boolean'
      ? literal(only)
      : undefined;
  }
  if (name === '_def' || name === 'def') {
    const known = ['value', 'description', 'shape'].flatMap(key => {
      const value = schemaMember(schema, key);
      return value && value.t !== 'unknown' ? [[key, value] as const] : [];
    });
    return record(new Map(known), true);
  }
  if (name === 'options' || name === 'enum') {
    const values = Array.isArray(schema.json.enum) ? schema.json.enum : [];
    const texts = values.filter(item => typeof item === 'string');
    return name === 'options'
      ? list(texts.map(literal))
      : record(new Map(texts.map(item => [item, literal(item)])));
  }
  return undefined;
}

/** A validator of named fields; further keywords of an earlier form are kept. */
export function object(
  shape: ReadonlyMap<string, Schema>,
  before: { readonly [key: string]: unknown } = {},
): Value {
  const properties = Object.fromEntries([...shape].map(([key, field]) => [key, field.json]));
  const required = [...shape].filter(([, field]) => !field.optional).map(([key]) => key);
  const { required: _, ...kept } = before;
  return made({ ...kept, type: 'object', properties, ...(required.length > 0 && { required }) }, { shape });
}

/** Fields of a plain record of validators (`{a: z.string()}`), or of an object validator. */
export function shapeOf(value: Value | undefined): ReadonlyMap<string, Schema> {
  if (value?.t === 'schema') return value.schema.shape ?? new Map();
  if (value?.t !== 'record') return new Map();
  const fields = new Map<string, Schema>();
  for (const [key, item] of value.entries)
    fields.set(key, item.t === 'schema' ? item.schema : { json: {}, optional: false });
  return fields;
}

function extend(schema: Schema, more: ReadonlyMap<string, Schema> | undefined): Value {
  return object(new Map([...(schema.shape ?? []), ...(more ?? [])]), schema.json);
}

function made(json: object, more: Partial<Schema> = {}): Value {
  return {
    t: 'schema',
    schema: { json: { ...json }, optional: more.optional ?? false, ...(more.shape && { shape: more.shape }) },
  };
}

function jsonOf(value: Value | undefined): object {
  return value?.t === 'schema' ? value.schema.json : {};
}

function items(value: Value | undefined): readonly Value[] {
  return value?.t === 'list' ? value.items : [];
}

function enumOf(value: Value | undefined): object {
  const values = value?.t === 'record' ? [...value.entries.values()] : items(value);
  const plain = values.flatMap(item => (item.t === 'literal' && item.value !== null ? [item.value] : []));
  const type = plain.every(item => typeof item === 'number') && plain.length > 0 ? 'number' : 'string';
  return { type, enum: plain };
}

function literalOf(value: Value | undefined): object {
  if (value?.t === 'list') return enumOf(value);
  return value?.t === 'literal' && value.value !== null
    ? { type: typeof value.value, const: value.value }
    : {};
}
