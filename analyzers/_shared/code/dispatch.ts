import type { Expression, Statement } from '../../../src/lang/module.ts';
import type { FunctionRef } from '../../../src/model/fact.ts';
import type { Range } from '../../../src/model/location.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue } from '../../../src/resolve/value.ts';
import { entryOf, functionOf, textOf, topLevel } from './records.ts';

/** Part of a handler that answers some tool names. */
interface Arm {
  readonly names: readonly string[];
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a call handler: which part of it, and which function that part calls, belongs to a tool. Arms of `switch`,
 * `match` and `if`, and tables of functions by name. Undefined for a tool that no arm names.
 */
export function dispatcher(project: Project, fn: FunctionValue): (tool: string) => FunctionRef | undefined {
  const bodies = [fn, ...helpers(project, fn)];
  const parts = bodies.map(body => ({
    body,
    arms: armsOf(project, body.file, body.def.body, 0),
    calls: project.callsIn(body),
  }));
  return tool => {
    for (const { body, arms, calls } of parts) {
      const arm = arms.find(item => item.names.includes(tool));
      if (!arm) continue;
      const inside = calls.filter(call => call.at.line >= arm.from && call.at.line <= arm.to);
      const target = workIn(inside, tool);
      if (target) return project.functionRef(target);
      return { ...project.functionRef(body), lines: [arm.from, arm.to] };
    }
    for (const { body } of parts) {
      const entry = tableEntry(project, body, tool);
      if (entry) return project.functionRef(entry);
      const own = ownEntry(project, body, tool);
      if (own) return own;
    }
    return undefined;
  };
}

/** Functions of the project that the handler passes the whole call on to. */
function helpers(project: Project, fn: FunctionValue): readonly FunctionValue[] {
  const seen = new Set([fn.id]);
  return project
    .callsIn(fn)
    .flatMap(call => {
      if (!call.callee || seen.has(call.callee.id) || call.args.positional.length === 0) return [];
      seen.add(call.callee.id);
      return [call.callee];
    })
    .slice(0, 12);
}

/** The project function an arm calls: the one named like the tool, else the last one. */
function workIn(calls: readonly InstanceValue[], tool: string): FunctionValue | undefined {
  const own = calls.flatMap(call => (call.callee ? [call.callee] : []));
  const external = calls.some(
    call =>
      !call.callee &&
      !call.symbol.startsWith('?') &&
      !/^(builtins|globalThis|text\(\)|list\(\)|record\(\))/.test(call.symbol),
  );
  const words = tokens(tool);
  const similar = own.find(fn => words.length > 0 && words.every(word => tokens(fn.def.name).includes(word)));
  if (similar) return similar;
  // An arm that also calls out itself is more than the helper it uses.
  if (external && own.length !== 1) return undefined;
  return own.findLast(fn => !shaping.test(fn.def.name)) ?? own.at(-1);
}

/** Helpers that bring arguments or answers into shape. */
const shaping =
  /^_?(?:assert|check|convert|create_?(?:error|response|result|text|tool)|ensure|error|format|is[_A-Z]|json|log|make_?(?:error|response|result|text)|normali[sz]e|parse|render|respond|stringify|success|to_?(?:json|result|text|string)|truncate|validate|wrap)/i;

function tokens(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function armsOf(project: Project, file: string, body: readonly Statement[], depth: number): readonly Arm[] {
  if (depth > 12) return [];
  return body.flatMap((statement): readonly Arm[] => {
    const inner = (list: readonly Statement[]): readonly Arm[] => armsOf(project, file, list, depth + 1);
    switch (statement.kind) {
      case 'switch':
        return [
          ...switchArms(project, file, statement),
          ...statement.cases.flatMap(item => inner(item.body)),
        ];
      case 'if': {
        const names = namesIn(project, file, statement.test, 0);
        const own = names.length > 0 ? [{ names, ...lines(statement.then) }] : [];
        // A long chain of `else if` is one level.
        const rest = armsOf(
          project,
          file,
          statement.else,
          statement.else.length === 1 ? depth + 0.02 : depth + 1,
        );
        return [...own, ...(own.length > 0 ? [] : inner(statement.then)), ...rest];
      }
      case 'try':
        return [...inner(statement.body), ...inner(statement.finally)];
      case 'with':
      case 'for':
      case 'while':
        return inner(statement.body);
      case 'function':
        return [];
      case 'expression':
        return [];
      default:
        return [];
    }
  });
}

/** Cases in order; a case without a body falls through to the next that has one. */
function switchArms(
  project: Project,
  file: string,
  statement: Statement & { kind: 'switch' },
): readonly Arm[] {
  const out: Arm[] = [];
  let waiting: string[] = [];
  for (const item of statement.cases) {
    waiting.push(...(item.test ? valuesOf(project, file, item.test, 0) : []));
    if (item.body.length === 0) continue;
    if (waiting.length > 0) out.push({ names: waiting, ...lines(item.body) });
    waiting = [];
  }
  return out;
}

function lines(body: readonly Statement[]): Pick<Arm, 'from' | 'to'> {
  const ranges: readonly Range[] = body.map(statement => statement.at);
  return { from: Math.min(...ranges.map(range => range[0])), to: Math.max(...ranges.map(range => range[2])) };
}

/** Names a test compares with: `name === 'x'`, `name == Tools.X`, `name in ('a', 'b')`, joined by `or`. */
function namesIn(project: Project, file: string, test: Expression, depth: number): readonly string[] {
  if (depth > 20 || test.kind !== 'binary') return [];
  const { op, left, right } = test;
  if (op === 'or' || op === '||')
    return [...namesIn(project, file, left, depth + 1), ...namesIn(project, file, right, depth + 1)];
  if (op === '==' || op === '===')
    return [...valuesOf(project, file, left, 0), ...valuesOf(project, file, right, 0)];
  return op === 'in' ? valuesOf(project, file, right, 0) : [];
}

/** Strings an expression can be: a literal, a constant of the file, an attribute of one, a list of these. */
function valuesOf(project: Project, file: string, e: Expression, depth: number): readonly string[] {
  if (depth > 6) return [];
  if (e.kind === 'literal') return typeof e.value === 'string' ? [e.value] : [];
  if (e.kind === 'list') return e.items.flatMap(item => valuesOf(project, file, item.value, depth + 1));
  if (e.kind === 'binary')
    return [...valuesOf(project, file, e.left, depth + 1), ...valuesOf(project, file, e.right, depth + 1)];
  const path = pathOf(e);
  const value = path.length > 0 ? topLevel(project, file, path) : undefined;
  const text = textOf(value);
  if (text !== undefined) return [text];
  return value?.kind === 'list' ? value.items.flatMap(item => textOf(item.value) ?? []) : [];
}

/** `a.b.c` as words; empty for anything else. `.value` and `.name` of an enum member are the member. */
function pathOf(e: Expression): readonly string[] {
  if (e.kind === 'name') return [e.name];
  if (e.kind !== 'member') return [];
  const owner = pathOf(e.object);
  if (owner.length === 0) return [];
  return owner.length > 1 && e.property === 'value' ? owner : [...owner, e.property];
}

/** `handlers[name]`, `handlers.get(name)` with a table of the file's top level. */
function tableEntry(project: Project, fn: FunctionValue, tool: string): FunctionValue | undefined {
  for (const name of tablesIn(fn.def.body)) {
    const table = topLevel(project, fn.file, [name]);
    const found =
      functionOf(entryOf(table, tool)) ??
      functionOf(entryOf(entryOf(table, tool), 'handler')) ??
      functionOf(entryOf(entryOf(table, tool), 'execute'));
    if (found) return found;
    const row =
      table?.kind === 'list'
        ? table.items.find(item => textOf(entryOf(item.value, 'name')) === tool)?.value
        : undefined;
    const work = ['handler', 'execute', 'run', 'handle']
      .map(key => functionOf(entryOf(row, key)))
      .find(Boolean);
    if (work) return work;
  }
  return undefined;
}

/** A table that the body writes out itself: `{'find': find, 'drop': self.drop, 'note': lambda x: …}`. */
function ownEntry(project: Project, fn: FunctionValue, tool: string): FunctionRef | undefined {
  const value = entryIn(fn.def.body, tool);
  if (!value) return undefined;
  if (value.kind === 'function') return { ...project.functionRef(fn), lines: [value.at[0], value.at[2]] };
  const found =
    value.kind === 'name'
      ? project.outerName(fn, value.name)
      : value.kind === 'member' && fn.owner
        ? project.classMember(fn.owner, value.property)
        : undefined;
  return found?.kind === 'function' ? project.functionRef(found) : undefined;
}

/** The name, member or function under a key of any record in a body; bounded. */
function entryIn(body: readonly Statement[], key: string): Expression | undefined {
  const stack: unknown[] = [...body];
  for (let steps = 0; stack.length > 0 && steps < 40_000; steps++) {
    const next = stack.pop();
    if (typeof next !== 'object' || next === null) continue;
    if ('kind' in next && next.kind === 'record' && 'entries' in next) {
      const found = (next as Expression & { kind: 'record' }).entries.find(
        entry => entry.key?.kind === 'literal' && entry.key.value === key,
      )?.value;
      if (found && ['name', 'member', 'function'].includes(found.kind)) return found;
    }
    for (const value of Object.values(next)) if (typeof value === 'object') stack.push(value);
  }
  return undefined;
}

/** Names that are subscripted, or asked with `get` or `find`, anywhere in a body. */
function tablesIn(body: readonly Statement[]): readonly string[] {
  const text = JSON.stringify(body);
  const subscripted = [
    ...text.matchAll(/"kind":"subscript","object":\{"kind":"name","name":"([\w$]{1,80})"/g),
  ];
  const asked = [
    ...text.matchAll(
      /"kind":"member","object":\{"kind":"name","name":"([\w$]{1,80})","at":\[[\d,]{1,60}\]\},"property":"(?:get|find)"/g,
    ),
  ];
  return [...new Set([...subscripted, ...asked].map(match => match[1] ?? ''))];
}
