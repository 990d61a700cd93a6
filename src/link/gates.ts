import type { GateFact } from '../model/fact.ts';
import type { Barrier, Gap } from '../model/graph.ts';
import { isDominated, type OrderGraph } from './dominance.ts';
import type { EdgeDraft } from './draft.ts';
import type { Nodes } from './merge.ts';
import { matchesName } from './names.ts';

/** What placing the gates leaves behind: `guards` edges and notes about gates that guard nothing. */
export interface PlacedGates {
  readonly edges: readonly EdgeDraft[];
  readonly gaps: readonly Gap[];
}

/** Stands for the tools of all servers: says nothing about a project that has none. */
const everyServer = 'mcp__*';

const outgoing = new Set<string>(['call', 'emit', 'save', 'handoff']);

/**
 * Turns gate facts into barriers on the steps they cover, in place. A name that no step of the scope carries earns
 * nothing and is said so; a gate that can be walked around stays visible with credit 0.
 */
export function placeGates(
  gates: readonly { readonly fact: GateFact; readonly id: string }[],
  drafts: readonly EdgeDraft[],
  nodes: Nodes,
  order: OrderGraph,
): PlacedGates {
  const edges: EdgeDraft[] = [];
  const gaps: Gap[] = [];
  for (const { fact, id } of gates) {
    const scope = nodes.idOf.get(fact.scope);
    if (scope === undefined) {
      gaps.push(note(fact, [id], `The gate '${fact.name}' belongs to nothing that was found.`));
      continue;
    }
    const inScope = drafts.filter(draft => isStepOut(draft) && isCovered(draft, scope, nodes, order));
    const matched = new Set<string>();
    const targets = new Set<string>();
    for (const draft of inScope) {
      const name = guardOf(fact, draft, nodes);
      if (name === undefined) continue;
      matched.add(name);
      targets.add(draft.to);
      const before = (fact.before ?? []).flatMap(ref => nodes.idOf.get(ref) ?? []);
      const passed = !fact.before || isDominated(order, draft.from, draft.to, before);
      draft.barriers.push(barrierOf(fact, id, passed));
    }
    for (const to of targets) edges.push(guardEdge(fact, id, to));
    const missing = fact.guards === '*' ? [] : fact.guards.filter(name => !matched.has(name));
    if (missing.every(name => name === everyServer) && targets.size === 0 && missing.length > 0) continue;
    if (missing.length > 0 || targets.size === 0) {
      if (targets.size === 0) edges.push(guardEdge(fact, id, scope));
      const what = missing.length > 0 ? missing.map(name => `'${name}'`).join(', ') : 'any tool';
      gaps.push(
        note(
          fact,
          [id, scope],
          `The gate '${fact.name}' guards no tool named ${what} here; it earns no credit for that.`,
        ),
      );
    }
  }
  return { edges, gaps };
}

function isStepOut(draft: EdgeDraft): boolean {
  return outgoing.has(draft.kind);
}

/** A step lies in a scope when it starts there, ends there, or starts at a member of a workflow or client. */
function isCovered(draft: EdgeDraft, scope: string, nodes: Nodes, order: OrderGraph): boolean {
  if (draft.from === scope) return true;
  const kind = nodes.origins.get(scope)?.kind;
  if (kind === 'mcp-server') return draft.to === scope || order.provided.get(scope)?.has(draft.to) === true;
  if (kind === 'tool' || kind === 'store' || kind === 'renderer') return draft.to === scope;
  return kind === 'workflow' && order.members.get(scope)?.has(draft.from) === true;
}

/** The guarded name that covers the step, `*` for all; undefined when it is left free. */
function guardOf(fact: GateFact, draft: EdgeDraft, nodes: Nodes): string | undefined {
  const node = nodes.origins.get(draft.to);
  if (!node) return undefined;
  const names = [node.name, nodes.aliases?.get(draft.to) ?? node.name];
  if (fact.except?.some(pattern => names.some(name => matchesName(pattern, name)))) return undefined;
  if (fact.guards === '*') return draft.kind === 'handoff' ? undefined : '*';
  // The name of a server means all of its tools.
  const whole = names.flatMap(name => /^(mcp__.+?)__/.exec(name)?.[1] ?? []);
  return fact.guards.find(pattern => [...names, ...whole].some(name => matchesName(pattern, name)));
}

function barrierOf(fact: GateFact, gate: string, passed: boolean): Barrier {
  const location = fact.barrier.location ?? fact.at;
  if (passed) return { ...fact.barrier, gate, location };
  const detail = `${fact.barrier.detail} It can be walked around: not every way to this step passes it.`;
  return { ...fact.barrier, gate, location, credit: 0, cut: false, detail };
}

function guardEdge(fact: GateFact, from: string, to: string): EdgeDraft {
  return { kind: 'guards', from, to, location: fact.at, barriers: [], relation: -1 };
}

function note(fact: GateFact, affects: readonly string[], detail: string): Gap {
  return { reason: 'invalid-config', location: fact.at, detail, affects: [...new Set(affects)].sort() };
}
