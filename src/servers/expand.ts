import type { Catalog, ServerRow } from '../catalog/types.ts';
import type { Fact, GapFact, NodeFact, RelationFact } from '../model/fact.ts';
import type { Json } from '../model/graph.ts';
import type { PackageFacts } from '../model/project-facts.ts';
import { sourceServers, startedBy } from './join.ts';
import { adjusted, applies, narrow, shown } from './narrow.ts';
import { offeredFacts } from './offered.ts';
import { resembles } from './resembles.ts';
import { restrictionsOf } from './restrictions.ts';
import type { ToolDefinition, ToolView, ToolViews } from './view.ts';

/**
 * Gives every enabled MCP server its tools and returns all facts, old and new. A server that already provides tools
 * is left alone. Otherwise the first that applies: a view (live, saved listing, package), the server's source in the
 * scanned tree, its catalog row; else a gap `unknown-server` and one node of kind `unknown`. Settings of the client and
 * of the server (tool lists, toolsets, read-only flags) narrow the result. Facts of one ref are merged: `origins` are
 * joined. Pure.
 */
export function expandServers(
  facts: readonly Fact[],
  catalog: Catalog,
  views: ToolViews = new Map(),
  packages: readonly PackageFacts[] = [],
): readonly Fact[] {
  const merged = mergeOrigins(facts);
  const sources = sourceServers(merged);
  const done = new Set(sources.map(source => source.ref));
  const added: Fact[] = [];
  const joined = new Map<string, string>();
  for (const fact of merged) {
    if (fact.fact !== 'node' || fact.kind !== 'mcp-server' || done.has(fact.ref)) continue;
    done.add(fact.ref);
    if (fact.properties?.enabled === false) continue;
    added.push(...toolsOf(fact));
  }
  return [
    ...merged.map(fact =>
      fact.fact === 'node'
        ? withView(
            withResemblance(withRestrictions(withPackage(fact, joined.get(fact.ref)), catalog), catalog),
            views,
          )
        : fact,
    ),
    ...added,
  ];

  function toolsOf(server: NodeFact): readonly Fact[] {
    const row = rowOf(server, catalog);
    const view = viewOf(server, views);
    if (view) return viewTools(server, view, row);
    const started = startedBy(server, sources, packages);
    const [only] = started;
    if (only && started.length === 1 && !hasLists(server)) {
      // The linker makes one node of two servers with the same package.
      const key = joined.get(only.ref) ?? server.package ?? only.package;
      if (key !== undefined) joined.set(server.ref, key).set(only.ref, key);
      return [];
    }
    if (started.length > 0) {
      const names = new Map(merged.flatMap(fact => (fact.fact === 'node' ? [[fact.ref, fact.name]] : [])));
      return started
        .flatMap(source => source.tools)
        .filter(tool => shown(names.get(tool) ?? '', server.settings ?? {}))
        .map(tool => provides(server, tool));
    }
    return row ? catalogTools(server, row) : unknownTools(server);
  }
}

function hasLists(server: NodeFact): boolean {
  return server.settings?.tools !== undefined || server.settings?.excludeTools !== undefined;
}

function withPackage(node: NodeFact, key: string | undefined): NodeFact {
  return key === undefined || node.package === key ? node : { ...node, package: key };
}

function withRestrictions(node: NodeFact, catalog: Catalog): NodeFact {
  const row = node.kind === 'mcp-server' ? rowOf(node, catalog) : undefined;
  const restrictions = row ? restrictionsOf(node, row) : [];
  return restrictions.length > 0 ? { ...node, properties: { ...node.properties, restrictions } } : node;
}

/** Notes what a view shows of the server itself, its instructions included. */
function withView(node: NodeFact, views: ToolViews): NodeFact {
  const isOff = node.kind !== 'mcp-server' || node.properties?.enabled === false;
  const view = isOff ? undefined : viewOf(node, views);
  if (!view) return node;
  const { properties, instructions } = view;
  return {
    ...node,
    properties: {
      ...node.properties,
      ...properties,
      ...(instructions !== undefined && { instructions: instructions.slice(0, 20_000) }),
    },
  };
}

/** Notes the known package an unknown one could be mistaken for. */
function withResemblance(node: NodeFact, catalog: Catalog): NodeFact {
  if (node.kind !== 'mcp-server' || node.properties?.origins === undefined) return node;
  const known = node.package === undefined ? undefined : resembles(node.package, catalog);
  return known === undefined ? node : { ...node, properties: { ...node.properties, resembles: known } };
}

/** The catalog's row for a server; a bare command is also tried as a package name. */
export function rowOf(server: NodeFact, catalog: Catalog): ServerRow | undefined {
  const key = server.package;
  if (key === undefined) return undefined;
  const command = key.startsWith('command:') ? key.slice('command:'.length) : undefined;
  const found = catalog.server(key);
  return (
    found ?? (command ? (catalog.server(`npm:${command}`) ?? catalog.server(`pypi:${command}`)) : undefined)
  );
}

function viewOf(server: NodeFact, views: ToolViews): ToolView | undefined {
  return (
    views.get(server.ref) ??
    (server.package ? views.get(server.package) : undefined) ??
    views.get(server.name)
  );
}

function viewTools(server: NodeFact, view: ToolView, row: ServerRow | undefined): readonly Fact[] {
  const settings = server.settings ?? {};
  const names = view.tools.map(tool => tool.name);
  const kept =
    view.via === 'live'
      ? names.filter(name => shown(name, settings)).map(name => ({ name, capabilities: undefined }))
      : narrow(names, row, settings, view.via === 'listing');
  const capabilities = new Map(kept.map(tool => [tool.name, tool.capabilities]));
  const facts = view.tools.flatMap(tool => {
    if (!capabilities.has(tool.name)) return [];
    const words =
      capabilities.get(tool.name) ?? row?.tools.find(item => item.name === tool.name)?.capabilities;
    return toolFacts(server, tool, view.via, words, row);
  });
  const more = [...facts, ...offeredFacts(server, view)];
  return view.complete ? more : [...more, unknownNode(server), provides(server, `${server.ref}#*`)];
}

function catalogTools(server: NodeFact, row: ServerRow): readonly Fact[] {
  const settings = server.settings ?? {};
  const names = row.tools.map(tool => tool.name);
  const facts = narrow(names, row, settings).flatMap(tool => {
    const definition: ToolDefinition = {
      name: tool.name,
      parameters: [],
      ...(tool.row?.description && { description: tool.row.description }),
    };
    return toolFacts(server, definition, 'catalog', tool.capabilities, row);
  });
  if (row.toolsComplete || (row.tools.length > 0 && settings.tools !== undefined)) return facts;
  if (row.tools.length > 0)
    return [
      ...facts,
      gap(server, 'unknown-tools', `The catalog does not list all tools of '${server.name}'.`),
    ];
  const active = (row.settings ?? []).filter(rule => applies(rule, settings));
  const capabilities = adjusted(row.capabilities, active);
  return toolFacts(
    server,
    { name: `(tools of ${server.name})`, parameters: [] },
    'catalog',
    capabilities,
    row,
  );
}

function toolFacts(
  server: NodeFact,
  tool: ToolDefinition,
  via: ToolView['via'] | 'catalog',
  capabilities: readonly string[] | undefined,
  row: ServerRow | undefined,
): readonly Fact[] {
  const ref = `${server.ref}#${tool.name}`;
  const properties: { readonly [key: string]: Json } = {
    server: server.name,
    via,
    ...(capabilities && capabilities.length > 0 && { capabilities }),
    ...(row && { catalog: row.id }),
  };
  const node: NodeFact = {
    fact: 'node',
    ref,
    kind: 'tool',
    name: tool.name,
    framework: 'mcp',
    at: tool.at ?? server.at,
    ...(tool.description !== undefined && { description: tool.description }),
    ...(server.package && { package: server.package }),
    ...(tool.handler && { handler: tool.handler }),
    parameters: tool.parameters,
    ...(tool.inputSchema !== undefined && { schema: tool.inputSchema }),
    ...(tool.annotations && { annotations: tool.annotations }),
    ...(server.settings && { settings: server.settings }),
    properties,
  };
  return [node, provides(server, ref)];
}

function unknownTools(server: NodeFact): readonly Fact[] {
  const detail = `Nothing is known about the tools of '${server.name}'${server.package ? ` (${server.package})` : ''}.`;
  return [unknownNode(server), provides(server, `${server.ref}#*`), gap(server, 'unknown-server', detail)];
}

function unknownNode(server: NodeFact): NodeFact {
  return {
    fact: 'node',
    ref: `${server.ref}#*`,
    kind: 'unknown',
    name: `(tools of ${server.name})`,
    framework: 'mcp',
    at: server.at,
    ...(server.package && { package: server.package }),
    properties: { server: server.name },
  };
}

function provides(server: NodeFact, to: string): RelationFact {
  return { fact: 'relation', kind: 'provides', from: server.ref, to, at: server.at };
}

function gap(server: NodeFact, reason: GapFact['reason'], detail: string): GapFact {
  return { fact: 'gap', reason, at: server.at, detail, affects: [server.ref] };
}

/** Several files may configure the same server: the first fact stays, with the origins of all. */
function mergeOrigins(facts: readonly Fact[]): readonly Fact[] {
  const origins = new Map<string, Set<string>>();
  for (const fact of facts) {
    const own = fact.fact === 'node' && fact.kind === 'mcp-server' ? fact.properties?.origins : undefined;
    if (fact.fact !== 'node' || !Array.isArray(own)) continue;
    const known = origins.get(fact.ref) ?? new Set<string>();
    for (const origin of own) known.add(String(origin));
    origins.set(fact.ref, known);
  }
  const seen = new Set<string>();
  return facts.flatMap((fact): readonly Fact[] => {
    if (fact.fact !== 'node' || !origins.has(fact.ref)) return [fact];
    if (seen.has(fact.ref)) return [];
    seen.add(fact.ref);
    return [
      { ...fact, properties: { ...fact.properties, origins: [...(origins.get(fact.ref) ?? [])].sort() } },
    ];
  });
}
