import type { Expression } from '../lang/module.ts';
import type { ToolParameter } from '../model/fact.ts';
import type { Evaluator } from './evaluator.ts';
import type { Scope } from './scope.ts';

type Type = Pick<ToolParameter, 'type' | 'values' | 'description'>;

const names: { readonly [name: string]: string } = {
  str: 'string',
  int: 'integer',
  float: 'number',
  bool: 'boolean',
  list: 'array',
  List: 'array',
  Sequence: 'array',
  set: 'array',
  tuple: 'array',
  dict: 'object',
  Dict: 'object',
  Any: 'string',
  bytes: 'string',
  datetime: 'string',
  date: 'string',
  UUID: 'string',
  AnyUrl: 'string',
  HttpUrl: 'string',
  EmailStr: 'string',
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  Array: 'array',
  Record: 'object',
};

/** JSON type, enum values and description of an annotation: `Annotated[Literal['a', 'b'], 'why']`, `str | None`. */
export function pythonType(ev: Evaluator, e: Expression, scope: Scope, depth = 0): Type {
  if (depth > 6) return {};
  if (e.kind === 'name') return named(ev, e, scope);
  if (e.kind === 'member') return names[e.property] ? { type: names[e.property] ?? 'string' } : {};
  if (e.kind === 'literal')
    return typeof e.value === 'string' && names[e.value] ? { type: names[e.value] ?? 'string' } : {};
  if (e.kind === 'binary') {
    const none = (x: Expression): boolean => x.kind === 'literal' && x.value === null;
    return pythonType(ev, none(e.left) ? e.right : e.left, scope, depth + 1);
  }
  if (e.kind !== 'subscript') return {};
  const head = e.object.kind === 'name' ? e.object.name : e.object.kind === 'member' ? e.object.property : '';
  const parts = e.index.kind === 'list' ? e.index.items.map(i => i.value) : [e.index];
  const [first, ...rest] = parts;
  if (head === 'Literal') {
    const values = parts.flatMap(p => (p.kind === 'literal' && p.value !== null ? [p.value] : []));
    return { type: 'enum', values };
  }
  if (!first) return {};
  if (head === 'Optional' || head === 'Required' || head === 'NotRequired')
    return pythonType(ev, first, scope, depth + 1);
  if (head === 'Annotated') {
    const described = rest.map(r => description(ev, r, scope)).find(d => d !== undefined);
    return {
      ...pythonType(ev, first, scope, depth + 1),
      ...(described !== undefined && { description: described }),
    };
  }
  return names[head] ? { type: names[head] ?? 'string' } : {};
}

/** An enum class is typed; any other class is an object. */
function named(ev: Evaluator, e: Expression & { kind: 'name' }, scope: Scope): Type {
  const known = names[e.name];
  if (known) return { type: known };
  const value = ev.evaluate(e, scope);
  if (value.kind === 'instance') return {};
  if (value.kind !== 'class') return {};
  const isEnum = ev.bases(value).some(b => b.kind === 'external' && /\b(?:Str|Int)?Enum$/.test(b.symbol));
  if (!isEnum) return { type: 'object' };
  const values = value.def.body.flatMap(s =>
    s.kind === 'assign' && s.value?.kind === 'literal' && s.value.value !== null ? [s.value.value] : [],
  );
  return { type: 'enum', values };
}

function description(ev: Evaluator, e: Expression, scope: Scope): string | undefined {
  const value = ev.evaluate(e, scope);
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.kind !== 'instance') return undefined;
  const given = value.args.named.find(n => n.name === 'description')?.value ?? value.args.positional[0];
  return given?.kind === 'literal' && typeof given.value === 'string' ? given.value : undefined;
}
