import type { Expression } from '../lang/module.ts';
import type { ToolParameter } from '../model/fact.ts';
import { classScope } from './classes.ts';
import type { Evaluator } from './evaluator.ts';
import { pythonType } from './python-type.ts';
import type { Scope } from './scope.ts';
import type { ClassValue, FunctionValue, RecordValue, Value } from './value.ts';
import { zodParameter } from './zod-type.ts';

/** See `Project.parameters`. */
export function parametersOf(ev: Evaluator, fn: FunctionValue): readonly ToolParameter[] {
  const scope = fn.scope as Scope;
  const described = docDescriptions(fn.def.doc ?? '');
  return fn.def.params.flatMap(p => {
    if (p.kind === 'rest' || p.kind === 'keywords') return [];
    if (p.pattern) return patternParameters(p.pattern);
    const type = p.annotation ? pythonType(ev, p.annotation, scope) : {};
    const description = type.description ?? described.get(p.name);
    return [
      { name: p.name, required: !p.default, ...type, ...(description !== undefined && { description }) },
    ];
  });
}

function patternParameters(pattern: Expression): readonly ToolParameter[] {
  if (pattern.kind !== 'record') return [];
  return pattern.entries.flatMap(e => (e.key?.kind === 'literal' ? [{ name: String(e.key.value) }] : []));
}

/** Parameter sentences of Google, NumPy and Sphinx style docstrings. */
function docDescriptions(doc: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const line of doc.slice(0, 8_000).split('\n')) {
    const m =
      /^\s*(?::param\s+)?(\w{1,60})(?:\s*\([^)]{0,80}\))?\s*:\s+(\S.{0,400})$/.exec(line) ??
      /^\s*@param\s+(?:\{[^}]{0,80}\}\s*)?(\w{1,60})\s+-?\s*(\S.{0,400})$/.exec(line);
    if (m?.[1] && m[2]) out.set(m[1], m[2].trim());
  }
  return out;
}

/** See `Project.fields`. */
export function fieldsOf(ev: Evaluator, schema: Value): readonly ToolParameter[] {
  if (schema.kind === 'class') return classFields(ev, schema, 0);
  if (schema.kind === 'record') return recordFields(ev, schema);
  if (schema.kind === 'instance') return instanceFields(ev, schema);
  if (schema.kind === 'union') return schema.options.flatMap(o => fieldsOf(ev, o)).slice(0, 100);
  return [];
}

function instanceFields(ev: Evaluator, schema: Value & { kind: 'instance' }): readonly ToolParameter[] {
  // z.object({...}).strict().describe(...): the shape is at the root of the chain.
  for (let v: Value | undefined = schema, n = 0; v?.kind === 'instance' && n < 12; v = v.receiver, n++) {
    const [first] = v.args.positional;
    if (
      /(?:object|strictObject|looseObject|interface|Struct|extend|jsonSchema|zodSchema|Object)$/.test(
        v.symbol,
      ) &&
      first
    ) {
      const own = first.kind === 'record' ? recordFields(ev, first) : fieldsOf(ev, first);
      return v.symbol.endsWith('extend') && v.receiver ? [...fieldsOf(ev, v.receiver), ...own] : own;
    }
  }
  return [];
}

function classFields(ev: Evaluator, cls: ClassValue, depth: number): readonly ToolParameter[] {
  if (depth > 8) return [];
  const scope = classScope(ev, cls);
  const inherited = ev.bases(cls).flatMap(b => (b.kind === 'class' ? classFields(ev, b, depth + 1) : []));
  const own = cls.def.body.flatMap((s): readonly ToolParameter[] => {
    if (s.kind !== 'assign' || s.target.kind !== 'name' || !s.annotation) return [];
    const type = pythonType(ev, s.annotation, scope);
    const value = s.value ? ev.evaluate(s.value, scope) : undefined;
    const description =
      value?.kind === 'instance'
        ? literal(value.args.named.find(n => n.name === 'description')?.value)
        : undefined;
    return [
      { name: s.target.name, required: !s.value, ...type, ...(description !== undefined && { description }) },
    ];
  });
  return [...inherited, ...own];
}

function literal(value: Value | undefined): string | undefined {
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** A JSON schema object, or a raw shape of zod types. */
function recordFields(ev: Evaluator, record: RecordValue): readonly ToolParameter[] {
  const get = (r: RecordValue, key: string): Value | undefined => r.entries.find(e => e.key === key)?.value;
  const properties = get(record, 'properties');
  if (properties?.kind === 'record') {
    const required = get(record, 'required');
    const names = new Set(required?.kind === 'list' ? required.items.map(i => literal(i.value)) : []);
    return properties.entries.map(e => ({ name: e.key, required: names.has(e.key), ...jsonSchema(e.value) }));
  }
  if (literal(get(record, 'type')) === 'object') return [];
  return record.entries.map(e => zodParameter(ev, e.key, e.value));
}

function jsonSchema(value: Value): Omit<ToolParameter, 'name'> {
  if (value.kind !== 'record') return {};
  const get = (key: string): Value | undefined => value.entries.find(e => e.key === key)?.value;
  const type = literal(get('type'));
  const description = literal(get('description'));
  const options = get('enum');
  const values =
    options?.kind === 'list'
      ? options.items.flatMap(i =>
          i.value.kind === 'literal' && i.value.value !== null ? [i.value.value] : [],
        )
      : undefined;
  return {
    ...(type !== undefined && { type: values ? 'enum' : type }),
    ...(description !== undefined && { description }),
    ...(values && { type: 'enum', values }),
  };
}
