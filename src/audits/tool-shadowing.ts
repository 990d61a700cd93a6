import type { Graph, Node } from '../model/graph.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';

/** Tools of different servers in one client that the model, or a person, takes for one another. */
export const toolShadowing: Audit = {
  id: 'tool-shadowing',
  title: 'Tools of two servers share a name',
  severity: 'medium',
  tags: ['mcp', 'supply-chain'],
  mappings: mappings['tool-shadowing'],
  run,
};

const maxNames = 5;
const maxTools = 4_000;

interface Clash {
  readonly a: Node;
  readonly b: Node;
  readonly exact: boolean;
}

interface Offer {
  readonly owner: Node;
  readonly tool: Node;
}

/** Read from the graph and not from the facts: there a server of the configuration and its code are one. */
function* run({ graph }: AuditInput): Iterable<FindingDraft> {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const provided = grouped(graph, 'provides');
  const done = new Set<string>();
  for (const [client, servers] of grouped(graph, 'uses')) {
    const offers = servers.flatMap(server => {
      const owner = nodes.get(server);
      if (owner?.kind !== 'mcp-server' || owner.properties.enabled === false) return [];
      return (provided.get(server) ?? []).flatMap((id): readonly Offer[] => {
        const tool = nodes.get(id);
        return tool?.kind === 'tool' && tool.properties.disabled !== true ? [{ owner, tool }] : [];
      });
    });
    for (const [pair, clashes] of clashesOf(offers.slice(0, maxTools))) {
      if (done.has(pair)) continue;
      done.add(pair);
      const [first] = clashes;
      const [a = '', b = ''] = pair.split('\0');
      const left = nodes.get(a);
      const right = nodes.get(b);
      if (!first || !left || !right) continue;
      yield* draft(left, right, clashes, nodes.get(client)?.name ?? 'one client', first);
    }
  }
}

function grouped(graph: Graph, kind: 'uses' | 'provides'): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  for (const edge of graph.edges) {
    if (edge.kind !== kind) continue;
    const list = out.get(edge.from) ?? [];
    if (!list.includes(edge.to)) list.push(edge.to);
    out.set(edge.from, list);
  }
  return out;
}

/** Same name, or the same once case, separators and look-alike letters are taken out. */
function clashesOf(offers: readonly Offer[]): ReadonlyMap<string, readonly Clash[]> {
  const byName = new Map<string, Offer[]>();
  for (const offer of offers)
    byName.set(folded(offer.tool.name), [...(byName.get(folded(offer.tool.name)) ?? []), offer]);
  const out = new Map<string, Clash[]>();
  for (const same of byName.values()) {
    for (let i = 0; i < same.length && i < 20; i++) {
      for (let j = i + 1; j < same.length && j < 20; j++) {
        const [a, b] = [same[i], same[j]];
        if (
          !a ||
          !b ||
          a.owner.id === b.owner.id ||
          (a.owner.properties.package === b.owner.properties.package &&
            a.owner.properties.package !== undefined)
        )
          continue;
        const pair = [a.owner.id, b.owner.id].sort().join('\0');
        out.set(pair, [
          ...(out.get(pair) ?? []),
          { a: a.tool, b: b.tool, exact: a.tool.name === b.tool.name },
        ]);
      }
    }
  }
  return out;
}

const lookAlikes: { readonly [letter: string]: string } = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  ո: 'n',
  ο: 'o',
  α: 'a',
  ν: 'v',
  '0': 'o',
  '1': 'l',
};

function folded(name: string): string {
  return [...name.normalize('NFKC').toLowerCase()]
    .map(letter => lookAlikes[letter] ?? letter)
    .join('')
    .replace(/[\s_.-]+/g, '');
}

function* draft(
  left: Node,
  right: Node,
  clashes: readonly Clash[],
  client: string,
  first: Clash,
): Iterable<FindingDraft> {
  const location = first.b.location ?? right.location;
  if (!location) return;
  const disguised = clashes.filter(clash => !clash.exact && /[^\x20-\x7e]/.test(clash.a.name + clash.b.name));
  const names = [
    ...new Set(
      clashes.map(clash => (clash.exact ? `'${clash.a.name}'` : `'${clash.a.name}' and '${clash.b.name}'`)),
    ),
  ];
  const shown =
    names.slice(0, maxNames).join(', ') +
    (names.length > maxNames ? ` and ${names.length - maxNames} more` : '');
  yield {
    about: [left.name, right.name, client],
    severity: disguised.length > 0 ? 'high' : 'low',
    confidence: disguised.length > 0 ? 0.9 : 0.7,
    message: `In ${client} the servers '${left.name}' and '${right.name}' both offer ${shown}${disguised.length > 0 ? ', spelled with letters that only look alike' : ''}: a call meant for one can reach the other.`,
    location,
    related: first.a.location ? [{ location: first.a.location, message: `the tool of '${left.name}'` }] : [],
  };
}
