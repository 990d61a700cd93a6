import type { Behavior, ReachedCall } from '../behavior/types.ts';
import type { Expression } from '../lang/module.ts';
import { asksForTalk } from '../model/asked-context.ts';
import type { Deed } from '../model/deed.ts';
import type { NodeFact } from '../model/fact.ts';
import { partsOf, partsOfBody } from '../resolve/parts.ts';
import type { ReachedCode } from './reached-code.ts';

/** Parameters that ask for the talk of user and model: whether the code sends them out, or does not use them at all. */
export function talkParameters(fact: NodeFact, behavior: Behavior, code: ReachedCode): readonly Deed[] {
  const asked = (fact.parameters ?? []).filter(parameter => asksForTalk(parameter, fact) !== undefined);
  return asked.flatMap(({ name }): readonly Deed[] => {
    const sent = behavior.calls.find(call => leaves(call, name));
    if (sent) return [{ kind: 'sends-talk', what: name, at: sent.at }];
    return isIgnored(name, behavior, code) ? [{ kind: 'ignores-talk', what: name, at: behavior.at }] : [];
  });
}

/** It goes into a request. */
function leaves(call: ReachedCall, name: string): boolean {
  const isRequest = call.capabilities.some(word => /^(?:http|network|web)\./.test(word));
  return isRequest && call.arguments.some(argument => argument.parameters.includes(name));
}

/** Nothing in the code names it, and the arguments as a whole go nowhere either. */
function isIgnored(name: string, behavior: Behavior, { functions }: ReachedCode): boolean {
  const [handler] = functions;
  if (!handler || behavior.bounded || behavior.echoes.includes(name)) return false;
  if (behavior.calls.some(call => call.arguments.some(item => item.parameters.includes(name)))) return false;
  if (behavior.unknown.some(call => call.parameters.includes(name))) return false;
  const whole = new Set(
    handler.def.params
      .filter(({ pattern, kind }) => !pattern && (handler.file.endsWith('.py') ? kind === 'keywords' : true))
      .map(parameter => parameter.name),
  );
  // A pattern with a rest keeps what it does not name.
  if (
    handler.def.params.some(
      ({ pattern }) => pattern?.kind === 'record' && pattern.entries.some(({ key }) => !key),
    )
  )
    return false;
  for (const { def } of functions)
    for (const part of partsOfBody(def)) {
      if (part.kind === 'name' && (part.name === name || whole.has(String(part.name)))) return false;
      if (part.kind === 'member' && part.property === name) return false;
      if (part.kind === 'literal' && part.value === name) return false;
    }
  return !handler.def.params.some(({ pattern }) => pattern && names(pattern, name));
}

function names(pattern: Expression, name: string): boolean {
  for (const part of partsOf([pattern])) {
    if (part.kind === 'name' && part.name === name) return true;
    if (part.kind === 'literal' && part.value === name) return true;
  }
  return false;
}
