import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { Analyzer } from '../_shared/analyzer.ts';
import { distinct } from '../_shared/facts.ts';
import { classTools, decorated } from './decorated.ts';
import { packageKeyOf, type Server, serverFacts, serverName } from './facts.ts';
import { homesOf } from './homes.ts';
import { listed } from './low-level.ts';
import { mounts, placesOf } from './mounts.ts';
import type { Offer, Unread } from './offer.ts';
import { registered } from './register.ts';
import { type ServerSite, serverSites } from './servers.ts';
import { handlerFactories, imports, packages, tellingMethods } from './symbols.ts';
import { wrapped } from './wrapping.ts';

function code(project: Project): readonly Fact[] {
  const found = [
    registered(project),
    decorated(project),
    wrapped(project),
    classTools(project),
    listed(project),
  ];
  const offers = found.flatMap(item => item.offers);
  const unread = found.flatMap(item => item.unread);
  const made = serverSites(project);
  const sites = [...made, ...strayServers(project, made, offers)];
  const mounted = mounts(project, sites);
  const placed = new Map<string, { offers: { offer: Offer; name: string }[]; unread: Unread[] }>(
    sites.map(site => [site.ref, { offers: [], unread: [] }]),
  );
  for (const offer of offers) {
    for (const home of homesOf(project, sites, offer.receiver, offer.at.file)) {
      for (const place of placesOf(home.ref, mounted)) {
        const name = place.prefix && offer.kind === 'tool' ? `${place.prefix}_${offer.name}` : offer.name;
        placed.get(place.ref)?.offers.push({ offer, name });
      }
    }
  }
  for (const item of unread) {
    for (const home of homesOf(project, sites, item.receiver, item.at.file)) {
      for (const place of placesOf(home.ref, mounted)) placed.get(place.ref)?.unread.push(item);
    }
  }
  const parts = new Set(mounted.map(mount => mount.child));
  const servers = sites
    .filter(site => !parts.has(site.ref))
    .filter(site => !isEmptyFactory(site, placed.get(site.ref)?.offers.length ?? 0));
  return distinct(
    servers.flatMap(site => {
      const packageKey = packageKeyOf(project, site, servers);
      const server: Server = {
        site,
        name: serverName(project, site),
        ...(packageKey && { packageKey }),
        offers: placed.get(site.ref)?.offers ?? [],
        unread: placed.get(site.ref)?.unread ?? [],
      };
      return [...serverFacts(server)];
    }),
  );
}

/** `createMcpHandler(() => createServer())` only serves a server that is made elsewhere. */
function isEmptyFactory(site: ServerSite, count: number): boolean {
  return count === 0 && handlerFactories.includes(site.value.symbol);
}

/** Tools that are registered where no server is made nearby still belong to one: the package stands for it. */
function strayServers(
  project: Project,
  sites: readonly ServerSite[],
  offers: readonly Offer[],
): readonly ServerSite[] {
  const out = new Map<string, ServerSite>();
  for (const offer of offers) {
    if (homesOf(project, sites, offer.receiver, offer.at.file).length > 0) continue;
    const dir = project.packageOf(offer.at.file)?.dir ?? folderOf(offer.at.file);
    const ref = `code:${dir || '.'}#mcp-server`;
    if (out.has(ref)) continue;
    const at = { file: offer.at.file, line: offer.at.line };
    const value = {
      kind: 'instance',
      id: ref,
      symbol: 'unknown',
      args: { positional: [], named: [] },
      at,
    } as const;
    out.set(ref, { ref, refs: new Set([ref]), value, at });
  }
  return [...out.values()];
}

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}

/** Servers in code: what they offer, what does the work, and which package they are. */
export const analyzer: Analyzer = {
  id: 'mcp-server',
  title: 'MCP servers in code',
  reads: [
    'TypeScript SDK 1 and 2: McpServer.tool, registerTool, registerToolTask, registerResource, registerPrompt, registerAppTool',
    'low-level Server: setRequestHandler for listings and calls, with the arm of switch, if or table that answers a tool',
    'Python SDK: FastMCP and MCPServer decorators, add_tool, tool()(fn), mount, import_server; Server.list_tools and call_tool',
    'fastmcp (both languages), mcp-handler, McpAgent classes, mcp-framework classes, mcp-nest decorators',
    'names, descriptions, schemas (zod, JSON schema, signatures, pydantic), annotations, handlers, questions to the user',
  ],
  notRead: [
    'tools made from an OpenAPI document, a web application or another server (a gap says so)',
    'servers in Go, Rust, C#, Java, Kotlin, Swift',
  ],
  packages,
  imports,
  conventions: { telling: tellingMethods },
  code,
};
