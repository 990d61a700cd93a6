import type { Fact, NodeFact } from '../model/fact.ts';
import type { OfferedThing, ToolView } from './view.ts';

/** Resources of a server as stores that can be read, prompts as instructions. */
export function offeredFacts(server: NodeFact, view: ToolView): readonly Fact[] {
  return [
    ...(view.resources ?? []).flatMap(item => thing(server, item, 'resource', view.via)),
    ...(view.prompts ?? []).flatMap(item => thing(server, item, 'prompt', view.via)),
  ];
}

function thing(
  server: NodeFact,
  { name, description, uri }: OfferedThing,
  kind: 'resource' | 'prompt',
  via: string,
): readonly Fact[] {
  const ref = `${server.ref}#${kind}:${uri ?? name}`;
  const node: NodeFact = {
    fact: 'node',
    ref,
    kind: kind === 'resource' ? 'store' : 'instruction',
    name,
    framework: 'mcp',
    at: server.at,
    ...(description !== undefined && { description }),
    properties: {
      server: server.name,
      via,
      ...(kind === 'resource' && { role: 'resource', access: 'read' }),
      ...(uri !== undefined && { uri }),
    },
  };
  return [node, { fact: 'relation', kind: 'provides', from: server.ref, to: ref, at: server.at }];
}
