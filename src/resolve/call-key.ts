import type { Scope } from './scope.ts';
import { signature } from './union.ts';
import type { CallArguments, FunctionValue, Value } from './value.ts';

/** Collections are spelled out down to this depth and up to this many parts; larger ones are not worth it. */
const deepest = 3;
const mostParts = 40;

/**
 * A text that is equal for equal calls; undefined where a factory's own scope could differ unseen. Collections count
 * with their identity: what is done to one of them later is done to no other.
 */
export function callKey(fn: FunctionValue, args: CallArguments): string | undefined {
  if (args.rest !== undefined || fn.partial) return undefined;
  const callee = exact(fn, 0);
  if (callee === undefined) return undefined;
  const positional = all(args.positional, 0);
  const named =
    positional &&
    all(
      args.named.map(n => n.value),
      0,
    );
  if (!positional || !named) return undefined;
  return `${callee}(${positional.join()};${args.named.map((n, at) => `${n.name}=${named[at]}`).join()})`;
}

function all(values: readonly Value[], depth: number): readonly string[] | undefined {
  if (depth > deepest || values.length > mostParts) return undefined;
  const out: string[] = [];
  for (const value of values) {
    const text = exact(value, depth);
    if (text === undefined) return undefined;
    out.push(text);
  }
  return out;
}

/** A text that says everything about a value. */
function exact(value: Value, depth: number): string | undefined {
  switch (value.kind) {
    case 'function': {
      if (!(value.scope as Scope).generic || value.partial) return undefined;
      const self = value.self ? exact(value.self, depth + 1) : '';
      return self === undefined ? undefined : `f(${value.id};${self})`;
    }
    case 'class':
      return (value.scope as Scope).generic ? `c(${value.id})` : undefined;
    case 'literal':
    case 'instance':
    case 'module':
      return signature(value);
    case 'external': {
      const receiver = value.receiver ? exact(value.receiver, depth + 1) : '';
      return receiver === undefined ? undefined : `x(${value.symbol};${receiver})`;
    }
    case 'unknown':
      return `?(${value.reason}:${value.detail})`;
    case 'union': {
      const options = all(value.options, depth + 1);
      return options && `u(${options.join('|')})`;
    }
    case 'text': {
      const parts = all(
        value.parts.flatMap(part => (typeof part === 'string' ? [] : [part])),
        depth + 1,
      );
      return (
        parts &&
        `t(${value.parts.map(part => (typeof part === 'string' ? JSON.stringify(part) : '$')).join()};${parts.join()})`
      );
    }
    case 'list': {
      const items = all(
        value.items.map(item => item.value),
        depth + 1,
      );
      const flags = value.items.map(item => (item.conditional ? '?' : '')).join();
      return items && `[${value.id};${value.open ?? ''};${flags};${items.join()}]`;
    }
    case 'record': {
      const items = all(
        value.entries.map(entry => entry.value),
        depth + 1,
      );
      const keys = value.entries.map(entry => `${entry.key}${entry.conditional ? '?' : ''}`).join();
      return items && `{${value.id};${value.open ?? ''};${keys};${items.join()}}`;
    }
  }
}
