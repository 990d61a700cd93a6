/** Holds one value and tells listeners of changes. */
export interface Store<T> {
  get(): T;
  /** Does nothing when the value is the same. */
  set(next: T): void;
  update(change: (now: T) => T): void;
  subscribe(listener: (now: T, before: T) => void): void;
}

export function createStore<T>(first: T): Store<T> {
  let now = first;
  const listeners = new Set<(now: T, before: T) => void>();
  const set = (next: T): void => {
    if (next === now) return;
    const before = now;
    now = next;
    for (const listener of listeners) listener(next, before);
  };
  return {
    get: () => now,
    set,
    update: change => set(change(now)),
    subscribe: listener => listeners.add(listener),
  };
}

/** Remembers the last answer; asks again only when an argument changed. */
export function memoize<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  return memoizeBy((...args: A) => args, compute);
}

/** As `memoize`, but only what `keysOf` answers decides whether to ask again. */
export function memoizeBy<A extends readonly unknown[], R>(
  keysOf: (...args: A) => readonly unknown[],
  compute: (...args: A) => R,
): (...args: A) => R {
  let last: { readonly keys: readonly unknown[]; readonly answer: R } | undefined;
  return (...args) => {
    const keys = keysOf(...args);
    if (last?.keys.every((key, i) => Object.is(key, keys[i]))) return last.answer;
    last = { keys, answer: compute(...args) };
    return last.answer;
  };
}
