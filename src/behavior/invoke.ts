import { locate } from '../model/location.ts';
import { methodOf } from './callee-text.ts';
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
    case 'function':
      return callFunction(
        m,
        value,
        value.self && receiver?.contents ? receiver : undefined,
        args,
        site,
        frame,
      );
    case 'class':
      return construct(m, value, args, site, frame);
    case 'external':
      return external(value.symbol, receiver ?? owner(value.receiver));
    case 'instance': {
      const call = value.classValue ? m.project.classMember(value.classValue, '__call__') : undefined;
      if (call?.kind === 'function')
        return callFunction(m, { ...call, self: value }, callee, args, site, frame);
      return external(`${value.symbol}()`, callee);
    }
    default:
      break;
  }
  if (callee.made) return external(`${callee.made.symbol}()`, callee);
  return external(`?.${methodOf(site.callee)}`, receiver);
}

function owner(value: Flow['value']): Flow | undefined {
  return value ? { sources: constant.sources, value } : undefined;
}
