import { createContext, Script } from 'node:vm';

/** Runs work that must end. */
export interface Deadline {
  /** What the work gives, or undefined when it did not end in time. What it throws is thrown on. */
  run<T>(work: () => T): T | undefined;
}

/** Milliseconds one piece of work may take; real files take a few. */
const perPiece = 10_000;
/** Milliseconds all pieces that did not end may take together; after that each gets `atLeast`. */
const together = 40_000;
const atLeast = 500;

/** The engine stops a script after its time whatever it calls, also inside a regular expression. */
const script = new Script('work()');

/**
 * Deadlines for synchronous work on hostile input. A tree with many files made to last is given up on faster and faster,
 * so that their number does not matter much.
 */
export function createDeadline(
  limits: { readonly perPiece?: number; readonly together?: number } = {},
): Deadline {
  const slot: { work: () => unknown } = { work: () => undefined };
  const context = createContext(slot);
  let left = limits.together ?? together;
  return {
    run: <T>(work: () => T): T | undefined => {
      const timeout = Math.max(Math.min(limits.perPiece ?? perPiece, left), atLeast);
      slot.work = work;
      try {
        return script.runInContext(context, { timeout }) as T;
      } catch (error) {
        if (!isTimeout(error)) throw error;
        left -= timeout;
        return undefined;
      }
    },
  };
}

/** The error comes from the context's own realm, so that it is no instance of our `Error`. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
