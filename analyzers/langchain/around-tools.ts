import type { Ref } from '../../src/model/fact.ts';
import type { FunctionValue, Value } from '../../src/resolve/value.ts';
import { interceptorBarrier } from '../_shared/code/verdict.ts';
import { gate } from './gates.ts';
import type { Scan } from './scan.ts';
import { lastName } from './values.ts';

/** Code that stands around every tool call: a decorated function, a method of a middleware class, an entry of `createMiddleware`. */
export function aroundTools(scan: Scan, agent: Ref, value: Value): void {
  const fn = wrapperOf(scan, value);
  if (!fn) return;
  const { credit, detail } = interceptorBarrier(scan.project, fn, 'wrap_tool_call');
  gate(scan, {
    scope: agent,
    key: `${agent}:wrap_tool_call:${fn.at.line}`,
    name: 'wrap_tool_call',
    at: fn.at,
    guards: '*',
    credit,
    detail,
  });
}

const methods = ['wrap_tool_call', 'awrap_tool_call'];

function wrapperOf({ project }: Scan, value: Value): FunctionValue | undefined {
  if (value.kind === 'function')
    return project.decoratorsOf(value).some(({ symbol }) => lastName(symbol) === methods[0])
      ? value
      : undefined;
  if (value.kind !== 'instance') return undefined;
  const { classValue, symbol, args } = value;
  const [given] = args.positional;
  const entry =
    lastName(symbol) === 'createMiddleware' && given?.kind === 'record'
      ? given.entries.find(({ key }) => key === 'wrapToolCall')?.value
      : undefined;
  const member = classValue && methods.flatMap(name => project.classMember(classValue, name) ?? [])[0];
  const fn = entry ?? member;
  return fn?.kind === 'function' ? fn : undefined;
}
