import type { Fact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';

/** Code-unit order of strings. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** JSON with sorted keys: equal facts give equal text whatever the order their fields were written in. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, field]) => `${JSON.stringify(key)}:${stableJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** Facts by place, then by content: the order in which files were analysed leaves no trace. */
export function inOrder<F extends Fact>(facts: readonly F[]): readonly F[] {
  return facts
    .map(fact => ({ fact, text: stableJson(fact) }))
    .sort((a, b) => compareLocations(a.fact.at, b.fact.at) || compareText(a.text, b.text))
    .filter((item, index, all) => item.text !== all[index - 1]?.text)
    .map(item => item.fact);
}
