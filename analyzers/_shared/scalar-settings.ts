import type { Settings } from '../../src/model/fact.ts';
import type { Json } from '../../src/model/graph.ts';

/** Settings a catalog row may look at are short; longer texts are prompts and code. In characters. */
const maxText = 300;
const secret = /(key|token|secret|password|credential|authorization)s?$/i;

/**
 * The switches among a component's inputs: booleans, numbers, short texts and lists of texts (also written as JSON
 * text). Secrets, long texts, empty values and references to other nodes are left out.
 */
export function scalarSettings(inputs: Readonly<Record<string, unknown>>): Settings {
  const kept: [string, Json][] = [];
  for (const [name, value] of Object.entries(inputs)) {
    const setting = secret.test(name) ? undefined : toSetting(value);
    if (setting !== undefined) kept.push([name, setting]);
  }
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 60));
}

function toSetting(value: unknown): Json | undefined {
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.length > 0 && value.every(isShort) ? value : undefined;
  if (!isShort(value)) return undefined;
  return value.startsWith('[') ? (fromJsonText(value) ?? value) : value;
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= maxText && !value.startsWith('{{');
}

function fromJsonText(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(item => typeof item === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}
