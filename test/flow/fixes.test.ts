import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/flow/analyze.ts';
import { applyChanges, changeKey } from '../../src/flow/changes.ts';
import type { Fact } from '../../src/model/fact.ts';
import {
  action,
  agentWith,
  gate,
  graphOf,
  node,
  rel,
  runsCode,
  sensitive,
  sink,
  untrusted,
} from './picture.ts';

const result = (facts: readonly Fact[]) => analyze(graphOf(facts));
const open = (facts: readonly Fact[]) => result(facts).chains.filter(chain => chain.status === 'open');
const name = (target: string) => target.split(':').at(-1);

const desk = { read_ticket: [untrusted()], find_customer: [sensitive()], send_mail: [sink()] };

describe('fixes', () => {
  it('asks a person at the sink first, then binds, then takes a tool away', () => {
    const [chain] = open(agentWith('desk', desk));
    expect(chain?.fixes.map(fix => `${fix.action} ${name(fix.target)}`)).toEqual([
      'add-approval send_mail',
      'bind-destination send_mail',
      'remove-tool find_customer',
    ]);
    expect(chain?.fixes[0]).toMatchObject({
      cuts: [chain?.id],
      detail: "Let a person confirm each call of 'send_mail'.",
    });
  });

  it('states that the plan is the cheapest there is', () => {
    expect(result(agentWith('desk', desk)).plan).toEqual({
      changes: [{ change: 'approve', node: 'tool:app/desk.ts:send_mail' }],
      cost: 1,
      atLeast: 1,
      left: [],
    });
  });

  it('covers many chains with one change where that costs less', () => {
    const sinks = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`out${at}`, [sink()]]));
    const { plan, chains } = result(agentWith('desk', { find: [sensitive(), untrusted()], ...sinks }));
    expect(chains).toHaveLength(9);
    expect(plan).toMatchObject({ cost: 3, atLeast: 3, left: [] });
    expect(plan?.changes).toEqual([
      { change: 'take-away', agent: 'agent:app/desk.ts:desk', node: 'tool:app/desk.ts:find' },
    ]);
    expect(chains[0]?.fixes[0]?.cuts).toHaveLength(9);
  });

  it('takes two sources away together and says that one alone is not enough', () => {
    const sinks = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`out${at}`, [sink()]]));
    const facts = agentWith('desk', {
      crm: [sensitive()],
      wiki: [sensitive()],
      web: [untrusted()],
      ...sinks,
    });
    const { plan, chains } = result(facts);
    expect(plan).toMatchObject({ left: [] });
    const keys = plan?.changes.map(changeKey) ?? [];
    expect(keys).toEqual([
      'take-away agent:app/desk.ts:desk tool:app/desk.ts:crm',
      'take-away agent:app/desk.ts:desk tool:app/desk.ts:wiki',
    ]);
    const fix = chains[0]?.fixes.find(item => item.target.endsWith('crm'));
    expect(fix?.detail).toMatch(/only together with the other changes/);
    expect(fix?.cuts).toEqual([]);
  });

  it('gates a shared tool once for both agents', () => {
    const facts = [
      ...agentWith('a', { web: [untrusted()], crm: [sensitive()], post: [sink()] }),
      ...agentWith('b', { mail: [untrusted()], people: [sensitive()] }),
      rel('b', 'uses', 'post'),
    ];
    const { plan, chains } = result(facts);
    expect(chains).toHaveLength(2);
    expect(plan?.changes).toEqual([{ change: 'approve', node: 'tool:app/desk.ts:post' }]);
    expect(chains[0]?.fixes[0]?.cuts).toEqual(chains.map(chain => chain.id).sort());
  });

  it('protects the configuration before it counts on approvals', () => {
    const facts = agentWith('coder', {
      read_issue: [untrusted('issue')],
      edit_file: [action('configuration')],
      read_file: [sensitive('secret')],
      fetch: [sink('url')],
    });
    const gated = [...facts, gate('coder', ['fetch'])];
    const { plan, chains } = result(gated);
    expect(chains.map(chain => `${chain.rule} ${chain.status}`)).toContain('lethal-trifecta open');
    expect(plan?.changes).toEqual([{ change: 'approve', node: 'tool:app/desk.ts:edit_file' }]);
    expect(plan?.left).toEqual([]);
  });

  it('isolates code that would have to be taken away where nobody can be asked', () => {
    const facts = [
      { ...node('agent', 'job'), framework: 'github-actions' },
      node('tool', 'bash', [runsCode()]),
      rel('job', 'uses', 'bash'),
      node('trigger', 'issue', [untrusted('issue')]),
      rel('issue', 'triggers', 'job'),
    ];
    const { plan } = result(facts);
    expect(plan?.changes).toEqual([{ change: 'isolate', node: 'tool:app/desk.ts:bash' }]);
  });

  it('leaves accepted chains out of the plan', () => {
    const graph = graphOf(agentWith('desk', desk));
    const accept = new Set(analyze(graph).chains.map(chain => chain.id));
    expect(analyze(graph, { accept }).plan?.changes).toEqual([]);
  });

  it('really closes what the first fixes claim', () => {
    const graph = graphOf(agentWith('desk', desk));
    const { plan } = analyze(graph);
    const after = analyze(applyChanges(graph, plan?.changes ?? [])).chains;
    expect(after.map(chain => chain.status)).toEqual(['gated']);
  });
});

describe('patches', () => {
  const approvalPatch = (framework: string, file: string, properties = {}) => {
    const at = { file, line: 1 };
    const facts = agentWith('desk', desk).map(fact =>
      fact.fact === 'node' ? { ...fact, framework, at, properties } : fact,
    );
    return open(facts)[0]?.fixes[0]?.patch;
  };

  it('speaks the dialect of the framework and language', () => {
    expect(approvalPatch('langchain', 'a.py')).toContain('interrupt_on={"send_mail": True}');
    expect(approvalPatch('langchain', 'a.ts')).toContain('interruptOn: { "send_mail": true }');
    expect(approvalPatch('openai-agents', 'a.py')).toContain('needs_approval=True');
    expect(approvalPatch('openai-agents', 'a.ts')).toContain('needsApproval: true');
    expect(approvalPatch('mastra', 'a.ts')).toContain('requireApproval: true');
    expect(approvalPatch('unheard-of', 'a.ts')).toBeUndefined();
  });

  it('writes permission rules for clients', () => {
    expect(approvalPatch('mcp-client', '.mcp.json', { client: 'claude-code' })).toContain(
      '"permissions": { "ask": ["send_mail"] }',
    );
  });

  it('cannot be broken out of by a tool name', () => {
    const at = { file: 'a.py', line: 1 };
    const facts = [
      ...agentWith('desk', { read: [untrusted(), sensitive()] }),
      node('tool', 'x"]}); import os\n', [sink()]),
      rel('desk', 'uses', 'x"]}); import os\n'),
    ].map(fact => (fact.fact === 'node' ? { ...fact, framework: 'langchain', at } : fact));
    expect(open(facts)[0]?.fixes[0]?.patch).toContain('{"x\\"]}); import os ": True}');
  });
});
