import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { entryOf, functionOf, options } from '../_shared/code/records.ts';
import type { Asked } from './offer.ts';

/**
 * The function that does a tool's work. Where the callback was wrapped by a helper of the project, the function given to
 * the helper at the registration is the work, not the helper's closure.
 */
export function workOf(
  project: Project,
  callback: Value | undefined,
  registration: Location,
): FunctionValue | undefined {
  // A wrapper may give a refusal instead of the function it was handed: the one written here does the work.
  const here = options(callback).find(
    option => option.kind === 'function' && within(option.at, registration),
  );
  const fn =
    functionOf(here ?? callback) ??
    functionOf(entryOf(callback, 'createTask')) ??
    callable(project, callback);
  if (!fn || within(fn.at, registration)) return fn;
  const inner = project.callsIn(fn).find(call => call.callee && within(call.callee.at, registration))?.callee;
  return inner ?? fn;
}

/** An object with `execute` or `__call__`. */
function callable(project: Project, value: Value | undefined): FunctionValue | undefined {
  for (const option of options(value)) {
    if (option.kind !== 'instance' || !option.classValue) continue;
    for (const name of ['execute', 'handler', 'run', '__call__', 'call']) {
      const method = project.classMember(option.classValue, name);
      if (method?.kind === 'function') return method;
    }
  }
  return undefined;
}

function within(inner: Location, outer: Location): boolean {
  return inner.file === outer.file && inner.line >= outer.line && inner.line <= (outer.endLine ?? outer.line);
}

const asking = /(?:^|[.])(?:elicit|elicitInput|elicit_form|elicit_url|elicitation)$/;

/** A question to the user on the way, `ctx.elicit(...)` or `server.elicitInput(...)`. */
export function askedIn(project: Project, fn: FunctionValue | undefined): Asked | undefined {
  if (!fn) return undefined;
  const call = project.callsIn(fn).find(item => asking.test(item.symbol));
  if (!call) return undefined;
  const mechanism = call.symbol.split('.').at(-1) ?? 'elicit';
  return { mechanism, showsArguments: showsArguments(call), at: call.at };
}

function showsArguments(call: InstanceValue): boolean {
  const [first] = call.args.positional;
  const message =
    call.args.named.find(item => item.name === 'message')?.value ?? entryOf(first, 'message') ?? first;
  return options(message).some(option => option.kind === 'text' || option.kind === 'unknown');
}
