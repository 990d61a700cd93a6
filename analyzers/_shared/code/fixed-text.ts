import type { InstanceValue, Value } from '../../../src/resolve/value.ts';

/** The run is given the same words whoever asks. */
export function isToldFixedText({ args }: InstanceValue): boolean {
  const given = [...args.positional, ...args.named.map(({ value }) => value)];
  return args.rest === undefined && given.length > 0 && given.every(value => isFixedText(value));
}

/** Words, lists and records that are written in the code as a whole. */
export function isFixedText(value: Value, depth = 0): boolean {
  if (depth > 6) return false;
  switch (value.kind) {
    case 'literal':
      return true;
    case 'list':
      return value.open === undefined && value.items.every(item => isFixedText(item.value, depth + 1));
    case 'record':
      return value.open === undefined && value.entries.every(entry => isFixedText(entry.value, depth + 1));
    default:
      return false;
  }
}
