import type { SyntaxLanguage } from '../../../src/lang/tree/tree.ts';
import type { Annotations, Fact, ToolParameter } from '../../../src/model/fact.ts';
import type { Location } from '../../../src/model/location.ts';
import type { TextFile } from '../analyzer.ts';
import { clip, describe, distinct, gap, relate } from '../facts.ts';

/** A tool as the source declares it. */
export interface DeclaredTool {
  readonly name: string;
  readonly at: Location;
  readonly description?: string;
  readonly annotations?: Annotations;
  readonly parameters: readonly ToolParameter[];
  /** Function that does the work, where it is seen. */
  readonly handler?: string;
}

/** A place where a server is made. */
export interface DeclaredServer {
  readonly name?: string;
  readonly at: Location;
  /** A program that is a server only if it has tools. */
  readonly implied?: true;
}

/** What the files of one language declare. */
export interface Declared {
  readonly language: SyntaxLanguage;
  readonly servers: readonly DeclaredServer[];
  readonly tools: readonly DeclaredTool[];
  /** Tools whose name is only known when the program runs. */
  readonly unnamed: readonly Location[];
}

const framework = 'mcp-server';

/** What clients accept as a name; `…` stands for a part that is only known when the program runs. */
const toolName = /^[A-Za-z_…][\w.…/ -]{0,127}$/;

/** Facts of the servers; a tool belongs to the server that lies nearest to it in the tree. */
export function declaredFacts(all: Declared, manifests: readonly TextFile[]): readonly Fact[] {
  const declared: Declared = { ...all, tools: all.tools.filter(({ name }) => toolName.test(name)) };
  const { language, tools, unnamed } = declared;
  if (tools.length === 0 && unnamed.length === 0) return [];
  const servers = serversOf(declared, manifests);
  const used = new Set([...tools.map(({ at }) => at), ...unnamed].map(({ file }) => nearest(servers, file)));
  return distinct([
    ...servers
      .filter(server => !used.has(server) && !server.implied)
      .map(({ at, name }) =>
        gap(
          'unknown-tools',
          at,
          `The server '${name}' is made here; no tool that belongs to it was recognised.`,
        ),
      ),
    ...[...used].map(
      (server): Fact => ({
        fact: 'node',
        ref: server.ref,
        kind: 'mcp-server',
        name: server.name,
        framework,
        at: server.at,
        properties: { language },
      }),
    ),
    ...tools.flatMap(tool => toolFacts(tool, nearest(servers, tool.at.file))),
    ...unnamed.map(at =>
      gap(
        'unknown-tools',
        at,
        'A tool is registered under a name that is only known when the program runs.',
        [nearest(servers, at.file).ref],
      ),
    ),
  ]);
}

interface Server {
  readonly ref: string;
  readonly name: string;
  readonly implied?: true;
  readonly at: Location;
}

function serversOf(
  { servers, tools, unnamed, language }: Declared,
  manifests: readonly TextFile[],
): readonly [Server, ...Server[]] {
  const made = servers.map(({ name, at, implied }) => ({
    ...(implied && { implied }),
    ref: `mcp-server:${at.file}:${at.line}`,
    name: name ?? folderName(at.file, manifests),
    at,
  }));
  const [first, ...rest] = made;
  if (first) return [first, ...rest];
  const at = tools[0]?.at ?? unnamed[0] ?? { file: '', line: 1 };
  const start = { file: at.file, line: 1, column: 1 };
  return [{ ref: `mcp-server:${language}`, name: folderName(at.file, manifests), at: start }];
}

/** Name of the nearest manifest's folder; that of the manifest itself at the root. */
function folderName(file: string, manifests: readonly TextFile[]): string {
  const own = manifests
    .map(({ path }) => path)
    .filter(path => file.startsWith(path.replace(/[^/]*$/, '')))
    .sort((a, b) => b.length - a.length)[0];
  const project = /([^/]+)\.(?:csproj|gemspec)$/.exec(own ?? '')?.[1];
  if (project) return project;
  const folder = (own ?? file).split('/').at(-2);
  const declared = /^module\s+(\S+)|"name"\s*:\s*"([^"]+)"|^name\s*=\s*"([^"]+)"/m.exec(
    manifests.find(({ path }) => path === own)?.content ?? '',
  );
  const name = declared?.[1] ?? declared?.[2] ?? declared?.[3];
  return (
    name
      ?.split('/')
      .filter(part => !/^v\d+$/.test(part))
      .at(-1) ??
    folder ??
    'server'
  );
}

/**
 * The server a tool most likely belongs to: one above it in the tree, else the one that a program starts, and examples
 * last. Which packages a program links is not looked at.
 */
function nearest(servers: readonly [Server, ...Server[]], file: string): Server {
  const score = ({ at }: Server): number => {
    const folder = at.file.replace(/[^/]*$/, '');
    if (at.file === file) return 1_000;
    const isAbove = file.startsWith(folder);
    const depth = folder.split('/').length;
    const aside = /(^|\/)(?:examples?|samples?|demos?)\//.test(at.file) ? 50 : 0;
    const starts = /(^|\/)cmd\/|(^|\/)main\.\w+$|(^|\/)Program\.cs$|Application\.java$/.test(at.file)
      ? 10
      : 0;
    return (isAbove ? 100 + depth : starts) - aside;
  };
  return servers.reduce<Server>((best, next) => (score(next) > score(best) ? next : best), servers[0]);
}

function toolFacts(tool: DeclaredTool, server: Server): readonly Fact[] {
  const { name, at, description, annotations, parameters, handler } = tool;
  const ref = `${server.ref}#${name}:${at.file}`;
  const given = annotations && Object.keys(annotations).length > 0;
  return [
    {
      fact: 'node',
      ref,
      kind: 'tool',
      name: clip(name, 200),
      framework,
      at,
      ...describe(description),
      parameters,
      ...(given && { annotations }),
      properties: { server: server.name, ...(handler && { handler: clip(handler, 100) }) },
    },
    relate('provides', server.ref, ref, at),
  ];
}
