import { describe, expect, it } from 'vitest';
import { audits } from '../../src/audits/index.ts';
import { mappings } from '../../src/audits/mappings.ts';
import atlas from './ids/atlas-5.6.0.json' with { type: 'json' };
import cwe from './ids/cwe.json' with { type: 'json' };
import owasp from './ids/owasp.json' with { type: 'json' };

/** The published lists, copied as ids alone: OWASP LLM 2025 and 2026, ASI, MCP; ATLAS 5.6.0; CWE entries looked up one by one. */
const lists = {
  owaspLlm: new Set(owasp.llm),
  owaspAgentic: new Set(owasp.agentic),
  owaspMcp: new Set(owasp.mcp),
  atlas: new Set(atlas),
  cwe: new Set(cwe.map(id => `CWE-${id}`)),
} as const;

const taxonomies = ['owaspLlm', 'owaspAgentic', 'owaspMcp', 'atlas', 'cwe'] as const;

describe('mappings of rules to public taxonomies', () => {
  it.each(Object.entries(mappings))('%s names only ids that exist, sorted and once', (_, row) => {
    for (const taxonomy of taxonomies) {
      const ids: readonly string[] = row[taxonomy];
      expect(ids.filter(id => !lists[taxonomy].has(id))).toEqual([]);
      expect(ids).toEqual([...new Set(ids)].sort());
    }
  });

  it('gives both editions of the LLM list where it gives one', () => {
    for (const row of Object.values(mappings)) {
      const years = new Set(row.owaspLlm.map(id => id.split(':')[1]));
      expect([0, 2]).toContain(years.size);
    }
  });

  it('gives every rule its own row', () => {
    for (const rule of audits) expect(rule.mappings).toBe(mappings[rule.id as keyof typeof mappings]);
    expect(new Set(audits.map(rule => rule.id)).size).toBe(audits.length);
  });
});
