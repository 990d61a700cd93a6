import type { Expression } from '../../../src/lang/module.ts';
import type { Ref } from '../../../src/model/fact.ts';
import type { Location } from '../../../src/model/location.ts';
import { alwaysInterrupts } from '../always.ts';
import { someExpression } from '../bodies.ts';
import { gate, interruptCredit } from '../gates.ts';
import type { Scan, ToolUse } from '../scan.ts';
import type { PlacedGraph } from './facts.ts';
import { reaches } from './order.ts';
import { type GraphModel, start } from './read.ts';
import type { Role } from './roles.ts';
import { functionOf } from './targets.ts';

/**
 * Nodes that call `interrupt()` guard the steps that are only reached through them, with no model in between. The
 * linker checks the order again and takes the credit away where a way leads around.
 */
export function graphGates(
  scan: Scan,
  graph: PlacedGraph,
  namesOf: (node: string) => readonly string[],
): void {
  const { model, roles, refs } = graph;
  const asking = [...roles].filter(
    ([name, role]) => role.interrupts.length > 0 && refs.has(name) && asksAlways(scan, role),
  );
  const blocked = new Set(asking.map(([name]) => name));
  // A model that runs after the answer decides anew, so only steps that follow without one count.
  const deciding = [
    start,
    ...[...roles]
      .filter(([name, role]) => !blocked.has(name) && role.kind !== 'step' && refs.has(name))
      .map(([name]) => name),
  ];
  const guarded = [...refs.keys()].filter(
    name =>
      roles.get(name)?.kind === 'step' &&
      !blocked.has(name) &&
      asking.some(([from]) => reaches(model.edges, from, name)) &&
      deciding.every(from => !reaches(model.edges, from, name, blocked)),
  );
  const before = asking.flatMap(([name]) => refs.get(name) ?? []);
  const [first] = asking.flatMap(([, role]) => role.interrupts);
  if (!first || before.length === 0 || guarded.length === 0) return;
  gate(scan, {
    scope: model.ref,
    key: `${model.ref}:interrupt`,
    name: 'interrupt',
    credit: interruptCredit.always,
    at: first.at,
    guards: [...new Set(guarded.flatMap(name => namesOf(name)))].sort(),
    before,
    detail: `The run stops in ${[...blocked].sort().join(', ')} until a person answers.`,
  });
}

/** A person who is asked only under a condition guards nothing that comes later. */
function asksAlways(scan: Scan, role: Role): boolean {
  const fn = functionOf(scan, role.node.action);
  return fn !== undefined && alwaysInterrupts(scan, fn);
}

/** A node that asks before it runs tools by name: all tools, or those of the list it looks the name up in. */
export function dispatchGates(scan: Scan, agent: Ref, role: Role, tools: readonly ToolUse[]): void {
  const [first] = role.interrupts;
  if (!first) return;
  const names = new Set(tools.map(tool => tool.name));
  const listed = listedNames(scan, role).filter(name => names.has(name));
  gate(scan, {
    scope: agent,
    key: `${agent}:interrupt`,
    name: 'interrupt',
    credit: interruptCredit.always,
    at: first.at,
    guards: listed.length > 0 ? listed.sort() : '*',
    detail: `${role.node.name} stops until a person answers before it runs these tools.`,
  });
}

/** Text lists that the body tests names against: `if call["name"] not in ["send", "pay"]`. */
function listedNames(scan: Scan, role: Role): readonly string[] {
  const fn = functionOf(scan, role.node.action);
  if (!fn) return [];
  const lists = new Map<string, readonly string[]>();
  for (const statement of statementsOf(fn.def.body)) {
    if (statement.kind === 'assign' && statement.target.kind === 'name' && statement.value)
      lists.set(statement.target.name, textsOf(statement.value));
  }
  const found = new Set<string>();
  someExpression(fn.def.body, e => {
    const source = testedList(e);
    if (!source) return false;
    const known =
      source.kind === 'name'
        ? (lists.get(source.name) ?? exported(scan, fn.file, source.name))
        : textsOf(source);
    for (const name of known) found.add(name);
    return false;
  });
  return [...found];
}

/** The list in `x in list`, `x not in list`, `list.includes(x)`. */
function testedList(e: Expression): Expression | undefined {
  if (e.kind === 'binary' && (e.op === 'in' || e.op === 'not in')) return e.right;
  if (e.kind === 'call' && e.callee.kind === 'member' && /^(?:includes|has)$/.test(e.callee.property))
    return e.callee.object;
  return undefined;
}

function exported(scan: Scan, file: string, name: string): readonly string[] {
  const value = scan.project.exported(file, name);
  if (value?.kind !== 'list') return [];
  return value.items.flatMap(item =>
    item.value.kind === 'literal' && typeof item.value.value === 'string' ? [item.value.value] : [],
  );
}

function textsOf(e: Expression): readonly string[] {
  if (e.kind !== 'list') return [];
  return e.items.flatMap(item =>
    item.value.kind === 'literal' && typeof item.value.value === 'string' ? [item.value.value] : [],
  );
}

type Statements = NonNullable<ReturnType<typeof functionOf>>['def']['body'];

function statementsOf(body: Statements): Statements {
  const out: Statements[number][] = [];
  const stack = [...body];
  for (let steps = 0; stack.length > 0 && steps < 20_000; steps++) {
    const s = stack.pop();
    if (!s) break;
    out.push(s);
    if (s.kind === 'if') stack.push(...s.then, ...s.else);
    else if (s.kind === 'for' || s.kind === 'while' || s.kind === 'with') stack.push(...s.body);
    else if (s.kind === 'try') stack.push(...s.body, ...s.handlers.flat(), ...s.finally);
  }
  return out;
}

/** `interrupt_before=["publish"]`: the step waits for a person. */
export function nodeInterrupts(scan: Scan, model: GraphModel, names: readonly string[], at: Location): void {
  if (names.length === 0) return;
  gate(scan, {
    scope: model.ref,
    key: `${model.ref}:interrupt_before`,
    name: 'interrupt_before',
    credit: interruptCredit.always,
    at,
    guards: [...names].sort(),
    detail: 'The run stops before these steps until a person lets it go on.',
  });
}
