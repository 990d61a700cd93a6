import type { ArgumentPlace } from '../catalog/types.ts';
import type { Arguments, Flow } from './flow.ts';
import { options } from './flow.ts';

/** The argument at a place of a catalog row (`1`, `'url'`, `'0.url'`, `'1.data.to'`); see `ArgumentPlace`. */
export function argumentAt(args: Arguments, place: ArgumentPlace): Flow | undefined {
  if (typeof place === 'number')
    return args.positional[place] ?? (args.positional.length <= place ? args.rest : undefined);
  const [head = '', ...path] = place.split('.');
  if (/^\d+$/.test(head)) {
    const start = args.positional[Number(head)];
    return start && path.length > 0 ? fieldAt(start, path) : start;
  }
  const named = args.named.get(head);
  if (named) return path.length > 0 ? fieldAt(named, path) : named;
  for (const value of args.positional) {
    const found = fieldAt(value, [head, ...path]);
    if (found) return found;
  }
  return undefined;
}

function fieldAt(flow: Flow, path: readonly string[]): Flow | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return flow;
  for (const one of options(flow)) {
    const field = one.contents?.fields.get(name) ?? one.made?.args.named.get(name);
    if (field) return fieldAt(field, rest);
  }
  return undefined;
}
