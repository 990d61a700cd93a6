import { callsOwn } from './data/harmless.ts';
import type { ExternalCall } from './externals.ts';
import { type Arguments, constant, type Flow, join, options } from './flow.ts';
import { callFunction } from './functions.ts';
import { type Machine, noArguments } from './machine.ts';
import { elementOf } from './members.ts';

/**
 * Runs the functions a call is given, and gives what they return. What the callee passes to them is not known: an item
 * of the receiver or of the other arguments, or the arguments behind the callback where the callee is a known runner.
 */
export function calledBack(m: Machine, call: ExternalCall): readonly Flow[] {
  const { args, receiver, symbol, site, frame } = call;
  const at = m.memory.traitsOf(symbol).runs;
  if (at !== undefined) {
    const [callee, ...rest] = args.positional.slice(at);
    const target = callee ?? args.named.get('target');
    if (!target) return [];
    const given: Arguments = {
      positional: rest.length > 0 ? rest : [...(args.named.get('args')?.contents?.rest ?? [])],
      named: args.named,
    };
    return [m.invoke(target, given, { at: site.at }, frame)];
  }
  const functions = [...args.positional, ...args.named.values()].flatMap(options).filter(isFunction);
  if (functions.length === 0) return [];
  if (symbol === 'globalThis.Promise' && site.isNew) {
    const collects: Flow[] = [];
    const settle: Flow = { ...constant, collects };
    for (const fn of functions)
      m.invoke(
        fn,
        { positional: [settle, { ...constant, collects: [] }], named: new Map() },
        { at: site.at },
        frame,
      );
    return collects;
  }
  const others = [
    ...(receiver ? [elementOf(receiver)] : []),
    ...args.positional.filter(flow => !isFunction(flow)).map(elementOf),
  ];
  const item = others.length > 0 ? join(others) : undefined;
  const given: Arguments = item ? { positional: [item, item, item], named: new Map() } : noArguments;
  return functions.slice(0, 6).map(fn => m.invoke(fn, given, { at: site.at }, frame));
}

/** Methods of a derived class that a method of its foreign base calls: `parser.feed(html)` calls `handle_data`. */
export function callOwnMethods(m: Machine, { symbol, receiver, args, site, frame }: ExternalCall): void {
  for (const one of receiver ? options(receiver) : []) {
    const cls = one.value?.kind === 'instance' ? one.value.classValue : undefined;
    if (!cls) continue;
    const method = symbol.split('.').at(-1) ?? '';
    const names = m.project.bases(cls).flatMap(base => callsOwn[`${base}().${method}`] ?? []);
    for (const name of names) {
      const found = m.project.classMember(cls, name);
      const [given] = args.positional;
      if (found?.kind === 'function' && given)
        callFunction(m, found, one, { positional: [given, given], named: new Map() }, { at: site.at }, frame);
    }
  }
}

function isFunction(flow: Flow): boolean {
  return flow.closure !== undefined || flow.value?.kind === 'function';
}
