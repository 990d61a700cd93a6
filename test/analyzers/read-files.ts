import type { Analyzer, TextFile } from '../../analyzers/_shared/analyzer.ts';
import type { Fact, NodeFact, RelationFact } from '../../src/model/fact.ts';
import type { NodeKind } from '../../src/model/vocabulary.ts';

/** What an analyzer of files sees in files given by path. */
export function readFiles(analyzer: Analyzer, files: { readonly [path: string]: string }): readonly Fact[] {
  const all: readonly TextFile[] = Object.entries(files).map(([path, content]) => ({ path, content }));
  const own = all.filter(({ path }) => analyzer.files?.some(pattern => pattern.test(path)));
  return [
    ...own.flatMap(file => analyzer.file?.(file) ?? []),
    ...(own.length > 0 ? (analyzer.together?.(own) ?? []) : []),
  ];
}

/** Names of the nodes of a kind, sorted. */
export function namesOf(facts: readonly Fact[], kind: NodeKind): readonly string[] {
  return nodesOf(facts, kind)
    .map(({ name }) => name)
    .sort();
}

/** Nodes of a kind. */
export function nodesOf(facts: readonly Fact[], kind: NodeKind): readonly NodeFact[] {
  return facts.flatMap(fact => (fact.fact === 'node' && fact.kind === kind ? [fact] : []));
}

/** The node of that name. Throws when there is none, so that a test does not pass on nothing. */
export function nodeOf(facts: readonly Fact[], name: string): NodeFact {
  const found = facts.find((fact): fact is NodeFact => fact.fact === 'node' && fact.name === name);
  if (!found) throw new Error(`no node ${name}`);
  return found;
}

/** Labels of a node as `label kind` texts. */
export function labelsOf(facts: readonly Fact[], name: string): readonly string[] {
  return (nodeOf(facts, name).labels ?? []).map(({ label, kind }) => `${label} ${kind}`);
}

/** Relations as `from kind to` with names. */
export function relationsOf(facts: readonly Fact[], kind?: RelationFact['kind']): readonly string[] {
  const names = new Map(facts.flatMap(fact => (fact.fact === 'node' ? [[fact.ref, fact.name]] : [])));
  return facts
    .flatMap(fact =>
      fact.fact === 'relation' && (!kind || fact.kind === kind)
        ? [`${names.get(fact.from) ?? fact.from} ${fact.kind} ${names.get(fact.to) ?? fact.to}`]
        : [],
    )
    .sort();
}

/** Mechanisms of the barriers on the relations that lead to a node, or from it. */
export function barriersAt(facts: readonly Fact[], name: string): readonly string[] {
  const { ref } = nodeOf(facts, name);
  return facts.flatMap(fact =>
    fact.fact === 'relation' && (fact.to === ref || fact.from === ref)
      ? (fact.barriers ?? []).map(({ mechanism, credit }) => `${mechanism} ${credit}`)
      : [],
  );
}
