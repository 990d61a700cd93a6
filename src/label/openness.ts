import type { Check, ReachedArgument, ReachedCall } from '../behavior/types.ts';
import type { ArgumentRole, Catalog } from '../catalog/types.ts';
import type { Destination, Payload } from '../model/vocabulary.ts';

/** Who decides where a call goes, with what a reviewer should know about it. */
export interface Openness {
  readonly destination: Destination;
  /** Of an HTTP call: the host where it is fixed; `own` for a configured one. */
  readonly host?: string;
  readonly own?: boolean;
  readonly notes: readonly string[];
  /** False when an argument that decides could not be followed. */
  readonly known: boolean;
}

const order: readonly Destination[] = [
  'model-chosen',
  'allow-listed',
  'own-organisation',
  'bound',
  'constant',
];

/** Judges the arguments that decide; undefined when the call shows none of them. */
export function opennessOf(
  call: ReachedCall,
  roles: readonly ArgumentRole[],
  catalog: Catalog,
): Openness | undefined {
  const deciding = call.arguments.filter(
    argument => roles.includes(argument.role) && !(argument.kind === 'constant' && argument.text === ''),
  );
  if (deciding.length === 0) return undefined;
  const judged = deciding.map(argument => judge(argument, call.checks, catalog));
  const widest = order.find(word => judged.some(one => one.destination === word)) ?? 'constant';
  const fixed = deciding.find(argument => argument.host !== undefined && !isInside(argument.host));
  const inside = deciding.some(argument => argument.host !== undefined && isInside(argument.host));
  const configured = deciding.some(argument => argument.base === 'config' || argument.kind === 'config');
  return {
    destination: widest,
    notes: [...new Set(judged.flatMap(one => one.notes))],
    known: judged.every(one => one.known),
    ...(fixed?.host && widest !== 'model-chosen' && { host: fixed.host }),
    ...(!fixed && (configured || inside) && widest !== 'model-chosen' && { own: true }),
  };
}

/** A request to a server that the code or the configuration fixes. */
export function isFixed(open: Openness): boolean {
  if (open.destination === 'model-chosen' || open.destination === 'allow-listed') return false;
  return open.host !== undefined || open.own === true || open.destination === 'constant';
}

/** A host that only the own machine or network knows. */
function isInside(host: string): boolean {
  return (
    !host.includes('.') ||
    /\.(?:local|internal|lan|localhost|svc|cluster\.local|test|home\.arpa)$/.test(host) ||
    /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0)/.test(host)
  );
}

function judge(argument: ReachedArgument, checks: readonly Check[], catalog: Catalog): Openness {
  const plain = (destination: Destination, ...notes: readonly string[]): Openness => ({
    destination,
    notes,
    known: argument.kind !== 'unknown',
  });
  switch (argument.kind) {
    case 'constant':
    case 'config':
      return plain('constant');
    case 'typed':
      return plain('bound');
    case 'looked-up':
      return plain('bound');
    case 'part':
      if (argument.inFolder && argument.role === 'path') return plain('allow-listed');
      if (argument.base !== undefined && (argument.role === 'url' || argument.role === 'host'))
        return plain('constant');
      return argument.role === 'recipient' ? plain('own-organisation') : checked(argument, checks, catalog);
    case 'unknown':
      // Nothing of the model was seen to go in, but not everything could be followed.
      if (argument.parameters.length === 0 && argument.role === 'path')
        return { ...plain('bound'), known: true };
      return checked(argument, checks, catalog);
    default:
      return checked(argument, checks, catalog);
  }
}

/** A model-chosen argument under the checks that speak about all of its parameters. */
function checked(argument: ReachedArgument, checks: readonly Check[], catalog: Catalog): Openness {
  const about = checks.filter(
    check =>
      argument.parameters.length > 0 && argument.parameters.every(name => check.parameters.includes(name)),
  );
  const strong = about.find(
    check => !check.weak && (check.kind === 'allow-list' || check.kind === 'domain' || check.kind === 'path'),
  );
  if (!strong) return { destination: 'model-chosen', notes: [], known: argument.kind !== 'unknown' };
  const open = (strong.values ?? []).flatMap(value => catalog.isMultiTenant(hostOf(value)) ?? []);
  const [row] = open;
  if (row)
    return {
      destination: 'model-chosen',
      known: true,
      notes: [`the list holds ${row.suffix}, where anyone can have a place (${row.category})`],
    };
  return { destination: 'allow-listed', notes: [], known: true };
}

function hostOf(value: string): string {
  return value
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/^\*?\./, '');
}

/**
 * A file of the program's own: its folder and its ending are the program's, only its name is chosen. What lies in such
 * a folder is what the program put there.
 */
export function isOwnRecord(call: ReachedCall): boolean {
  const paths = call.arguments.filter(argument => argument.role === 'path');
  return (
    paths.length > 0 &&
    paths.every(
      argument => argument.kind === 'part' && argument.ending !== undefined && argument.base !== undefined,
    )
  );
}

const textRoles: readonly ArgumentRole[] = [
  'body',
  'query',
  'headers',
  'name',
  'id',
  'sql',
  'code',
  'command',
  'amount',
];

/** What a call can carry out, from the kinds of values in its arguments. */
export function payloadOf(call: ReachedCall, isTyped: (parameter: string) => boolean): Payload {
  const carries = (argument: ReachedArgument): boolean =>
    argument.kind === 'unknown' ||
    argument.kind === 'looked-up' ||
    ((argument.kind === 'model' || argument.kind === 'part') && !argument.parameters.every(isTyped));
  if (
    call.arguments.some(
      argument => textRoles.includes(argument.role) && argument.role !== 'name' && carries(argument),
    )
  )
    return 'free-text';
  const targets = call.arguments.filter(argument => !textRoles.includes(argument.role));
  if (targets.some(argument => (argument.role === 'url' || argument.role === 'host') && carries(argument)))
    return 'url';
  if (targets.some(carries)) return 'typed';
  return call.arguments.some(
    argument => argument.kind === 'typed' || argument.kind === 'model' || argument.kind === 'part',
  )
    ? 'typed'
    : 'none';
}
