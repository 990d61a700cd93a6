import type { ReportingDescriptorReference, ToolComponent } from 'sarif';
import type { Finding, Mappings } from '../model/finding.ts';

const taxonomies: {
  readonly [key in keyof Mappings]: { readonly name: string; readonly organization: string };
} = {
  owaspLlm: { name: 'OWASP Top 10 for LLM Applications', organization: 'OWASP' },
  owaspAgentic: { name: 'OWASP Top 10 for Agentic Applications', organization: 'OWASP' },
  owaspMcp: { name: 'OWASP MCP Top 10', organization: 'OWASP' },
  atlas: { name: 'MITRE ATLAS', organization: 'MITRE' },
  cwe: { name: 'CWE', organization: 'MITRE' },
};

const keys = Object.keys(taxonomies) as readonly (keyof Mappings)[];

/** The standards that at least one finding maps to, with the ids in use. */
export function taxonomiesOf(findings: readonly Finding[]): readonly ToolComponent[] {
  return keys.flatMap(key => {
    const ids = [...new Set(findings.flatMap(finding => finding.mappings[key]))].sort();
    return ids.length === 0 ? [] : [{ ...taxonomies[key], taxa: ids.map(id => ({ id })) }];
  });
}

/** A finding's ids in the standards. */
export function taxaOf(finding: Finding): readonly ReportingDescriptorReference[] {
  return keys.flatMap(key =>
    finding.mappings[key].map(id => ({ id, toolComponent: { name: taxonomies[key].name } })),
  );
}
