import type { Relation } from './relations.ts';

/** Membership and workflow order, as far as gates need it. */
export interface OrderGraph {
  /** Workflow or agent id to the ids of everything inside. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly provided: ReadonlyMap<string, ReadonlySet<string>>;
  readonly next: ReadonlyMap<string, ReadonlySet<string>>;
  /** Nodes of an order with no predecessor in it, or started from outside. */
  readonly entries: ReadonlySet<string>;
}

/** Collects order from `next`, membership from `uses`, offers from `provides`. */
export function orderOf(
  relations: readonly Relation[],
  kindOf: (id: string) => string | undefined,
): OrderGraph {
  const members = new Map<string, Set<string>>();
  const provided = new Map<string, Set<string>>();
  const next = new Map<string, Set<string>>();
  const inside = new Set<string>();
  const started = new Set<string>();
  for (const { fact, from, to } of relations) {
    if (fact.kind === 'uses' && kindOf(from) === 'workflow') put(members, from, to);
    if (fact.kind === 'provides') put(provided, from, to);
    if (fact.kind === 'triggers') started.add(to);
    if (fact.kind !== 'next') continue;
    put(next, from, to);
    inside.add(to);
  }
  for (const [workflow, direct] of members)
    for (const id of closure(direct, next, members)) put(members, workflow, id);
  for (const [workflow] of next)
    if (kindOf(workflow) === 'workflow')
      for (const id of closure([workflow], next, members)) put(members, workflow, id);
  const entries = new Set([...next.keys()].filter(id => !inside.has(id) || started.has(id)));
  return { members, provided, next, entries };
}

/** True when every way in workflow order to the step's start and into its end passes one of `before`. */
export function isDominated(order: OrderGraph, from: string, to: string, before: readonly string[]): boolean {
  const blocked = new Set(before);
  if (blocked.size === 0) return false;
  if (blocked.has(from)) return true;
  const starts = [...order.entries].filter(id => !blocked.has(id));
  if (order.entries.size === 0) return false;
  const reached = new Set(starts);
  const queue = [...starts];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const target of order.next.get(id) ?? []) {
      if (blocked.has(target) || reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  const inOrder = order.next.has(from) || [...order.next.values()].some(targets => targets.has(from));
  return inOrder ? !reached.has(from) : !reached.has(to);
}

function closure(
  start: Iterable<string>,
  next: ReadonlyMap<string, ReadonlySet<string>>,
  members: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const reached = new Set(start);
  const queue = [...reached];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const target of [...(next.get(id) ?? []), ...(members.get(id) ?? [])]) {
      if (reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  return reached;
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
