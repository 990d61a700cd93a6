import type { ReachedCall } from '../behavior/types.ts';

const credentials: ReadonlySet<string> = new Set(
  'cred creds credential credentials oauth oauth2 token tokens'.split(' '),
);
const words: ReadonlySet<string> = new Set([...credentials, ...'cache caches log logs session'.split(' ')]);

const speaksOf = (name: string, of: ReadonlySet<string>): boolean =>
  name.split(/[_\W]+|(?<=[a-z0-9])(?=[A-Z])/).some(word => of.has(word.toLowerCase()));

/** A helper that keeps credentials, logs or caches: what it writes over is the program's own. */
export const keepsBooks = (name: string): boolean => speaksOf(name, words);

const isUnasked = (call: ReachedCall): boolean =>
  call.arguments.every(argument => argument.parameters.length === 0);

/** A change on the way of signing in or of caching: there is such a helper, and nothing the model chose goes in. */
export function isBookkeeping(call: ReachedCall): boolean {
  return call.through.some(keepsBooks) && isUnasked(call);
}

/**
 * A step of signing in whose answer opens the next request. Logs, sessions and caches do not count: what they hold is
 * what a tool may well be there to read.
 */
export function isSigningIn(call: ReachedCall): boolean {
  return isUnasked(call) && call.through.some(name => opensDoors.test(name) && speaksOf(name, credentials));
}

/** `get_credentials`, `refreshToken`, `load_oauth_token`: the words for credentials stand at the end of the name. */
const opensDoors =
  /(?:creds?|credentials?|oauth2?|tokens?)(?:_?(?:async|sync|from_?(?:file|disk|env|cache)))?$/i;
