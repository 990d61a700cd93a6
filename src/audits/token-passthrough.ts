import { deedsOn } from '../model/deed.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { groupBy, listNames } from './steps.ts';

/** Servers that use the token a client showed them as their own towards somebody else. */
export const tokenPassthrough: Audit = {
  id: 'token-passthrough',
  title: "The client's token is passed on to another service",
  severity: 'medium',
  tags: ['mcp', 'identity', 'confused-deputy'],
  mappings: mappings['token-passthrough'],
  run,
};

function* run({ graph }: AuditInput): Iterable<FindingDraft> {
  const passes = graph.nodes.flatMap(node =>
    node.kind === 'tool'
      ? deedsOn(node).flatMap(deed => (deed.kind === 'passes-token' ? [{ node, deed }] : []))
      : [],
  );
  // One helper makes the requests of all tools: one finding for the place, with the tools that come through it.
  for (const [place, group] of groupBy(passes, ({ deed }) => `${deed.at.file}:${deed.at.line}`)) {
    const [first] = group;
    if (!first) continue;
    yield {
      about: [place],
      confidence: 0.8,
      message: `The token with which a client calls ${listNames(group.map(({ node }) => node.name))} is put into the server's own request to another service, which then cannot tell the client from the server.`,
      location: first.deed.at,
    };
  }
}
