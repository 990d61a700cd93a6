import type { Fact } from '../../src/model/fact.ts';
import { relate } from '../_shared/facts.ts';
import { asMap, asText } from '../_shared/lenient.ts';
import type { Flow } from './flow.ts';
import { isVectorStore, storeRef } from './stores.ts';

/** Credentials that nodes run with; the same id is the same credential in every workflow. Exports hold names, never secrets. */
export function identityFacts(flow: Flow): readonly Fact[] {
  return [...flow.workflow.nodes.values()].flatMap(node => {
    const role = flow.roles.get(node.name);
    if (role === 'shape' || role === 'support' || role === 'model' || role === 'entry') return [];
    const user = role === 'store' && isVectorStore(node) ? storeRef(flow, node) : flow.refOf(node.name);
    return Object.entries(node.credentials).flatMap(([type, value]): readonly Fact[] => {
      const id = asText(asMap(value).id);
      const name = asText(asMap(value).name) ?? type;
      const ref = id ? `n8n-credential:${id}` : `${flow.ref}:credential:${type}:${name}`;
      const at = flow.at(node.name);
      return [
        { fact: 'node', ref, kind: 'identity', name, framework: 'n8n', at, properties: { type } },
        relate('authenticates-as', user, ref, at),
      ];
    });
  });
}
