import type { NodeFact } from '../model/fact.ts';
import type { Label } from '../model/label.ts';

/** Tools of a server nobody knows: its answers may be written by others, its operator sees every argument. Uncertain. */
export function unknownServerLabels(fact: NodeFact): readonly Label[] {
  const server = fact.properties?.server;
  if (typeof server !== 'string') return [];
  const evidence = [
    {
      via: 'config',
      detail: `Nothing is known of the server '${server}': whoever runs it sees the arguments and writes the answers.`,
      location: fact.at,
    },
  ] as const;
  return [
    { label: 'untrusted-input', kind: 'third-party-tool', reach: 'supply-chain', confidence: 0.4, evidence },
    {
      label: 'external-sink',
      kind: 'third-party-tool',
      destination: 'bound',
      payload: 'free-text',
      confidence: 0.4,
      evidence,
    },
  ];
}
