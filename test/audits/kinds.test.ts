import { describe, expect, it } from 'vitest';
import { audits } from '../../src/audits/index.ts';

/** Kinds of findings, numbered as in the mapping to standards, and the rules that report them. */
const kinds: { readonly [kind: string]: readonly string[] } = {
  'F01 all legs in one context': ['lethal-trifecta'],
  'F02 over agents, memory or workflows': ['lethal-trifecta-across'],
  'F03 untrusted text causes an action': ['untrusted-to-action'],
  'F04 sensitive data leaves without need': ['sensitive-to-sink', 'needless-parameter'],
  'F05 renderer and unfurl': ['renderer-sink'],
  'F06 model-chosen destination, side effects on the network': ['open-destination'],
  'F07 weak egress list': ['weak-egress-list'],
  'F08 approval missing or bypassable': ['approval-bypassable'],
  'F09 own configuration and gates': ['gate-killer', 'self-writable-config'],
  'F10 poisoned or hidden instructions': ['tool-poisoning', 'hidden-behavior', 'needless-parameter'],
  'F11 unpinned or mutable': [
    'unpinned-server',
    'lookalike-package',
    'install-script',
    'server-drift',
    'changing-definition',
  ],
  'F12 shadowing': ['tool-shadowing'],
  'F13 declared but not enforced': ['declared-not-enforced'],
  'F14 injection, traversal and requests in a body': ['argument-injection', 'path-traversal', 'open-request'],
  'F15 code without isolation': ['code-without-isolation'],
  'F16 secrets in configuration': ['config-secret'],
  'F17 rights of somebody else': ['over-scoped', 'token-passthrough'],
  'F18 memory across sessions': ['staged-memory'],
  'F19 corpus that outsiders write': ['attacker-writable-corpus'],
  'F20 CI agents that outsiders reach': ['ci-agent-outsiders'],
  'F21 exposed servers': ['exposed-transport', 'token-passthrough'],
  'F25 model endpoints nobody listed': ['model-endpoint'],
  'F26 destructive without a gate': ['destructive-without-gate'],
  'F27 returns more than it needs': ['wide-result'],
};

describe('kinds of findings', () => {
  it('that follow from the graph each have a rule', () => {
    const wanted = [...Array.from({ length: 20 }, (_, at) => at + 1), 26, 27];
    const known = Object.keys(kinds).map(kind => Number(kind.slice(1, 3)));
    expect(wanted.filter(kind => !known.includes(kind))).toEqual([]);
  });

  it('name rules that exist, and every rule', () => {
    const rules = audits.map(({ id }) => id).sort();
    expect([...new Set(Object.values(kinds).flat())].sort()).toEqual(rules);
  });

  it('have ids of standards', () => {
    for (const { id, mappings } of audits)
      expect(mappings.owaspLlm.length + mappings.owaspAgentic.length, id).toBeGreaterThan(0);
  });
});
