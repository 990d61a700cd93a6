import { readEdit, writeEdit } from './edit.ts';
import { type FilterName, filterNames, groupings, initialState, type State, views } from './state.ts';

/** The state as the part of the address after `#`. What is as at the start is left out. */
export function writeHash(state: State): string {
  const pairs: (readonly [string, string])[] = [];
  const add = (key: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') pairs.push([key, value]);
  };
  add('chain', state.chain);
  if (state.chain !== undefined && state.step !== undefined) add('step', String(state.step + 1));
  add('node', state.node);
  add('edge', state.edge);
  if (state.view !== initialState.view) add('view', state.view);
  add('q', state.query);
  for (const name of filterNames) for (const word of state.filters[name]) add(name, word);
  if (state.group !== initialState.group) add('group', state.group);
  for (const id of state.opened) add('open', id);
  add('focus', state.focus);
  for (const end of state.path ?? []) add('path', end);
  for (const edit of state.edits) add('edit', writeEdit(edit));
  return pairs.map(([key, value]) => `${key}=${readable(value)}`).join('&');
}

/** Reads the part after `#`; what it does not understand is as at the start. Never throws. */
export function readHash(hash: string): State {
  const values = new Map<string, string[]>();
  for (const pair of hash.replace(/^#/, '').split('&').slice(0, 500)) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const key = pair.slice(0, at);
    values.set(key, [...(values.get(key) ?? []), decode(pair.slice(at + 1))]);
  }
  const all = (key: string): readonly string[] => values.get(key) ?? [];
  const one = (key: string): string | undefined => all(key)[0] || undefined;
  const chain = one('chain');
  const step = Number.parseInt(one('step') ?? '', 10);
  const [node, edge, focus] = [one('node'), one('edge'), one('focus')];
  const [from, to] = all('path');
  const words = (name: FilterName): readonly string[] => [...new Set(all(name))].sort();
  return {
    view: views.find(word => word === one('view')) ?? initialState.view,
    ...(chain && { chain }),
    ...(chain && step >= 1 && { step: step - 1 }),
    ...(!chain && node && { node }),
    ...(!chain && !node && edge && { edge }),
    query: one('q') ?? '',
    filters: {
      label: words('label'),
      kind: words('kind'),
      severity: words('severity'),
      status: words('status'),
      framework: words('framework'),
      file: words('file'),
    },
    group: groupings.find(word => word === one('group')) ?? initialState.group,
    opened: all('open'),
    ...(focus && { focus }),
    ...(from && to && { path: [from, to] as const }),
    edits: all('edit').flatMap(line => readEdit(line) ?? []),
  };
}

/** Percent-encodes only what would break the address, so that links stay readable. */
function readable(value: string): string {
  return encodeURIComponent(wellFormed(value)).replace(/%(3A|2F|40|2C|21|24)/g, code =>
    decodeURIComponent(code),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Lone surrogates cannot be encoded. */
function wellFormed(value: string): string {
  return value.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
