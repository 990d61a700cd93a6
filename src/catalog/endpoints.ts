import { type EndpointLine, endpointVendors } from './data/endpoints.ts';

/** What a request to a public service does. */
export interface Endpoint {
  readonly capabilities: readonly string[];
  readonly title: string;
  readonly reference: string;
}

interface Row extends Endpoint {
  readonly verb: EndpointLine[0];
  readonly path: readonly string[];
}

/**
 * Finds what a request to `address` does. `address` is `host/path` with `*` for every part that is not written in the
 * code; `write` says that the method may change something.
 */
export function indexEndpoints(): (address: string, write: boolean) => Endpoint | undefined {
  const byHost = new Map<string, Row[]>();
  for (const { title, reference, rows } of endpointVendors) {
    for (const [verb, text, capabilities] of rows) {
      const [host = '', ...path] = text.split('/');
      byHost.set(host, [...(byHost.get(host) ?? []), { verb, path, title, reference, capabilities }]);
    }
  }
  return (address, write) => {
    const [authority = '', ...path] = address
      .slice(0, 500)
      .replace(/[?#].*$/, '')
      .split('/');
    const host = authority.toLowerCase().replace(/:\d+$/, '');
    const parent = `*.${host.split('.').slice(1).join('.')}`;
    const rows = [...(byHost.get(host) ?? []), ...(byHost.get(parent) ?? [])];
    return rows.find(
      row => (row.verb === 'any' || (row.verb === 'write') === write) && matches(row.path, path),
    );
  };
}

/** Segments of a row against segments of an address; an open segment of the address fits anything. */
function matches(wanted: readonly string[], given: readonly string[]): boolean {
  const path = given.filter(part => part !== '');
  const open = wanted.at(-1) === '**';
  const fixed = open ? wanted.slice(0, -1) : wanted;
  if (path.length < fixed.length || (!open && path.length > fixed.length)) return false;
  return fixed.every((part, i) => fits(part, path[i] ?? ''));
}

function fits(wanted: string, given: string): boolean {
  if (wanted === '*' || given === '*' || wanted === given) return true;
  return wanted.endsWith('*') && given.startsWith(wanted.slice(0, -1));
}
