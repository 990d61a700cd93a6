import type { Argument } from '../lang/module.ts';
import { type Evaluator, limits } from './evaluator.ts';
import type { Scope } from './scope.ts';
import type { CallArguments, Value } from './value.ts';

/** Evaluates call arguments; spreads of known lists and records are laid out. */
export function argumentsOf(ev: Evaluator, args: readonly Argument[], scope: Scope): CallArguments {
  const positional: Value[] = [];
  const named: { name: string; value: Value }[] = [];
  let rest: string | undefined;
  for (const arg of args.slice(0, limits.items)) {
    const value = ev.evaluate(arg.value, scope);
    if (arg.name !== undefined) named.push({ name: arg.name, value });
    else if (arg.spread === undefined) positional.push(value);
    else if (value.kind === 'list') {
      // What an open list is known to hold keeps its place only where nothing follows.
      if (value.open === undefined || arg === args.at(-1)) positional.push(...value.items.map(i => i.value));
      rest ??= value.open;
    } else if (value.kind === 'record') {
      named.push(...value.entries.map(x => ({ name: x.key, value: x.value })));
      if (value.open !== undefined) rest = value.open;
    } else rest = 'spread of an unknown value';
  }
  return { positional, named, ...(rest !== undefined && { rest }) };
}
