import type { ToolParameter } from '../model/fact.ts';
import type { Evaluator } from './evaluator.ts';
import type { Value } from './value.ts';

const types: { readonly [method: string]: string } = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
  record: 'object',
  int: 'integer',
  email: 'string',
  url: 'string',
  uuid: 'string',
  date: 'string',
  any: 'string',
  unknown: 'string',
  bigint: 'integer',
  strictObject: 'object',
  looseObject: 'object',
  tuple: 'array',
  iso: 'string',
};

/** One zod-style type chain as a tool parameter: `z.enum(['a']).optional().describe('why')`. */
export function zodParameter(_ev: Evaluator, name: string, value: Value): ToolParameter {
  let out: ToolParameter = { name, required: true };
  for (let v: Value | undefined = value, n = 0; v?.kind === 'instance' && n < 16; v = v.receiver, n++) {
    const method = v.symbol.split(/[.#]/).pop() ?? '';
    const [first] = v.args.positional;
    const text = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined;
    if (method === 'describe' && text !== undefined) out = { ...out, description: out.description ?? text };
    if (['optional', 'default', 'nullish', 'partial', 'prefault', 'catch'].includes(method))
      out = { ...out, required: false };
    if ((method === 'enum' || method === 'literal' || method === 'nativeEnum') && first)
      out = { ...out, type: 'enum', values: literals(first) };
    else if (types[method] !== undefined && out.type === undefined)
      out = { ...out, type: types[method] ?? 'string' };
    if (
      ['optional', 'nullable', 'preprocess', 'union', 'lazy'].includes(method) &&
      !v.receiver &&
      first?.kind === 'instance'
    ) {
      const inner = zodParameter(_ev, name, first);
      out = { ...inner, ...out, ...(inner.type !== undefined && { type: inner.type }) };
    }
  }
  return out;
}

function literals(value: Value): readonly (string | number | boolean)[] {
  const one = (v: Value): readonly (string | number | boolean)[] =>
    v.kind === 'literal' && v.value !== null ? [v.value] : [];
  if (value.kind === 'list') return value.items.flatMap(i => one(i.value));
  if (value.kind === 'record') return value.entries.flatMap(e => one(e.value));
  return one(value);
}
