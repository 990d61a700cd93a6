import type { ReachedCall } from '../behavior/types.ts';

const words: ReadonlySet<string> = new Set(
  'cache caches cred creds credential credentials log logs oauth oauth2 session token tokens'.split(' '),
);

/** A helper that keeps credentials, logs or caches: what it writes over is the program's own. */
export function keepsBooks(name: string): boolean {
  return name.split(/[_\W]+|(?<=[a-z0-9])(?=[A-Z])/).some(word => words.has(word.toLowerCase()));
}

/** A step of signing in or of caching: on the way there is such a helper, and nothing the model chose goes in. */
export function isBookkeeping(call: ReachedCall): boolean {
  return call.through.some(keepsBooks) && call.arguments.every(argument => argument.parameters.length === 0);
}
