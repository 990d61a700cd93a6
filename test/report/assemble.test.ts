import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/report/assemble.ts';
import { deskParts, deskReport } from './sample-report.ts';

describe('assemble', () => {
  it('counts kinds, labels, severities, tiers and statuses', () => {
    expect(deskReport.summary).toEqual({
      nodes: { agent: 1, 'mcp-server': 1, model: 1, tool: 4 },
      labels: { 'external-sink': 1, 'sensitive-data': 1, 'untrusted-input': 1 },
      severities: { high: 1, low: 1 },
      tiers: { reachable: 1 },
      statuses: { open: 1 },
      coverage: {
        filesSeen: 12,
        filesParsed: 9,
        filesSkipped: { binary: 2, 'too large': 1 },
        agentsWithUnknownTools: 1,
        toolsWithoutEvidence: 1,
      },
      frameworks: [{ id: 'langchain', versions: ['^1.5.0'], agents: 1 }],
    });
  });

  it('gives the same report whatever the order of its parts', () => {
    const parts = deskParts();
    const turned = assemble({
      ...parts,
      graph: {
        nodes: parts.graph.nodes.toReversed(),
        edges: parts.graph.edges.toReversed(),
        contexts: parts.graph.contexts.toReversed(),
      },
      findings: parts.findings.toReversed(),
      gaps: [...parts.gaps.toReversed(), ...parts.gaps],
    });
    expect(JSON.stringify(turned)).toBe(JSON.stringify(deskReport));
  });

  it('puts the worst finding first', () => {
    expect(deskReport.findings.map(({ severity }) => severity)).toEqual(['high', 'low']);
  });
});
