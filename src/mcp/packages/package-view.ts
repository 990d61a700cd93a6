import { join } from 'node:path';
import { analyzer as mcpServer } from '../../../analyzers/mcp-server/index.ts';
import type { Fact, NodeFact } from '../../model/fact.ts';
import type { Json } from '../../model/graph.ts';
import { runCodeAnalyzers } from '../../pipeline/run-analyzers.ts';
import type { Project } from '../../resolve/project.ts';
import type { ToolDefinition, ToolView } from '../../servers/view.ts';
import { folderFiles } from '../static/folder-files.ts';
import { extractTools } from '../static/js/extract.ts';
import { entriesOf, packageSource, readPackageJson } from '../static/package-files.ts';
import type { LocalPackage } from './find.ts';
import { packageProgram } from './package-program.ts';

/** What the source of a package shows of the server in it. */
export interface PackageReading {
  readonly view: ToolView;
  /** The code behind the handlers, where it was read. */
  readonly project?: Project;
}

/** Reads the tools of a package from its files. Runs nothing; never throws. */
export async function readPackage(copy: LocalPackage, cache: boolean): Promise<PackageReading> {
  const program = await packageProgram(copy, [mcpServer], cache);
  const facts = program ? runCodeAnalyzers([mcpServer], program.project) : [];
  const seen = serversIn(facts);
  const read = copy.ecosystem === 'npm' ? javascript(copy, seen.tools) : seen;
  const [server] = seen.servers;
  const instructions = server?.properties?.instructions;
  const properties: { readonly [key: string]: Json } = {
    view: `${copy.ecosystem} package ${copy.name} ${copy.version} (${copy.origin})`,
    ...(copy.integrity !== undefined && { integrity: copy.integrity }),
    ...exposure(seen.servers),
    ...installScripts(copy),
  };
  return {
    view: {
      via: 'package',
      tools: read.tools,
      complete: read.complete,
      source: `${copy.name} ${copy.version} (${copy.origin})`,
      properties,
      ...(typeof instructions === 'string' && { instructions }),
    },
    ...(program && { project: program.project }),
  };
}

interface Seen {
  readonly servers: readonly NodeFact[];
  readonly tools: readonly ToolDefinition[];
  readonly complete: boolean;
}

/** Servers and tools of the facts of one package, tests and examples left out. */
function serversIn(facts: readonly Fact[]): Seen {
  const nodes = new Map<string, NodeFact>();
  for (const fact of facts) if (fact.fact === 'node') nodes.set(fact.ref, fact);
  const servers = [...nodes.values()].filter(node => node.kind === 'mcp-server' && !isAside(node.at.file));
  const refs = new Set(servers.map(server => server.ref));
  const tools = new Map<string, ToolDefinition>();
  let unknown = false;
  for (const fact of facts) {
    if (fact.fact !== 'relation' || fact.kind !== 'provides' || !refs.has(fact.from)) continue;
    const node = nodes.get(fact.to);
    if (node?.kind === 'unknown') unknown = true;
    if (node?.kind === 'tool' && !tools.has(node.name)) tools.set(node.name, definitionOf(node));
  }
  return { servers, tools: [...tools.values()], complete: !unknown && tools.size > 0 };
}

function definitionOf(node: NodeFact): ToolDefinition {
  return {
    name: node.name,
    ...(node.description !== undefined && { description: node.description }),
    parameters: node.parameters ?? [],
    ...(node.annotations && { annotations: node.annotations }),
    ...(node.handler && { handler: node.handler }),
    at: node.at,
  };
}

function isAside(file: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|examples?|fixtures|benchmarks?)\//.test(file);
}

/** Definitions as the bundle declares them, joined with the handlers that were found in readable source. */
function javascript(copy: LocalPackage, seen: readonly ToolDefinition[]): Omit<Seen, 'servers'> {
  const files = folderFiles(copy.root);
  const extracted = extractTools(packageSource(files, copy.folder), entriesOf(files, copy.folder));
  const known = new Map(seen.map(tool => [tool.name, tool]));
  const tools = extracted.tools.map(tool => {
    const same = known.get(tool.name);
    return { ...tool, ...(same?.handler && { handler: same.handler }), ...(same?.at && { at: same.at }) };
  });
  // Both are readings of the same code: what only the program model understood is a tool as well.
  const names = new Set(tools.map(tool => tool.name));
  const more = extracted.tools.length === 0 ? seen.filter(tool => !names.has(tool.name)) : [];
  return { tools: [...tools, ...more], complete: extracted.complete };
}

/** How a server of the package listens, where its code says so. */
function exposure(servers: readonly NodeFact[]): { readonly [key: string]: Json } {
  const open = servers.find(server => server.properties?.bind !== undefined);
  const isOff = servers.some(server => server.properties?.hostCheck === false);
  const unchecked = servers.find(server => server.properties?.unchecked)?.properties?.unchecked;
  return {
    ...(open?.properties?.bind !== undefined && {
      bind: open.properties.bind,
      auth: open.properties.auth ?? false,
    }),
    ...(isOff && { hostCheck: false }),
    ...(unchecked !== undefined && { unchecked }),
  };
}

const hooks = ['preinstall', 'install', 'postinstall'] as const;

/** Scripts a package manager runs when it installs the package. */
function installScripts(copy: LocalPackage): { readonly [key: string]: Json } {
  if (copy.ecosystem !== 'npm') return {};
  const files = folderFiles(join(copy.root, copy.folder));
  const scripts = readPackageJson(files, '')?.scripts ?? {};
  const found = hooks.flatMap(hook => {
    const script = Object.hasOwn(scripts, hook) ? scripts[hook] : undefined;
    return typeof script === 'string' ? [`${hook}: ${script.slice(0, 200)}`] : [];
  });
  return found.length > 0 ? { installScripts: found } : {};
}
