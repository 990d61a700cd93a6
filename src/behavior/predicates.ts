import { methodOf } from './callee-text.ts';
import { membership, noTest, parametersIn, shorten } from './conditions.ts';
import type { ExternalCall } from './externals.ts';
import { constantText, type Flow, type Test } from './flow.ts';
import type { Machine } from './machine.ts';
import type { Check } from './types.ts';

/** What a call used as a condition checks; undefined when it is no known question. */
export function predicate(_m: Machine, call: ExternalCall, back: readonly Flow[]): Test | undefined {
  const { receiver, args, at, frame } = call;
  const name = methodOf(call.site.callee);
  const [first, second] = args.positional;
  const yes = (...checks: readonly (Check | undefined)[]): Test => ({
    yes: checks.flatMap(check => check ?? []),
    no: [],
  });
  switch (name) {
    case 'any':
    case 'all':
      return first?.test;
    case 'some':
    case 'every':
      return back[0]?.test;
    case 'includes':
    case 'has':
    case 'contains':
    case '__contains__':
      return receiver && first ? yes(...membership(first, receiver, at)) : undefined;
    case 'startswith':
    case 'startsWith':
      if (receiver && first && constantText(first) === '..')
        return { yes: [], no: listOf(inside(receiver, 'may not lead out of a folder', at, true)) };
      return receiver && first ? yes(prefix(receiver, first, call)) : undefined;
    case 'endswith':
    case 'endsWith':
      return receiver && first ? yes(suffix(receiver, first, call)) : undefined;
    case 'is_relative_to':
    case 'isPathInside':
      return yes(inside(receiver ?? first, 'must lie below a folder', at, isResolved(receiver)));
    case 'relative_to': {
      const check = inside(
        receiver,
        'must lie below a folder, else an error is raised',
        at,
        isResolved(receiver),
      );
      if (check) frame.checks = [...frame.checks, check];
      return undefined;
    }
    case 'fullmatch':
    case 'match':
    case 'search':
    case 'test': {
      const subject =
        name === 'test' || (first && parametersIn(first).length > 0)
          ? first
          : receiver && parametersIn(receiver).length > 0
            ? receiver
            : second;
      return subject
        ? yes(pattern(subject, name === 'fullmatch', constantText(first ?? subject) ?? '', call))
        : undefined;
    }
    default:
      return undefined;
  }
}

function listOf(check: Check | undefined): readonly Check[] {
  return check ? [check] : noTest.yes;
}

function inside(
  value: Flow | undefined,
  detail: string,
  at: Check['at'],
  resolved: boolean,
): Check | undefined {
  const parameters = value ? parametersIn(value) : [];
  if (parameters.length === 0) return undefined;
  return {
    kind: 'path',
    parameters,
    detail,
    at,
    ...(!resolved && { weak: 'the path is not resolved before' }),
  };
}

function prefix(value: Flow, start: Flow, { at }: ExternalCall): Check | undefined {
  const parameters = parametersIn(value);
  if (parameters.length === 0 || parametersIn(start, true).length > 0) return undefined;
  const text = constantText(start);
  if (text !== undefined && /^[a-z]+:\/\/$|^[a-z]+:$|^\/$|^#$|^$/i.test(text)) return undefined;
  const host = text === undefined ? undefined : /^[a-z]+:\/\/([^/?#]+)(.?)/i.exec(text);
  if (host)
    return {
      kind: 'domain',
      parameters,
      at,
      detail: `must start with '${shorten(text ?? '')}'`,
      ...(host[1] && { values: [host[1]] }),
      ...(host[2] === '' && { weak: 'another host may begin with the same letters' }),
    };
  if (text === undefined || /^[~./\\]|^[A-Z]:\\/.test(text))
    return inside(
      value,
      `must start with ${text ? `'${shorten(text)}'` : 'a folder of the program'}`,
      at,
      isResolved(value),
    );
  const isStatement = /^(?:select|with|explain|show|describe|pragma)\b/i.test(text);
  return {
    kind: 'pattern',
    parameters,
    at,
    detail: `must start with '${shorten(text)}'`,
    weak: isStatement ? 'another statement may follow' : 'only the beginning is compared',
  };
}

function suffix(value: Flow, end: Flow, { at }: ExternalCall): Check | undefined {
  const parameters = parametersIn(value);
  if (parameters.length === 0 || parametersIn(end, true).length > 0) return undefined;
  const text = constantText(end);
  const detail = `must end in ${text === undefined ? 'a text of the program' : `'${shorten(text)}'`}`;
  if (text !== undefined && /^\.\w{1,5}$/.test(text) && !value.field)
    return { kind: 'pattern', parameters, at, detail, weak: 'only the ending is compared' };
  const weak =
    text !== undefined && !/^[.@]/.test(text) ? 'a longer name may end in the same letters' : undefined;
  return {
    kind: 'domain',
    parameters,
    at,
    detail,
    ...(text !== undefined && { values: [text.replace(/^[.@]/, '')] }),
    ...(weak && { weak }),
  };
}

function pattern(value: Flow, full: boolean, text: string, { at }: ExternalCall): Check | undefined {
  const parameters = parametersIn(value);
  if (parameters.length === 0) return undefined;
  const anchored = full || (text.includes('^') && text.includes('$'));
  return {
    kind: 'pattern',
    parameters,
    at,
    detail: 'must match a fixed pattern',
    ...(!anchored && { weak: 'the pattern may match a part only' }),
  };
}

function isResolved(flow: Flow | undefined, depth = 0): boolean {
  if (!flow || depth > 5) return false;
  return flow.resolved === true || (flow.inputs ?? []).some(input => isResolved(input, depth + 1));
}
