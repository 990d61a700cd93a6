import type { Mappings } from '../../../src/model/finding.ts';

/** A taxonomy id as a chip: the list's name and, where the public page follows from the id, its address. */
export interface Standard {
  readonly list: string;
  readonly id: string;
  readonly url?: string;
}

/** Standards of a finding in a fixed order. */
export function standardsOf(mappings: Mappings): readonly Standard[] {
  const plain = (list: string, ids: readonly string[]): readonly Standard[] => ids.map(id => ({ list, id }));
  return [
    ...plain('OWASP LLM', mappings.owaspLlm),
    ...plain('OWASP Agentic', mappings.owaspAgentic),
    ...plain('OWASP MCP', mappings.owaspMcp),
    ...mappings.atlas.map(id => ({
      list: 'MITRE ATLAS',
      id,
      ...linked(/^AML\.T\d{4}(\.\d{3})?$/, id, 'https://atlas.mitre.org/techniques/'),
    })),
    ...mappings.cwe.map(id => ({ list: 'CWE', id, ...cwe(id) })),
  ];
}

function linked(shape: RegExp, id: string, base: string): { readonly url?: string } {
  return shape.test(id) ? { url: base + id } : {};
}

function cwe(id: string): { readonly url?: string } {
  const number = /^CWE-(\d{1,5})$/.exec(id)?.[1];
  return number ? { url: `https://cwe.mitre.org/data/definitions/${number}.html` } : {};
}
