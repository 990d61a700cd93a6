import { asksForTalk } from '../model/asked-context.ts';
import { type Deed, deedsOn } from '../model/deed.ts';
import type { NodeFact } from '../model/fact.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { groupBy, listNames } from './steps.ts';

/** Parameters by which a tool is told more of the talk than it needs. */
export const needlessParameter: Audit = {
  id: 'needless-parameter',
  title: 'Tool asks for the conversation without needing it',
  severity: 'medium',
  tags: ['mcp', 'privacy'],
  mappings: mappings['needless-parameter'],
  run,
};

interface Ask {
  readonly tool: NodeFact;
  readonly parameter: string;
  readonly deed?: Deed;
  readonly remote: boolean;
}

function* run(input: AuditInput): Iterable<FindingDraft> {
  const asks = [...asksIn(input)];
  // The same parameter on every tool of a server is one habit of that server.
  for (const group of groupBy(
    asks,
    ({ tool, parameter }) => `${tool.properties?.server}\0${parameter}`,
  ).values()) {
    const [first] = group;
    if (!first) continue;
    const worst = group.find(ask => ask.deed?.kind === 'sends-talk') ?? group.find(ask => ask.deed) ?? first;
    const isOut = worst.remote || worst.deed?.kind === 'sends-talk';
    yield {
      about: [String(first.tool.properties?.server), worst.parameter, first.tool.at.file],
      severity: isOut ? 'medium' : 'low',
      confidence: worst.deed ? 0.75 : 0.65,
      message: `'${worst.parameter}' of ${listNames(group.map(({ tool }) => tool.name))} asks the model for what is said between it and the user; ${fate(worst)}.`,
      location: worst.deed?.at ?? worst.tool.at,
    };
  }
}

function fate({ deed, remote }: Ask): string {
  if (deed?.kind === 'sends-talk') return 'the code sends it to another service';
  if (deed) return 'the code does not use it for anything';
  return remote
    ? 'it goes to the server, which is somewhere else'
    : 'nothing the tool says of itself needs it';
}

function* asksIn({ facts, graph }: AuditInput): Iterable<Ask> {
  const deeds = new Map(
    graph.nodes.map(node => [`${String(node.properties.server)}\0${node.name}`, deedsOn(node)]),
  );
  const remotes = new Set(
    facts.flatMap(fact =>
      fact.fact === 'node' && fact.kind === 'mcp-server' && typeof fact.properties?.url === 'string'
        ? [fact.name]
        : [],
    ),
  );
  const seen = new Set<string>();
  for (const fact of facts) {
    if (fact.fact !== 'node' || fact.kind !== 'tool' || seen.has(fact.ref)) continue;
    const server = fact.properties?.server;
    if (typeof server !== 'string') continue;
    seen.add(fact.ref);
    const done = (deeds.get(`${server}\0${fact.name}`) ?? []).filter(({ kind }) => /-talk$/.test(kind));
    for (const parameter of fact.parameters ?? []) {
      const asked = asksForTalk(parameter, fact);
      const deed = done.find(({ what }) => what === parameter.name);
      // A name that can mean many things counts only where the tool has no use for it.
      if (asked === 'clear' || (asked === 'possible' && deed?.kind === 'ignores-talk'))
        yield { tool: fact, parameter: parameter.name, remote: remotes.has(server), ...(deed && { deed }) };
    }
  }
}
