import type { Project } from '../../src/resolve/project.ts';
import type { CallArguments, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, membersOf, optionsOf, textOf } from '../_shared/code/arguments.ts';

/** Settings of one agent: keyword arguments of an options object, or an options record. */
export interface Options {
  /** First setting under one of the names, what is set later included. */
  get(...names: readonly string[]): Value | undefined;
  /** Why there may be more settings than seen. */
  readonly open?: string;
}

/** Reads the options of a call: `options=ClaudeAgentOptions(…)`, `{prompt, options: {…}}`, or the record itself. */
export function optionsOfCall(project: Project, call: InstanceValue): Options {
  const isSession = /unstable_v2_/.test(call.symbol);
  const place = /ClaudeSDKClient$/.test(call.symbol) || isSession ? 0 : 1;
  const value = argumentOf(
    call.args,
    isSession ? [place] : ['options', ...(call.at.file.endsWith('.py') || place === 0 ? [place] : [])],
  );
  return value ? optionsFrom(project, value) : { get: () => undefined };
}

/** Options behind a value; of several alternatives the first that says something. */
export function optionsFrom(project: Project, value: Value): Options {
  const found = optionsOf(value).find(item => item.kind === 'instance' || item.kind === 'record');
  if (!found)
    return {
      get: () => undefined,
      open: value.kind === 'unknown' ? value.detail || value.reason : 'options that were not resolved',
    };
  const args: CallArguments = found.kind === 'instance' ? found.args : { positional: [found], named: [] };
  const late = project.uses(found);
  const open = found.kind === 'record' ? found.open : args.rest;
  return {
    get(...names) {
      const set = late.findLast(use => use.kind === 'set' && names.includes(use.property));
      return set?.kind === 'set' ? set.value : argumentOf(args, names);
    },
    ...(open !== undefined && { open }),
  };
}

/** Names in a list setting; `open` when there may be more. */
export function namesOf(value: Value | undefined): {
  readonly names: readonly string[];
  readonly open: boolean;
} {
  if (!value) return { names: [], open: false };
  const { members, open } = membersOf(value);
  const texts = members.map(({ value: item }) => textOf(item));
  return { names: texts.flatMap(text => text ?? []), open: open !== undefined || texts.includes(undefined) };
}
