import type { Mappings } from '../model/finding.ts';

const llm = (...ids: readonly string[]): readonly string[] => ids.map(id => `LLM${id}`);
const asi = (...ids: readonly string[]): readonly string[] => ids.map(id => `ASI${id}`);
const mcp = (...ids: readonly string[]): readonly string[] => ids.map(id => `MCP${id}:2025`);
const atlas = (...ids: readonly string[]): readonly string[] => ids.map(id => `AML.${id}`);
const cwe = (...ids: readonly number[]): readonly string[] => ids.map(id => `CWE-${id}`);

/** Both editions of the LLM list: 2025 and 2026 number the same risks differently. */
const both = (y2025: readonly string[], y2026: readonly string[]): readonly string[] => [
  ...llm(...y2025).map(id => `${id}:2025`),
  ...llm(...y2026).map(id => `${id}:2026`),
];

const row = (
  owaspLlm: readonly string[],
  owaspAgentic: readonly string[],
  owaspMcp: readonly string[],
  atlasIds: readonly string[],
  cweIds: readonly string[],
): Mappings => ({
  owaspLlm: [...owaspLlm].sort(),
  owaspAgentic: [...owaspAgentic].sort(),
  owaspMcp: [...owaspMcp].sort(),
  atlas: [...atlasIds].sort(),
  cwe: [...cweIds].sort(),
});

/** Public taxonomy ids of each rule. `test/audits/mappings.test.ts` checks them against the published id lists. */
export const mappings = {
  'lethal-trifecta': row(
    both(['01', '02', '06'], ['01', '02', '03']),
    asi('01', '02'),
    mcp('06', '10'),
    atlas('T0051.001', 'T0053', 'T0057', 'T0085.001', 'T0086'),
    cwe(1427, 200, 441),
  ),
  'lethal-trifecta-across': row(
    both(['01', '06'], ['01', '03']),
    asi('01', '07', '08'),
    mcp('06', '10'),
    atlas('T0051.001', 'T0053', 'T0080', 'T0086'),
    cwe(441, 668),
  ),
  'untrusted-to-action': row(
    both(['01', '06'], ['01', '03']),
    asi('01', '02'),
    mcp('06'),
    atlas('T0048', 'T0051.001', 'T0053', 'T0101'),
    cwe(1427, 862),
  ),
  'sensitive-to-sink': row(
    both(['02'], ['02']),
    asi('02'),
    mcp('10'),
    atlas('T0085.001', 'T0086'),
    cwe(201, 359),
  ),
  'gate-killer': row(
    both(['06'], ['03']),
    asi('05', '10'),
    mcp('02'),
    atlas('T0081', 'T0105'),
    cwe(15, 269, 732),
  ),
  'staged-memory': row(
    both(['01', '04'], ['01', '05']),
    asi('06'),
    mcp('10'),
    atlas('T0061', 'T0080.000', 'T0094'),
    cwe(1427, 349),
  ),
  'renderer-sink': row(both(['02', '05'], ['02', '10']), asi('02'), [], atlas('T0077'), cwe(116, 201, 79)),
  'weak-egress-list': row(both(['06'], ['03']), asi('02'), [], atlas('T0025', 'T0086'), cwe(183, 601, 942)),
  'wide-result': row(both(['02'], ['02', '08']), asi('02'), mcp('10'), atlas('T0085.001'), cwe(213, 359)),
  'approval-bypassable': row(
    both(['06'], ['03']),
    asi('02', '09'),
    mcp('02'),
    atlas('T0053', 'T0081'),
    cwe(306, 451, 862),
  ),
  'unpinned-server': row(
    both(['03'], ['04']),
    asi('04'),
    mcp('04'),
    atlas('T0010.005', 'T0011.002', 'T0109'),
    cwe(1357, 494, 829),
  ),
  'server-drift': row(
    both(['03'], ['04']),
    asi('04'),
    mcp('03', '04'),
    atlas('T0010.005', 'T0104', 'T0109', 'T0110'),
    cwe(353, 494, 829),
  ),
  'tool-shadowing': row(
    both(['03'], ['04']),
    asi('02', '04'),
    mcp('03'),
    atlas('T0074', 'T0110'),
    cwe(345, 694),
  ),
  'declared-not-enforced': row(
    both(['06'], ['03']),
    asi('02', '03'),
    mcp('02', '07'),
    atlas('T0053'),
    cwe(693, 863),
  ),
  'code-without-isolation': row(
    both(['05', '06'], ['03', '10']),
    asi('05'),
    mcp('05'),
    atlas('T0050', 'T0105', 'T0112'),
    cwe(653, 94, 95),
  ),
  'over-scoped': row(
    both(['06'], ['03']),
    asi('03'),
    mcp('02', '07'),
    atlas('T0053', 'T0085.001', 'T0098'),
    cwe(250, 269, 285),
  ),
  'attacker-writable-corpus': row(
    both(['01', '08'], ['01', '09']),
    asi('06'),
    mcp('10'),
    atlas('T0066', 'T0070', 'T0082', 'T0093'),
    cwe(1427, 345),
  ),
  'ci-agent-outsiders': row(
    both(['01', '06'], ['01', '03']),
    asi('01', '02', '03'),
    mcp('06'),
    atlas('T0051.001', 'T0053', 'T0086', 'T0093'),
    cwe(1427, 269, 94),
  ),
  'open-destination': row(
    both(['05', '06'], ['03', '10']),
    asi('02'),
    mcp('06'),
    atlas('T0025', 'T0086'),
    cwe(201, 918),
  ),
  'model-endpoint': row(
    both(['03'], ['04']),
    asi('04'),
    mcp('04', '09'),
    atlas('T0010.005', 'T0011.002', 'T0109'),
    cwe(1059, 1357, 829),
  ),
  'tool-poisoning': row(
    both(['01', '03'], ['01', '04']),
    asi('01', '04'),
    mcp('03'),
    atlas('T0051', 'T0068', 'T0104', 'T0110'),
    cwe(1427, 451, 506),
  ),
  'config-secret': row(
    both(['02', '07'], ['02', '08']),
    asi('03'),
    mcp('01'),
    atlas('T0055', 'T0083', 'T0098'),
    cwe(522, 526, 798),
  ),
  'exposed-transport': row(
    both(['06'], ['03']),
    asi('03', '07'),
    mcp('07', '09'),
    atlas('T0049'),
    cwe(306, 319, 346),
  ),
  'lookalike-package': row(
    both(['03'], ['04']),
    asi('04'),
    mcp('04', '09'),
    atlas('T0010.005', 'T0011.002', 'T0074'),
    cwe(1357, 829),
  ),
  'install-script': row(both(['03'], ['04']), asi('04'), mcp('04'), atlas('T0010'), cwe(506, 829)),
  'hidden-behavior': row(
    both(['03'], ['04']),
    asi('02', '04'),
    mcp('03', '04'),
    atlas('T0053', 'T0104', 'T0110'),
    cwe(506, 912),
  ),
  'changing-definition': row(
    both(['03'], ['04']),
    asi('02', '04'),
    mcp('03', '04'),
    atlas('T0104', 'T0109', 'T0110'),
    cwe(353, 494),
  ),
  'token-passthrough': row(
    both(['06'], ['03']),
    asi('03'),
    mcp('01', '07'),
    atlas('T0055'),
    cwe(287, 441, 522),
  ),
  'self-writable-config': row(
    both(['06'], ['03']),
    asi('04', '05', '10'),
    mcp('02', '09'),
    atlas('T0081', 'T0105'),
    cwe(15, 732),
  ),
  'needless-parameter': row(
    both(['02'], ['02']),
    asi('02'),
    mcp('03', '10'),
    atlas('T0057', 'T0085.001', 'T0086'),
    cwe(201, 359),
  ),
  'argument-injection': row(
    both(['05'], ['10']),
    asi('02', '05'),
    mcp('05'),
    atlas('T0049', 'T0053'),
    cwe(1336, 502, 78, 89, 90, 94),
  ),
  'path-traversal': row(both(['05'], ['10']), asi('02'), mcp('05'), atlas('T0053'), cwe(22)),
  'open-request': row(both(['05'], ['10']), asi('02'), mcp('05'), atlas('T0049', 'T0053'), cwe(918)),
  'destructive-without-gate': row(both(['06'], ['03']), asi('02'), mcp('02'), atlas('T0101'), cwe(749, 862)),
} as const satisfies { readonly [rule: string]: Mappings };

/** A rule id that has mappings. */
export type RuleId = keyof typeof mappings;
