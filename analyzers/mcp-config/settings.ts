import type { Settings } from '../../src/model/fact.ts';
import type { Json } from '../../src/model/graph.ts';
import { visibleText, visibleValue } from './redact.ts';

type Named = { readonly [name: string]: string };

/**
 * What the catalog may look at to narrow a server: flags by their spelling (`--read-only`), positional arguments under
 * `args`, environment variables and headers by name, query parameters of the address by name. Secrets are redacted.
 */
export function settingsOf(
  args: readonly string[],
  env: Named,
  headers: Named,
  url: string | undefined,
): Settings {
  const settings: { [name: string]: Json } = {};
  const positional: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    const inline = /^(--?[\w.-]{1,80})=([\s\S]*)$/.exec(word);
    if (inline?.[1]) add(settings, inline[1], visibleValue(inline[1], inline[2] ?? ''));
    else if (/^--?[A-Za-z][\w.-]{0,80}$/.test(word)) {
      const next = args[i + 1];
      if (next === undefined || next.startsWith('-')) add(settings, word, true);
      else {
        add(settings, word, visibleValue(word, next));
        i++;
      }
    } else positional.push(visibleText(word));
  }
  if (positional.length > 0) settings.args = positional;
  for (const [name, value] of Object.entries(env)) settings[name] = visibleValue(name, value);
  for (const [name, value] of Object.entries(headers)) settings[name] = visibleValue(name, value);
  for (const [name, value] of query(url)) settings[name] = visibleValue(name, value);
  return settings;
}

/** A repeated flag collects its values. */
function add(settings: { [name: string]: Json }, name: string, value: string | boolean): void {
  const before = settings[name];
  if (before === undefined || before === true) settings[name] = value;
  else if (typeof value === 'string') settings[name] = `${String(before)},${value}`;
}

function query(url: string | undefined): readonly (readonly [string, string])[] {
  const at = url?.indexOf('?') ?? -1;
  if (url === undefined || at < 0) return [];
  return [...new URLSearchParams(url.slice(at + 1, at + 2000))];
}
