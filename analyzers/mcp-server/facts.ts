import type { Fact, NodeFact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import { clip, gap, gateBarrier, relate } from '../_shared/facts.ts';
import { isAside } from './homes.ts';
import type { Offer, Unread } from './offer.ts';
import type { ServerSite } from './servers.ts';

const framework = 'mcp-server';

/** A server with everything it offers, ready to become facts. */
export interface Server {
  readonly site: ServerSite;
  readonly name: string;
  readonly packageKey?: string;
  readonly offers: readonly { readonly offer: Offer; readonly name: string }[];
  readonly unread: readonly Unread[];
}

/** Registry key and name: only for the one server that a package is about. */
export function packageKeyOf(
  project: Project,
  site: ServerSite,
  all: readonly ServerSite[],
): string | undefined {
  const own = project.packageOf(site.at.file);
  if (!own?.name || isAside(site.at.file)) return undefined;
  const others = all.filter(
    other =>
      other.ref !== site.ref &&
      !isAside(other.at.file) &&
      project.packageOf(other.at.file)?.dir === own.dir &&
      other.name !== site.name,
  );
  return others.length > 0 ? undefined : `${own.ecosystem}:${own.name}`;
}

/** Declared name, package name, variable, file. */
export function serverName(project: Project, site: ServerSite): string {
  return (
    site.name ??
    project.packageOf(site.at.file)?.name ??
    site.value.holder ??
    site.at.file.split('/').at(-1) ??
    'server'
  );
}

/** Facts of one server. */
export function* serverFacts(server: Server): Iterable<Fact> {
  const { site, name, packageKey, offers, unread } = server;
  yield {
    fact: 'node',
    ref: site.ref,
    kind: 'mcp-server',
    name,
    framework,
    at: site.at,
    ...(packageKey && { package: packageKey }),
    properties: {
      language: site.at.file.endsWith('.py') ? 'python' : 'typescript',
      ...(site.version && { version: site.version }),
      ...(site.bind && { bind: site.bind, auth: site.auth === true }),
      ...(site.hostCheck === false && { hostCheck: false }),
      ...(site.unchecked && { unchecked: { ...site.unchecked } }),
      ...(site.instructions && { instructions: clip(site.instructions, 20_000) }),
    },
  };
  for (const item of offers) yield* offerFacts(server, item.offer, item.name);
  if (site.derived)
    yield gap(
      'runtime-only',
      site.at,
      `The tools of '${name}' come from ${site.derived} when the program runs.`,
      [site.ref],
    );
  for (const item of unread) yield gap(item.reason, item.at, item.detail, [site.ref]);
  if (site.derived || unread.some(item => item.kind === 'tool')) yield* unknownTools(server);
}

function* unknownTools({ site, name }: Server): Iterable<Fact> {
  const ref = `${site.ref}#*`;
  yield {
    fact: 'node',
    ref,
    kind: 'unknown',
    name: `(tools of ${name})`,
    framework,
    at: site.at,
    properties: { server: name },
  };
  yield relate('provides', site.ref, ref, site.at);
}

const kinds = { tool: 'tool', resource: 'store', prompt: 'instruction' } as const;

function* offerFacts({ site, name: server, packageKey }: Server, offer: Offer, name: string): Iterable<Fact> {
  const ref = `${site.ref}#${offer.kind === 'tool' ? '' : `${offer.kind}:`}${name}`;
  const node: NodeFact = {
    fact: 'node',
    ref,
    kind: kinds[offer.kind],
    name,
    framework,
    at: offer.at,
    ...described(offer.description),
    ...(packageKey && { package: packageKey }),
    ...(offer.handler && { handler: offer.handler }),
    ...(offer.kind === 'tool' && { parameters: offer.parameters }),
    ...(offer.annotations && { annotations: offer.annotations }),
    properties: {
      server,
      ...(offer.kind === 'resource' && { role: 'resource', access: 'read' }),
      ...(offer.hiddenBy !== undefined && { hiddenBy: offer.hiddenBy }),
    },
  };
  yield node;
  yield relate('provides', site.ref, ref, offer.at);
  if (!offer.asks || offer.kind !== 'tool') return;
  const { mechanism, showsArguments, at } = offer.asks;
  const credit = showsArguments ? 0.6 : 0.3;
  yield {
    fact: 'gate',
    ref: `${ref}#${mechanism}`,
    name: `${name} asks the user`,
    framework,
    at,
    scope: site.ref,
    guards: [name],
    barrier: gateBarrier(
      mechanism,
      credit,
      showsArguments
        ? `The handler of '${name}' asks the user and shows what it is about to do.`
        : `The handler of '${name}' asks the user without showing its arguments.`,
      at,
    ),
  };
}

/** The whole text, since what a model reads may hide at its end. */
function described(text: string | undefined): Pick<NodeFact, 'description'> {
  const trimmed = text?.trim();
  return trimmed ? { description: clip(trimmed, 20_000) } : {};
}
