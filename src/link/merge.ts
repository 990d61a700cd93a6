import type { NodeFact, Ref } from '../model/fact.ts';
import type { Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import type { NodeKind } from '../model/vocabulary.ts';
import { compareText, stableJson } from './order.ts';

/** Nodes with their merged facts, and where each ref ended up. */
export interface Nodes {
  readonly nodes: readonly Node[];
  readonly origins: ReadonlyMap<string, NodeFact>;
  readonly idOf: ReadonlyMap<Ref, string>;
  /** A second name a node answers to in gates, such as `mcp__server__tool`. */
  readonly aliases?: ReadonlyMap<string, string>;
}

/** Facts with one ref become one node; ids are kind, file and name, counted only where these are taken. */
export function mergeNodes(facts: readonly NodeFact[]): Nodes {
  const groups = new Map<Ref, NodeFact>();
  for (const fact of facts) {
    const known = groups.get(fact.ref);
    groups.set(fact.ref, known ? merge(known, fact) : fact);
  }
  const idOf = new Map<Ref, string>();
  const origins = new Map<string, NodeFact>();
  const taken = new Map<string, number>();
  for (const fact of groups.values()) {
    const id = unique(idBase(fact.kind, fact.at.file, fact.name), taken);
    idOf.set(fact.ref, id);
    origins.set(id, fact);
  }
  const nodes = [...origins].map(([id, fact]) => nodeOf(id, fact)).sort((a, b) => compareText(a.id, b.id));
  return { nodes, origins, idOf };
}

/** `kind:file:name` with control characters and line breaks taken out, at most 300 characters. */
export function idBase(kind: NodeKind, file: string, name: string): string {
  const words = name.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
  return [kind, ...(file ? [file] : []), words].join(':').slice(0, 300);
}

/** The base itself the first time, then `base#2`, `base#3`. */
export function unique(base: string, taken: Map<string, number>): string {
  const count = (taken.get(base) ?? 0) + 1;
  taken.set(base, count);
  return count === 1 ? base : `${base}#${count}`;
}

/** The earlier fact wins field by field, except that a known kind beats `unknown`. */
function merge(a: NodeFact, b: NodeFact): NodeFact {
  const [first, second] = a.kind === 'unknown' && b.kind !== 'unknown' ? [b, a] : [a, b];
  const labels = mergeLabels(first.labels ?? [], second.labels ?? []);
  const settings = { ...second.settings, ...first.settings };
  const properties = { ...second.properties, ...first.properties };
  return {
    ...second,
    ...first,
    ...(labels.length > 0 && { labels }),
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

function mergeLabels(a: readonly Label[], b: readonly Label[]): readonly Label[] {
  const seen = new Map<string, Label>();
  for (const label of [...a, ...b]) seen.set(stableJson(label), label);
  return [...seen.values()];
}

function nodeOf(id: string, fact: NodeFact): Node {
  const properties = {
    ...fact.properties,
    ...(fact.package && { package: fact.package }),
    ...(fact.symbol && { symbol: fact.symbol }),
  };
  return {
    id,
    kind: fact.kind,
    name: fact.name,
    framework: fact.framework,
    location: fact.at,
    ...(fact.description && { description: fact.description }),
    labels: fact.labels ?? [],
    capabilities: [],
    properties,
  };
}
