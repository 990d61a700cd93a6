import type { Expression, FunctionDef } from '../../src/lang/module.ts';
import type { Fact, Ref } from '../../src/model/fact.ts';
import { type Part, partsOfBody } from '../../src/resolve/parts.ts';
import type { FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import type { Scan, Withheld } from './scan.ts';
import { lastName, options, stringsOf } from './values.ts';

/** Words of the gap for a filter that is not honoured. */
export const hiding = 'hides tools';

/**
 * Middleware of the program that filters `request.tools` before the model sees them. A filter by fixed names that
 * always runs is honoured; any other is a gap, and the agent keeps all its tools.
 */
export function withholds(scan: Scan, agent: Ref, value: Value | undefined, sometimes = false): void {
  for (const option of options(value)) {
    const maybe = sometimes || value?.kind === 'union';
    if (option.kind === 'list')
      for (const item of option.items) withholds(scan, agent, item.value, maybe || item.conditional === true);
    else if (option.kind === 'instance') single(scan, agent, option, maybe);
  }
}

/** Facts without the tools that an agent's model never sees. */
export function without(
  facts: readonly Fact[],
  hidden: ReadonlyMap<Ref, readonly Withheld[]>,
): readonly Fact[] {
  if (hidden.size === 0) return facts;
  const names = new Map(
    facts.flatMap(fact => (fact.fact === 'node' && fact.kind === 'tool' ? [[fact.ref, fact.name]] : [])),
  );
  return facts.filter(fact => {
    if (fact.fact !== 'relation' || fact.kind !== 'uses') return true;
    const name = names.get(fact.to);
    const rules = hidden.get(fact.from);
    if (name === undefined || !rules) return true;
    return rules.every(
      ({ excluded, allowed }) =>
        !excluded?.includes(name) && (allowed === undefined || allowed.includes(name)),
    );
  });
}

function single(scan: Scan, agent: Ref, value: InstanceValue, sometimes: boolean): void {
  const { classValue, symbol, args } = value;
  const [given] = args.positional;
  const entry =
    lastName(symbol) === 'createMiddleware' && given?.kind === 'record'
      ? given.entries.find(({ key }) => key === 'wrapModelCall')?.value
      : undefined;
  const hooks: readonly FunctionValue[] = classValue
    ? scan.project.methods(classValue)
    : entry?.kind === 'function'
      ? [entry]
      : [];
  const isHook = entry !== undefined || hooks.some(({ def }) => /^a?wrap_model_call$/.test(def.name));
  if (!isHook) return;
  for (const hook of hooks) {
    const filter = partsOfBody(hook.def).flatMap(part => filterIn(part) ?? [])[0];
    if (!filter) continue;
    const names = namesOf(scan, value, hook, filter.names);
    if (names.length > 0 && !sometimes && isAlways(hook.def, filter.names)) {
      scan.hide(agent, filter.keeps ? { allowed: names } : { excluded: names });
      return;
    }
    const which = names.length > 0 ? ` (${names.slice(0, 8).join(', ')})` : '';
    scan.gap(
      'unresolved-value',
      value.at,
      `${lastName(symbol)} ${hiding}${which} from the model at times; all were counted.`,
      agent,
    );
    return;
  }
}

interface Filter {
  /** Where the names stand. */
  readonly names: Expression;
  readonly keeps: boolean;
}

/** `[t for t in request.tools if t.name not in X]`, `request.tools.filter(t => !X.has(t.name))`. */
function filterIn(part: Part): Filter | undefined {
  const e = part as unknown as Expression;
  if (e.kind === 'comprehension') {
    const clause = e.clauses.find(({ iter }) => iter.kind === 'member' && iter.property === 'tools');
    return clause?.conditions.flatMap(condition => membership(condition) ?? [])[0];
  }
  if (e.kind !== 'call' || e.callee.kind !== 'member' || e.callee.property !== 'filter') return undefined;
  const { object } = e.callee;
  if (object.kind !== 'member' || object.property !== 'tools') return undefined;
  const test = e.args[0]?.value;
  const [body] = test?.kind === 'function' ? test.def.body : [];
  return body?.kind === 'return' && body.value ? membership(body.value) : undefined;
}

function membership(e: Expression, keeps = true): Filter | undefined {
  if (e.kind === 'unary' && /^(?:!|not)$/.test(e.op)) return membership(e.value, !keeps);
  if (e.kind === 'binary' && /^(?:not )?in$/.test(e.op))
    return { names: e.right, keeps: e.op === 'in' ? keeps : !keeps };
  if (e.kind === 'call' && e.callee.kind === 'member' && /^(?:has|includes)$/.test(e.callee.property))
    return { names: e.callee.object, keeps };
  return undefined;
}

function namesOf(scan: Scan, object: InstanceValue, hook: FunctionValue, e: Expression): readonly string[] {
  const value =
    e.kind === 'list'
      ? undefined
      : e.kind === 'member'
        ? scan.project.member(object, e.property)
        : e.kind === 'name'
          ? scan.project.outerName(hook, e.name)
          : undefined;
  if (e.kind === 'list')
    return e.items.flatMap(({ value: item }) => (item.kind === 'literal' ? [String(item.value)] : []));
  return options(value).flatMap(option => {
    // `frozenset({…})`, `new Set([…])`
    const inner = option.kind === 'instance' ? option.args.positional : [option];
    return inner.flatMap(item => (item.kind === 'list' && item.open === undefined ? stringsOf(item) : []));
  });
}

/** No branch gives the request back unfiltered for a reason of its own: only for an empty list of names. */
function isAlways(def: FunctionDef, names: Expression): boolean {
  const own = names.kind === 'member' ? names.property : names.kind === 'name' ? names.name : '';
  return partsOfBody(def).every(part => {
    const e = part as unknown as { kind: string; test?: Expression };
    if (e.kind !== 'if' && e.kind !== 'conditional') return true;
    return e.test !== undefined && isAboutNames(e.test, own);
  });
}

function isAboutNames(test: Expression, own: string): boolean {
  if (test.kind === 'unary') return isAboutNames(test.value, own);
  if (test.kind === 'member') return test.property === own;
  if (test.kind === 'name') return test.name === own;
  // `len(kept) == len(request.tools)`: nothing was hidden.
  return test.kind === 'binary' && /^={2,3}$/.test(test.op) && isLength(test.left) && isLength(test.right);
}

function isLength(e: Expression): boolean {
  if (e.kind === 'member') return e.property === 'length';
  return e.kind === 'call' && e.callee.kind === 'name' && e.callee.name === 'len';
}
