import { analyzer } from '../../../analyzers/langchain/index.ts';
import type { Fact, GateFact, NodeFact } from '../../../src/model/fact.ts';
import { factsOf, outline } from '../code/outline.ts';

/** Facts of the LangChain analyzer on a small tree. */
export function read(files: { readonly [path: string]: string }): Promise<readonly Fact[]> {
  return factsOf(analyzer, files);
}

/** Outline lines without models and prompts, which have tests of their own. */
export async function lines(files: { readonly [path: string]: string }): Promise<readonly string[]> {
  const facts = await read(files);
  return outline(facts).filter(line => !/^(?:model|instruction) | uses gpt|prompt instructs/.test(line));
}

export function node(facts: readonly Fact[], name: string): NodeFact | undefined {
  return facts.find((fact): fact is NodeFact => fact.fact === 'node' && fact.name === name);
}

export function gates(facts: readonly Fact[]): readonly GateFact[] {
  return facts.filter((fact): fact is GateFact => fact.fact === 'gate');
}

/** What one node has relations of a kind to, by name. */
export function targets(facts: readonly Fact[], from: string, kind: string): readonly string[] {
  const names = new Map(facts.flatMap(fact => (fact.fact === 'node' ? [[fact.ref, fact.name]] : [])));
  return facts
    .flatMap(fact =>
      fact.fact === 'relation' && fact.kind === kind && names.get(fact.from) === from
        ? [`${names.get(fact.to) ?? fact.to}${fact.conditional ? '?' : ''}`]
        : [],
    )
    .sort();
}
