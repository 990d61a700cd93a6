import type { Module } from '../../src/lang/module.ts';
import { createPythonParser } from '../../src/lang/python/index.ts';
import { lowerTypescript } from '../../src/lang/typescript/index.ts';

/** A value of the program model without source ranges, for comparing what two texts lower to. */
export function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'at')
      .map(([key, item]) => [key, shape(item)]),
  );
}

export const python = await createPythonParser();

export function lowerPython(text: string): Module {
  return python.lower('app.py', text);
}

export function lowerTs(text: string, path = 'app.tsx'): Module {
  return lowerTypescript(path, text);
}

/** Visits every range of a Module. */
export function ranges(value: unknown): (readonly number[])[] {
  if (Array.isArray(value)) return value.flatMap(ranges);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'at' ? [item as readonly number[]] : ranges(item),
  );
}
