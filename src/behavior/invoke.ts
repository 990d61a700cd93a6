import { locate } from '../model/location.ts';
import type { FunctionValue } from '../resolve/value.ts';
import { chainOf, methodOf } from './callee-text.ts';
import { bodiesOf } from './declarations.ts';
import { callExternal } from './externals.ts';
import { type Arguments, constant, type Flow, join, options } from './flow.ts';
import { callClosure, callFunction, construct } from './functions.ts';
import type { Frame, Machine, Site } from './machine.ts';

/** Calls every alternative of a callee; see `Machine.invoke`. */
export function invokeFlow(m: Machine, callee: Flow, args: Arguments, site: Site, frame: Frame): Flow {
  return join(
    options(callee)
      .slice(0, 4)
      .map(one => invokeOne(m, one, args, site, frame)),
  );
}

function invokeOne(m: Machine, callee: Flow, args: Arguments, site: Site, frame: Frame): Flow {
  const { receiver } = site;
  if (callee.collects) {
    callee.collects.push(...args.positional);
    return constant;
  }
  // `client.list.bind(client)` is the method itself.
  if (receiver && methodOf(site.callee) === 'bind' && isFunction(receiver)) return receiver;
  if (callee.closure) return callClosure(m, callee.closure, args, site, frame);
  const value = callee.value;
  const external = (symbol: string, owner: Flow | undefined): Flow =>
    callExternal(m, {
      symbol: symbol.length > 200 ? `?.${methodOf(site.callee)}` : symbol,
      args,
      site,
      frame,
      at: locate(frame.fn.file, site.at),
      callee,
      ...(owner && { receiver: owner }),
    });
  switch (value?.kind) {
    case 'function': {
      const bodies = bodiesOf(m.project, value);
      if (bodies.length === 0) return external(`?.${methodOf(site.callee)}`, receiver);
      return join(bodies.map(body => callFunction(m, body, ownerOf(body, receiver), args, site, frame)));
    }
    case 'class':
      return construct(m, value, args, site, frame);
    case 'external':
      return external(value.symbol, receiver ?? owner(value.receiver, callee));
    case 'instance': {
      const [wrapped] = handsOn.test(value.symbol) ? value.args.positional : [];
      if (wrapped) return m.invoke({ sources: callee.sources, value: wrapped }, args, { at: site.at }, frame);
      const call = value.classValue ? m.project.classMember(value.classValue, '__call__') : undefined;
      if (call?.kind === 'function')
        return callFunction(m, { ...call, self: value }, callee, args, site, frame);
      return external(`${value.symbol}()`, callee);
    }
    default:
      break;
  }
  if (callee.made && !callee.made.symbol.startsWith('?.')) return external(`${callee.made.symbol}()`, callee);
  return external(importedSymbol(m, site, frame) ?? `?.${methodOf(site.callee)}`, receiver);
}

/** Functions made once from another function, with the same arguments: `const run = promisify(exec)`. */
const handsOn = /^(?:node:)?util#(?:default\.)?promisify$/;

/** The object a method was taken from, with its fields; of several alternatives the one it belongs to. */
function ownerOf({ self }: FunctionValue, receiver: Flow | undefined): Flow | undefined {
  if (!self || !receiver || receiver.contents) return self && receiver;
  return options(receiver).find(
    one => one.contents && one.value?.kind === 'instance' && 'id' in self && one.value.id === self.id,
  );
}

function isFunction({ value, closure }: Flow): boolean {
  return closure !== undefined || value?.kind === 'function' || value?.kind === 'external';
}

/**
 * A callee that begins with an imported name, spelled by its import: a file of the project may have the name of a
 * module of the standard library without being it.
 */
function importedSymbol(m: Machine, site: Site, frame: Frame): string | undefined {
  if (!frame.python || site.callee?.kind !== 'member') return undefined;
  const names = chainOf(site.callee).toReversed();
  const [root, ...rest] = names;
  const item = m.project.modules
    .get(frame.fn.file)
    ?.imports.find(one => one.local === root && !one.module.startsWith('.'));
  if (!item || rest.length !== 1 || site.callee.object.kind !== 'name') return undefined;
  const symbol = [item.module, ...(item.name && item.name !== '*' ? [item.name] : []), ...rest].join('.');
  return m.memory.traitsOf(symbol).harmless || m.memory.rowOf(symbol, []) ? symbol : undefined;
}

/** What a bound method belongs to, when it was handed over and is called elsewhere (`to_thread(request.execute)`). */
function owner(value: Flow['value'], method: Flow): Flow | undefined {
  return value ? { sources: method.sources, value } : undefined;
}
