import type { NodeFact, Ref, RelationFact } from '../model/fact.ts';

/** Facts after a configured server and the program it starts have become one. */
export interface JoinedServers {
  readonly nodes: readonly NodeFact[];
  readonly relations: readonly RelationFact[];
  /** Where a ref went. */
  readonly refOf: (ref: Ref) => Ref;
}

/**
 * A client configuration names a server and how it starts; the server's own code declares its tools. Where the start
 * names the code's file or package, both are one node, under the name in the configuration. Further configurations of
 * the same program keep their own node and get the same tools.
 */
export function joinServers(nodes: readonly NodeFact[], relations: readonly RelationFact[]): JoinedServers {
  const providers = new Set(relations.filter(item => item.kind === 'provides').map(item => item.from));
  const servers = nodes.filter(node => node.kind === 'mcp-server');
  const coded = servers.filter(server => providers.has(server.ref));
  const moved = new Map<Ref, Ref>();
  const copies: { readonly configured: Ref; readonly code: Ref }[] = [];
  for (const server of servers) {
    if (providers.has(server.ref)) continue;
    const matches = new Set(coded.filter(code => starts(server, code)).map(code => code.ref));
    const [code] = matches;
    if (code === undefined || matches.size > 1) continue;
    if (moved.has(code)) copies.push({ configured: server.ref, code });
    else moved.set(code, server.ref);
  }
  if (moved.size === 0) return { nodes, relations, refOf: ref => ref };
  const refOf = (ref: Ref): Ref => moved.get(ref) ?? ref;
  const copied = copies.flatMap(({ configured, code }) =>
    relations
      .filter(item => item.kind === 'provides' && item.from === code)
      .map(item => ({ ...item, from: configured })),
  );
  const renamed = new Map(nodes.filter(node => !moved.has(node.ref)).map(node => [node.ref, node]));
  return {
    nodes: nodes.map(node => {
      const configured = renamed.get(refOf(node.ref));
      return moved.has(node.ref) && configured
        ? { ...node, ref: configured.ref, name: configured.name, at: configured.at }
        : node;
    }),
    relations: [...relations, ...copied].map(item => ({
      ...item,
      from: refOf(item.from),
      to: refOf(item.to),
    })),
    refOf,
  };
}

/** Whether the configured start is this code: same package, or an argument that ends in the code's file. */
function starts(configured: NodeFact, code: NodeFact): boolean {
  if (configured.package && configured.package === code.package) return true;
  return wordsOf(configured).some(word => endsInFile(word, code.at.file));
}

function wordsOf(server: NodeFact): readonly string[] {
  const args = server.settings?.args;
  const command = server.properties?.command;
  const words = Array.isArray(args) ? args.filter(item => typeof item === 'string') : [];
  const flags = Object.entries(server.settings ?? {}).flatMap(([key, value]) =>
    key.startsWith('-') && typeof value === 'string' ? [value] : [],
  );
  return [...words, ...flags, ...(typeof command === 'string' ? [command] : [])];
}

/** `./dist/index.js` starts `dist/index.js` and the source it was built from, `src/index.ts`. */
function endsInFile(word: string, file: string): boolean {
  const path = word
    .replace(/\\/g, '/')
    .replace(/^(\.{1,2}\/|\/)+/, '')
    .replace(/^\$\{[^}]*\}\//, '');
  if (!/\.(m?[jt]s|c[jt]s|py)$/.test(path)) return false;
  const plain = stem(path);
  const target = stem(file);
  return target === plain || target.endsWith(`/${plain}`) || plain.endsWith(`/${target}`);
}

const stem = (path: string): string =>
  path.replace(/(^|\/)(dist|build|lib|out)\//, '$1src/').replace(/\.[mc]?[jt]s$/, '');
