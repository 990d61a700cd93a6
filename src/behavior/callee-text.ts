import type { Expression } from '../lang/module.ts';

/** The last name of a callee as written. */
export function methodOf(callee: Expression | undefined): string {
  if (callee?.kind === 'member') return callee.property;
  if (callee?.kind === 'name') return callee.name;
  if (callee?.kind === 'call' || callee?.kind === 'await') return '()';
  return 'an expression';
}

/** Names of a callee from the outside in: `service.users().messages().list` is `list, messages, users, service`. */
export function chainOf(callee: Expression | undefined): readonly string[] {
  const out: string[] = [];
  for (let e: Expression | undefined = callee, n = 0; e && n < 12; n++) {
    if (e.kind === 'member') {
      out.push(e.property);
      e = e.object;
    } else if (e.kind === 'call') e = e.callee;
    else if (e.kind === 'await') e = e.value;
    else if (e.kind === 'subscript') e = e.object;
    else {
      if (e.kind === 'name') out.push(e.name);
      break;
    }
  }
  return out;
}
