import type { Expression, Module } from '../../src/lang/module.ts';
import type { Location } from '../../src/model/location.ts';
import { type Part, partsOf } from '../../src/resolve/parts.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { CallArguments, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argument, entryOf, options, textOf } from '../_shared/code/records.ts';
import { guardingCalls, hostDefaults, listeners, transports } from './web.ts';

/** How the servers of one package are offered over HTTP, as far as its code tells. */
export interface Endpoint {
  /** Address for everybody that it listens on, and where. */
  readonly bind?: { readonly host: string; readonly at: Location };
  /** It asks callers who they are. */
  readonly auth: boolean;
  /** A transport for browsers to reach, with nothing that looks at Host or Origin. */
  readonly unchecked?: Location;
}

/** What the code of each package says of HTTP, by folder of the package. Tests and examples do not count. */
export function endpoints(project: Project): ReadonlyMap<string, Endpoint> {
  const made = project.calls(transports).filter(value => !isAside(value.at.file));
  const groups = new Map<string, InstanceValue[]>();
  for (const value of made) {
    const dir = packageDir(project, value.at.file);
    const group = groups.get(dir);
    if (group) group.push(value);
    else groups.set(dir, [value]);
  }
  return new Map([...groups].map(([dir, group]) => [dir, endpoint(project, dir, group)]));
}

/** Without a manifest the files of one folder belong together. */
export function packageDir(project: Project, file: string): string {
  return project.packageOf(file)?.dir ?? `${file.slice(0, Math.max(0, file.lastIndexOf('/')))}/`;
}

function endpoint(project: Project, dir: string, made: readonly InstanceValue[]): Endpoint {
  const modules = [...project.modules.values()].filter(
    module => packageDir(project, module.path) === dir && !isAside(module.path),
  );
  const homes = new Set(made.map(value => value.at.file));
  const near = new Set(modules.filter(module => isNear(module, homes)).map(({ path }) => path));
  const listens = project.calls(listeners).filter(call => near.has(call.at.file));
  const bind = listens.flatMap(call => openTo(call) ?? [])[0] ?? declaredDefault(project, near);
  const read = new Set(modules.flatMap(module => [...headersRead(module)]));
  const guards = project.calls(guardingCalls).filter(call => packageDir(project, call.at.file) === dir);
  const auth = read.has('authorization') || guards.some(call => /auth|jwt|passport/i.test(call.symbol));
  const checked = guards.length > 0 || made.some(isChecked) || read.has('origin') || read.has('host');
  const [first] = made;
  const isLocal = listens.length > 0;
  return {
    ...(bind && { bind }),
    auth,
    ...(first && isLocal && !auth && !checked && { unchecked: first.at }),
  };
}

/** The file makes a transport, or imports one that does. */
function isNear(module: Module, homes: ReadonlySet<string>): boolean {
  if (homes.has(module.path)) return true;
  const stems = new Set([...homes].map(path => stemOf(path)));
  return module.imports.some(item => stems.has(stemOf(item.module)));
}

/** Last name of a path or of a dotted module, without its ending. */
function stemOf(path: string): string {
  const last =
    path
      .replace(/\.(?:[cm]?[jt]sx?|py)$/, '')
      .split('/')
      .at(-1) ?? path;
  return last.split('.').at(-1) ?? last;
}

/** The address of everybody that a call of `listen`, `serve` or `run` names, or takes when none is named. */
function openTo(call: InstanceValue): Endpoint['bind'] {
  const given = hostOf(call.args);
  if (given !== undefined) {
    const host = options(given)
      .map(option => textOf(option))
      .find(text => text !== undefined && isEverybody(text));
    return host === undefined ? undefined : { host, at: call.at };
  }
  const isSilent = hostDefaults.some(name => call.symbol.endsWith(name) && isKnown(call.args));
  return isSilent ? { host: 'all addresses', at: call.at } : undefined;
}

const isEverybody = (host: string): boolean => host === '0.0.0.0' || host === '::' || host === '[::]';

/** `listen(port, host)`, `listen({port, host})`, `serve({hostname})`, `run(app, host=...)`. */
function hostOf(args: CallArguments): Value | undefined {
  const named = argument(args, 'host') ?? argument(args, 'hostname');
  if (named) return named;
  for (const value of args.positional) {
    const entry = entryOf(value, 'host') ?? entryOf(value, 'hostname');
    if (entry) return entry;
  }
  const second = args.positional[1];
  return second && !options(second).some(isCallback) ? second : undefined;
}

const isCallback = (value: Value): boolean => value.kind === 'function' || value.kind === 'record';

/** A port is given, and not the one that asks the system for any: those serve one answer to a browser. */
function isKnown(args: CallArguments): boolean {
  const [port] = args.positional;
  if (!port || args.rest !== undefined) return false;
  return !options(port).some(
    option => option.kind === 'literal' && (option.value === 0 || isPath(option.value)),
  );
}

const isPath = (value: unknown): boolean => typeof value === 'string' && value.includes('/');

/** `--host` of the command line with everybody as its default. */
function declaredDefault(project: Project, near: ReadonlySet<string>): Endpoint['bind'] {
  for (const path of near) {
    for (const part of partsOf(project.modules.get(path)?.body ?? [])) {
      if (part.kind !== 'call') continue;
      const call = part as unknown as Expression & { readonly kind: 'call' };
      const texts = call.args.map(item => (item.value.kind === 'literal' ? String(item.value.value) : ''));
      const host = texts[call.args.findIndex(item => item.name === 'default')];
      if (host !== undefined && isEverybody(host) && texts.some(text => /^--(?:host|bind)$/.test(text)))
        return { host, at: { file: path, line: part.at[0] } };
    }
  }
  return undefined;
}

function isChecked({ args, symbol }: InstanceValue): boolean {
  if (args.rest !== undefined) return true;
  if (argument(args, 'security_settings') ?? argument(args, 'transport_security')) return true;
  // Behind the endpoint and, in TypeScript, the response; the others take nothing else.
  const place = symbol.endsWith('#SSEServerTransport') ? 2 : symbol.endsWith('.SseServerTransport') ? 1 : 0;
  const given = symbol.includes('_manager.') ? undefined : args.positional[place];
  return options(given).some(hasCheck);
}

/** Options that were given; an object that is not known may hold them. */
function hasCheck(value: Value): boolean {
  if (value.kind === 'unknown') return true;
  if (value.kind !== 'record') return false;
  if (value.open !== undefined) return true;
  return value.entries.some(({ key, value: given }) => {
    const isOff = given.kind === 'literal' && given.value === false;
    return !isOff && /^(?:enableDnsRebindingProtection|allowedHosts|allowedOrigins)$/.test(key);
  });
}

const headers = ['authorization', 'origin', 'host'];

/** Those of the headers that tell who calls which the code reads of a request, in any spelling. */
function headersRead(module: Module): ReadonlySet<string> {
  const anyCase = module.path.endsWith('.py');
  const written = new Set<unknown>();
  const found = new Set<string>();
  for (const part of partsOf(module.body)) {
    if (part.kind === 'assign') written.add(part.target);
    const name = written.has(part) ? undefined : headerOf(part, anyCase);
    if (name !== undefined && headers.includes(name)) found.add(name);
  }
  return found;
}

/** `headers.origin`, `headers['origin']`, `headers.get('Origin')`. */
function headerOf(part: Part, anyCase: boolean): string | undefined {
  if (part.kind === 'member') {
    const { property, object } = part as unknown as Expression & { readonly kind: 'member' };
    return isHeaders(object) ? property : undefined;
  }
  if (part.kind === 'subscript') {
    const { index, object } = part as unknown as Expression & { readonly kind: 'subscript' };
    // Node gives what came in lower case; in capitals it is what goes out.
    return isHeaders(object) ? wordOf(index, anyCase) : undefined;
  }
  if (part.kind !== 'call') return undefined;
  const { callee, args } = part as unknown as Expression & { readonly kind: 'call' };
  return /^(?:get|header|headers)$/.test(lastName(callee)) ? wordOf(args[0]?.value, true) : undefined;
}

const isHeaders = (value: Expression): boolean => /headers?$/i.test(lastName(value));

function wordOf(value: Expression | undefined, anyCase: boolean): string | undefined {
  if (value?.kind !== 'literal' || typeof value.value !== 'string') return undefined;
  return anyCase ? value.value.toLowerCase() : value.value;
}

function lastName(value: Expression): string {
  if (value.kind === 'name') return value.name;
  if (value.kind === 'member') return value.property;
  if (value.kind === 'call') return lastName(value.callee);
  return '';
}

function isAside(file: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|examples?|fixtures|benchmarks?)\//.test(file);
}
