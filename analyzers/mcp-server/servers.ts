import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { argument, entryOf, options, textOf, wordsOf } from '../_shared/code/records.ts';
import { type Endpoint, endpoints, packageDir } from './endpoints.ts';
import { derivedServers, everyServer, handlerFactories } from './symbols.ts';

/** One server that is made in the code. */
export interface ServerSite {
  readonly ref: string;
  /** Refs of all objects that this stands for: a factory makes one per caller, all the same to a client. */
  readonly refs: ReadonlySet<string>;
  readonly value: InstanceValue;
  /** As declared; absent when the code does not tell. */
  readonly name?: string;
  readonly version?: string;
  /** Text it gives every model that connects. */
  readonly instructions?: string;
  readonly at: Location;
  /** Address it listens on for everybody. */
  readonly bind?: string;
  /** It asks callers who they are. */
  readonly auth?: boolean;
  /** False when the check of Host and Origin is switched off. */
  readonly hostCheck?: boolean;
  /** A transport over HTTP in whose program nothing looks at Host, Origin or the caller. */
  readonly unchecked?: Location;
  /** Why its tools are not in the code. */
  readonly derived?: string;
}

/** Every place a server is made, in order of files and lines. */
export function serverSites(project: Project): readonly ServerSite[] {
  const made = [...project.calls([...everyServer, ...handlerFactories]), ...project.calls(derivedServers)];
  const places = new Map<string, { site: ServerSite; refs: Set<string> }>();
  const web = endpoints(project);
  for (const value of made) {
    if (isParameter(value)) continue;
    const refs = new Set([project.ref(value)]);
    const found = offeredOver(web.get(packageDir(project, value.at.file)), site(project, value, refs));
    const key = `${value.at.file}:${value.at.line}:${value.at.column ?? 0}\0${found.name ?? ''}`;
    const known = places.get(key);
    if (known) known.refs.add(found.ref);
    else places.set(key, { site: found, refs });
  }
  return [...places.values()].map(({ site }) => site);
}

/** A server together with how its package offers servers over HTTP. */
function offeredOver(endpoint: Endpoint | undefined, own: ServerSite): ServerSite {
  if (!endpoint) return own;
  const bind = own.bind ?? endpoint.bind?.host;
  const auth = own.auth === true || endpoint.auth;
  // Who listens on every address without saying so mostly stands behind something that asks for a token.
  const isMeant = bind !== undefined && (own.bind !== undefined || !auth);
  return {
    ...own,
    ...(isMeant && { bind, auth }),
    ...(endpoint.unchecked && own.auth !== true && { unchecked: endpoint.unchecked }),
  };
}

/** Only known as some object of the class: nothing was made here. */
export function isParameter(value: InstanceValue): boolean {
  return value.args.rest?.startsWith('parameter ') === true || value.args.rest === 'constructed elsewhere';
}

function site(project: Project, value: InstanceValue, refs: ReadonlySet<string>): ServerSite {
  const ref = project.ref(value);
  const info = infoOf(value);
  const name = textOf(entryOf(info, 'name')) ?? textOf(argument(value.args, 'name')) ?? textOf(info);
  const version = textOf(entryOf(info, 'version')) ?? textOf(argument(value.args, 'version'));
  const instructions = wordsOf(
    entryOf(value.args.positional[1], 'instructions') ??
      entryOf(info, 'instructions') ??
      argument(value.args, 'instructions'),
  );
  const derived = /\.(from_openapi|from_fastapi|as_proxy|from_client)$/.exec(value.symbol)?.[1];
  return {
    ref,
    refs,
    value,
    ...(name && { name }),
    ...(version && { version }),
    ...(instructions && { instructions }),
    at: value.at,
    ...exposure(project, value),
    ...(derived && { derived }),
  };
}

/** `host="0.0.0.0"` of the constructor or of `run`, authentication, and the SDK's check against rebinding. */
function exposure(project: Project, value: InstanceValue): Pick<ServerSite, 'bind' | 'auth' | 'hostCheck'> {
  const runs = project
    .uses(value)
    .flatMap(use => (use.kind === 'call' && /^run/.test(use.method) ? [use.args] : []));
  const given = [value.args, ...runs];
  const bind = given
    .map(args => textOf(argument(args, 'host')))
    .find(host => host === '0.0.0.0' || host === '::');
  const auth = ['auth', 'token_verifier', 'auth_server_provider', 'auth_provider'].some(name =>
    argument(value.args, name),
  );
  const security = options(argument(value.args, 'transport_security')).find(
    option => option.kind === 'instance',
  );
  const check =
    security?.kind === 'instance' ? argument(security.args, 'enable_dns_rebinding_protection') : undefined;
  // The SDK and fastmcp check by themselves on loopback addresses, unless they are told not to.
  const checks = [check, ...given.map(args => argument(args, 'host_origin_protection'))];
  const off = checks.some(value => value?.kind === 'literal' && value.value === false);
  return { ...(bind && { bind }), ...(auth && { auth }), ...(off && { hostCheck: false }) };
}

/** `{name, version}` of the TypeScript SDKs; the first argument elsewhere. */
function infoOf(value: InstanceValue): Value | undefined {
  if (!/createMcpHandler|#default$/.test(value.symbol)) return value.args.positional[0];
  return entryOf(value.args.positional[1], 'serverInfo');
}

/** The objects behind a receiver that can be servers. */
export function serverObjects(receiver: Value | undefined): readonly InstanceValue[] {
  return options(receiver).flatMap(option => (option.kind === 'instance' ? [option] : []));
}
