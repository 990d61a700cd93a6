import type { Expression, FunctionDef, Module, Statement } from '../lang/module.ts';
import { patternNames } from '../resolve/collect.ts';
import type { ClassValue } from '../resolve/value.ts';
import type { Machine } from './machine.ts';

/**
 * Where a program keeps what it was given in an earlier call: names of the module and fields of the own object that
 * one function sets from its arguments and another one reads. What is in them at the start says nothing.
 */
export function keptNames(module: Module): ReadonlySet<string> {
  const empty = new Set(
    module.body.flatMap(s => (s.kind === 'assign' && startsEmpty(s) ? [s.target.name] : [])),
  );
  if (empty.size === 0) return empty;
  const out = new Set<string>();
  for (const def of functionsOf(module.body)) {
    for (const { target, value } of assignments(def.body)) {
      if (target.kind !== 'name' || !empty.has(target.name) || !mentions(value, def)) continue;
      if (module.language !== 'python' || def.outerNames?.includes(target.name)) out.add(target.name);
    }
  }
  return out;
}

/** Fields that methods set from their arguments, constructors left out. */
export function keptFields(m: Machine, cls: ClassValue): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { def } of m.project.methods(cls)) {
    if (/^(?:__\w+__|constructor)$/.test(def.name)) continue;
    const self = m.project.modules.get(cls.file)?.language === 'python' ? def.params[0]?.name : 'this';
    for (const { target, value } of assignments(def.body)) {
      if (target.kind !== 'member' || target.object.kind !== 'name' || target.object.name !== self) continue;
      if (mentions(value, def, self)) out.add(target.property);
    }
  }
  return out;
}

type Assign = Extract<Statement, { kind: 'assign' }>;

function startsEmpty(s: Assign): s is Assign & { target: Extract<Expression, { kind: 'name' }> } {
  const { target, value } = s;
  if (target.kind !== 'name' || !value) return false;
  if (value.kind === 'literal') return value.value === null || value.value === '';
  return (
    (value.kind === 'list' && value.items.length === 0) ||
    (value.kind === 'name' && value.name === 'undefined')
  );
}

function functionsOf(body: readonly Statement[]): readonly FunctionDef[] {
  return body.flatMap(s =>
    s.kind === 'function' ? [s.def] : s.kind === 'class' ? functionsOf(s.def.body) : [],
  );
}

function assignments(body: readonly Statement[]): readonly { target: Expression; value: Expression }[] {
  return parts(body, 2_000).flatMap(part =>
    part.kind === 'assign' && isExpression(part.target) && isExpression(part.value)
      ? [{ target: part.target, value: part.value }]
      : [],
  );
}

/** Whether an expression is made of what the function was called with. */
function mentions(value: Expression, def: FunctionDef, self?: string): boolean {
  const given = def.params.flatMap(p =>
    p.pattern ? patternNames(p.pattern).map(({ name }) => name) : [p.name],
  );
  const names = new Set(given.filter(name => name !== self));
  return parts(value, 200).some(part => part.kind === 'name' && names.has(String(part.name)));
}

interface Part {
  readonly kind: unknown;
  readonly [key: string]: unknown;
}

function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** Every node of a piece of program, nested functions included; bounded. */
function parts(root: unknown, most: number): readonly Part[] {
  const out: Part[] = [];
  const stack: unknown[] = [root];
  while (stack.length > 0 && out.length < most) {
    const next = stack.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next) && 'kind' in next) out.push(next as Part);
    stack.push(...Object.values(next));
  }
  return out;
}
