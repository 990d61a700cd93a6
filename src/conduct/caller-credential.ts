import type { Expression } from '../lang/module.ts';

/** What a name holds: the credential, the headers it came in, what the SDK makes of it, or what a request keeps. */
export type Holding = 'token' | 'headers' | 'grant' | 'kept';
export type Names = Map<string, Holding>;

const requests =
  /^(?:req|request|requestInfo|extra|ctx|context|get_http_request|get_http_headers|request_context|http_request|http_headers)$/;

/** `request.headers.authorization` in its spellings, `authInfo.token`, `get_access_token().token`. */
export function isIncoming(value: Expression, names: Names): boolean {
  if (value.kind === 'member') {
    if (value.property === 'authorization') return isHeaders(value.object, names);
    return value.property === 'token' && isGrant(value.object, names);
  }
  if (value.kind === 'subscript')
    return isWord(value.index, 'authorization') && isHeaders(value.object, names);
  if (value.kind !== 'call' || value.callee.kind !== 'member') return false;
  const { property, object } = value.callee;
  if (!isWord(value.args[0]?.value, 'authorization')) return false;
  return property === 'get'
    ? isHeaders(object, names)
    : property === 'header' && requests.test(lastName(object));
}

/** Headers of the request that reached the server. */
export function isHeaders(value: Expression, names: Names): boolean {
  if (value.kind === 'name') return names.get(value.name) === 'headers';
  if (value.kind === 'call') return lastName(value.callee) === 'get_http_headers';
  return value.kind === 'member' && value.property === 'headers' && requests.test(lastName(value.object));
}

/** What the SDK keeps of a caller that proved itself. */
export function isGrant(value: Expression, names: Names): boolean {
  if (value.kind === 'name' && names.get(value.name) === 'grant') return true;
  return /^(?:authInfo|get_access_token)$/.test(lastName(value));
}

export function isWord(value: Expression | undefined, word: string): boolean {
  return value?.kind === 'literal' && typeof value.value === 'string' && value.value.toLowerCase() === word;
}

export function lastName(value: Expression): string {
  if (value.kind === 'name') return value.name;
  if (value.kind === 'member') return value.property;
  if (value.kind === 'call') return lastName(value.callee);
  return '';
}
