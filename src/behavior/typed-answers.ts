import type { Fact } from '../model/fact.ts';
import type { BehaviorReader } from './types.ts';

/**
 * Tools that run another agent or read a store and give back a number or a truth value only: what was read there ends in
 * them. The linker knows such tools by `output: 'typed'`.
 */
export function withTypedAnswers(facts: readonly Fact[], reader: BehaviorReader): readonly Fact[] {
  const relays = new Set(
    facts.flatMap(fact =>
      fact.fact === 'relation' && (fact.kind === 'delegates' || fact.kind === 'reads') ? [fact.from] : [],
    ),
  );
  return facts.map(fact => {
    if (fact.fact !== 'node' || fact.kind !== 'tool' || !fact.handler || !relays.has(fact.ref)) return fact;
    if (reader.of(fact.handler)?.answersTyped !== true) return fact;
    return { ...fact, properties: { ...fact.properties, output: 'typed' } };
  });
}
