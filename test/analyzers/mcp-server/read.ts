import { analyzer } from '../../../analyzers/mcp-server/index.ts';
import type { Fact, NodeFact } from '../../../src/model/fact.ts';
import { factsOf } from '../code/outline.ts';

/** Facts of the MCP server analyzer on a small tree. */
export function read(files: { readonly [path: string]: string }): Promise<readonly Fact[]> {
  return factsOf(analyzer, files);
}

/** Nodes of one kind, in order. */
export function nodes(facts: readonly Fact[], kind: NodeFact['kind']): readonly NodeFact[] {
  return facts.flatMap(fact => (fact.fact === 'node' && fact.kind === kind ? [fact] : []));
}

/** `server: tool, tool` for every server. */
export function offered(facts: readonly Fact[]): readonly string[] {
  const byRef = new Map(facts.flatMap(fact => (fact.fact === 'node' ? [[fact.ref, fact]] : [])));
  return nodes(facts, 'mcp-server').map(server => {
    const names = facts.flatMap(fact => {
      if (fact.fact !== 'relation' || fact.kind !== 'provides' || fact.from !== server.ref) return [];
      return byRef.get(fact.to)?.name ?? [];
    });
    return `${server.name}: ${names.join(', ')}`;
  });
}

/** The line on which a tool's handler starts. */
export function handlerOf(facts: readonly Fact[], tool: string): string | undefined {
  const handler = nodes(facts, 'tool').find(node => node.name === tool)?.handler;
  return handler && `${handler.file}:${handler.line}${handler.lines ? `[${handler.lines.join('-')}]` : ''}`;
}
