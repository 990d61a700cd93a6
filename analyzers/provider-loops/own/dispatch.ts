import type { Expression, Statement } from '../../../src/lang/module.ts';
import type { Body, Functions } from './functions.ts';
import { asCall, type Call, calledName, mentioned } from './paths.ts';
import { covers, holds, names, spread } from './spread.ts';

/** A place where the program runs what the model named. */
export interface Dispatch {
  /** `table`: a table of functions by name; `list`: a list searched by name; `arms`: branches on the name. */
  readonly kind: 'mcp' | 'table' | 'list' | 'arms' | 'attribute';
  readonly body: Body;
  /** The table, list or object that holds what runs. */
  readonly holder?: Expression;
  /** Names that branches answer for. */
  readonly names?: readonly string[];
  /** The call in the loop that leads here. */
  readonly call: Call;
}

const maxDepth = 3;
const maxBodies = 60;

/** Where a body runs something by a name that comes out of the given places. */
export function dispatchesIn(
  functions: Functions,
  body: Body,
  held: ReadonlySet<string>,
  depth = 0,
  seen: Set<string> = new Set(),
): readonly Dispatch[] {
  const key = `${body.file}:${body.def.at[0]}:${body.def.at[1]} ${[...held].sort().join(' ')}`;
  if (held.size === 0 || seen.has(key) || seen.size >= maxBodies) return [];
  seen.add(key);
  const found: Dispatch[] = [];
  const picked = picks(functions, body, held, depth);
  for (const call of body.calls) {
    const own = direct(body, call, held, picked);
    if (own) found.push(own);
    else if (depth < maxDepth) {
      const inner = functions.targets(body, call).flatMap(target => {
        const given = handedOn(target, call, held);
        if (given.length === 0) return [];
        const there = spread(target.parts, () => false, given);
        return dispatchesIn(functions, target, there, depth + 1, seen);
      });
      found.push(...inner.map(item => ({ ...item, call })));
    }
  }
  // Branches deep inside are those of some tool's own arguments.
  if (depth < 2 && !found.some(item => item.kind !== 'arms')) found.push(...armsIn(body, held));
  return found;
}

/**
 * False where a body can run nothing by a name out of the given places, told without asking what its calls run: no
 * choice stands in it, and no function of the program is given any of them.
 */
export function mayDispatch(functions: Functions, body: Body, held: ReadonlySet<string>): boolean {
  const picked = picks(functions, body, held, maxDepth);
  return (
    body.calls.some(
      call =>
        direct(body, call, held, picked) !== undefined ||
        (functions.knows(calledName(call) ?? '') && call.args.some(arg => holds(arg.value, held))),
    ) || armsIn(body, held).length > 0
  );
}

/** Parameters of a function that a call gives a held value. */
function handedOn(target: Body, call: Call, held: ReadonlySet<string>): readonly string[] {
  const params = names(target.def);
  const shift = target.owner && /^(?:self|cls)$/.test(params[0] ?? '') ? 1 : 0;
  return call.args.flatMap((arg, index) => {
    if (!holds(arg.value, held)) return [];
    if (arg.spread) return params.slice(shift);
    if (arg.name !== undefined) return params.includes(arg.name) ? [arg.name] : [];
    const param = target.def.params[index + shift];
    return param ? (param.pattern ? names({ ...target.def, params: [param] }) : [param.name]) : [];
  });
}

const mcp = /^(?:call_?[tT]ool(?:_?mcp)?|call_mcp_tool|callMcpTool)$/;
const ways =
  /^(?:run|execute|call|invoke|handle|handler|func|fn|function|forward|arun|ainvoke|_run|__call__|apply)$/;

interface Pick {
  readonly name: string;
  /** The function that has the table. */
  readonly body: Body;
  readonly kind: 'table' | 'list' | 'attribute';
  readonly holder: Expression;
}

function direct(
  body: Body,
  call: Call,
  held: ReadonlySet<string>,
  picked: readonly Pick[],
): Dispatch | undefined {
  const { callee } = call;
  const name = calledName(call) ?? '';
  if (mcp.test(name) && callee.kind === 'member') {
    const first = nameGiven(call);
    return first && first.kind !== 'literal' && holds(first, held) ? { kind: 'mcp', body, call } : undefined;
  }
  const chosen =
    choice(callee, held) ??
    (callee.kind === 'member' && ways.test(name) ? choice(callee.object, held) : undefined);
  if (chosen) return { ...chosen, body, call };
  const variable =
    callee.kind === 'name'
      ? callee.name
      : callee.kind === 'member' && ways.test(name) && callee.object.kind === 'name'
        ? callee.object.name
        : undefined;
  const pick = picked.find(item => item.name === variable);
  return pick ? { kind: pick.kind, holder: pick.holder, body: pick.body, call } : undefined;
}

function nameGiven(call: Call): Expression | undefined {
  const named = call.args.find(arg => arg.name === 'name' || arg.name === 'tool_name')?.value;
  const first = named ?? call.args[0]?.value;
  if (first?.kind !== 'record') return first;
  return (
    first.entries.find(entry => entry.key?.kind === 'literal' && entry.key.value === 'name')?.value ?? first
  );
}

/** `table[name]`, `table.get(name)`, `getattr(object, name)`, `find_by(name)` of a list. */
function choice(e: Expression, held: ReadonlySet<string>): Omit<Dispatch, 'body' | 'call'> | undefined {
  if (e.kind === 'await') return choice(e.value, held);
  if (e.kind === 'binary') return choice(e.left, held);
  if (e.kind === 'subscript' && isName(e.index, held)) return { kind: 'table', holder: e.object };
  if (e.kind === 'member' && ways.test(e.property)) return choice(e.object, held);
  if (e.kind !== 'call') return undefined;
  const { callee, args } = e;
  const [first, second] = args;
  if (callee.kind === 'name' && callee.name === 'getattr' && first && second && isName(second.value, held))
    return { kind: 'attribute', holder: first.value };
  if (callee.kind !== 'member' || !first) return undefined;
  if (callee.property === 'get' && isName(first.value, held)) return { kind: 'table', holder: callee.object };
  if (callee.property === 'find' && first.value.kind === 'function' && holds(first.value, held))
    return { kind: 'list', holder: callee.object };
  return undefined;
}

/** What may be a name: never a literal, a number or a position. */
function isName(e: Expression, held: ReadonlySet<string>): boolean {
  return ['name', 'member', 'subscript', 'call', 'template'].includes(e.kind) && holds(e, held);
}

/** Variables that hold what was chosen by name: `tool = table[name]`, `for tool in tools: if tool.name == name`. */
function picks(functions: Functions, body: Body, held: ReadonlySet<string>, depth: number): readonly Pick[] {
  const out: Pick[] = [];
  for (const part of body.parts) {
    const e = part as unknown as { kind: string; target: Expression; value?: Expression; iter: Expression };
    if (e.kind === 'assign' && e.target.kind === 'name' && e.value) {
      const name = e.target.name;
      const chosen = choice(e.value, held) ?? nextOf(e.value, held);
      if (chosen?.holder && chosen.kind !== 'mcp' && chosen.kind !== 'arms')
        out.push({ name, kind: chosen.kind, holder: chosen.holder, body });
      else out.push(...lookedUp(functions, body, e.value, held, depth).map(item => ({ ...item, name })));
    }
    if (e.kind === 'for' && e.target.kind === 'name' && comparesName(body, e.target.name, part.at, held))
      out.push({ name: e.target.name, kind: 'list', holder: e.iter, body });
  }
  return out;
}

/** What a function that is given the name returns: `tool = find_tool(name)`. */
function lookedUp(
  functions: Functions,
  body: Body,
  value: Expression,
  held: ReadonlySet<string>,
  depth: number,
): readonly Omit<Pick, 'name'>[] {
  const call = value.kind === 'await' ? value.value : value;
  if (call.kind !== 'call' || depth >= maxDepth) return [];
  return functions.targets(body, call).flatMap(target => {
    const given = new Set(handedOn(target, call, held));
    if (given.size === 0) return [];
    const inner = picks(functions, target, given, depth + 1);
    return target.parts.flatMap((part): readonly Omit<Pick, 'name'>[] => {
      const e = part as unknown as { kind: string; value?: Expression };
      if (e.kind !== 'return' || !e.value) return [];
      const chosen = choice(e.value, given) ?? nextOf(e.value, given);
      if (chosen?.holder && (chosen.kind === 'table' || chosen.kind === 'list'))
        return [{ kind: chosen.kind, holder: chosen.holder, body: target }];
      const { value: returned } = e;
      return returned.kind === 'name' ? inner.filter(item => item.name === returned.name) : [];
    });
  });
}

/** `next((t for t in tools if t.name == name), None)`. */
function nextOf(e: Expression, held: ReadonlySet<string>): Omit<Dispatch, 'body' | 'call'> | undefined {
  if (e.kind !== 'call' || e.callee.kind !== 'name' || e.callee.name !== 'next') return undefined;
  const inner = e.args[0]?.value;
  const clause = inner?.kind === 'comprehension' ? inner.clauses[0] : undefined;
  if (!clause?.conditions.some(condition => holds(condition, held))) return undefined;
  return { kind: 'list', holder: clause.iter };
}

function comparesName(
  body: Body,
  variable: string,
  within: Expression['at'],
  held: ReadonlySet<string>,
): boolean {
  return body.parts.some(part => {
    if (part.kind !== 'binary' || !covers(within, part.at)) return false;
    const e = part as unknown as Expression & { kind: 'binary' };
    if (!/^={2,3}$/.test(e.op)) return false;
    const sides = [e.left, e.right];
    return (
      sides.some(side => mentioned(side).has(variable)) &&
      sides.some(side => !mentioned(side).has(variable) && holds(side, held))
    );
  });
}

/** Branches on a held name against fixed texts: the names they answer for. */
function armsIn(body: Body, held: ReadonlySet<string>): readonly Dispatch[] {
  const tests = body.parts.flatMap(part => {
    const names = namesTested(part as unknown as Expression | Statement, held);
    return names.length > 0 ? [{ part, names }] : [];
  });
  const [first] = tests;
  const call = first && (body.calls.find(item => item.at[0] >= first.part.at[0]) ?? asCall(first.part));
  return call ? [{ kind: 'arms', body, call, names: tests.flatMap(({ names }) => names) }] : [];
}

function namesTested(e: Expression | Statement, held: ReadonlySet<string>): readonly string[] {
  const words = (tests: readonly (Expression | undefined)[]): readonly string[] =>
    tests.flatMap(test => (test?.kind === 'literal' && isWord(test.value) ? [String(test.value)] : []));
  if (e.kind === 'switch')
    return isTold(e.subject) && holds(e.subject, held) ? words(e.cases.map(({ test }) => test)) : [];
  if (e.kind !== 'binary' || !/^={2,3}$/.test(e.op)) return [];
  const sides = [e.left, e.right];
  return sides.some(side => isTold(side) && holds(side, held)) ? words(sides) : [];
}

/** Words that name a kind of message or part, not what is to be done. */
const shapes =
  /^(?:text|content|tool_use|tool_calls?|function_call|function|message|assistant|user|system|tool|stop|length|end_turn|output_text|reasoning|thinking|string|object|number|boolean|undefined|y|n|yes|no|q|quit|exit|true|false|image|json)$/i;

function isWord(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][\w.-]{1,63}$/i.test(value) && !shapes.test(value);
}

/** The side of a comparison that may be the name of an action. */
function isTold(e: Expression): boolean {
  if (e.kind === 'member')
    return !/^(?:type|role|kind|status|finish_reason|stop_reason|finishReason)$/.test(e.property);
  return e.kind === 'name' || e.kind === 'subscript' || e.kind === 'call';
}
