import { describe, expect, it } from 'vitest';
import {
  agentWith,
  approval,
  chainsOf,
  gate,
  node,
  rel,
  sensitive,
  sink,
  told,
  untrusted,
} from './picture.ts';

const desk = { read_ticket: [untrusted()], find_customer: [sensitive()], send_mail: [sink()] };

describe('one context', () => {
  it('finds the three legs of a support agent', () => {
    expect(told(agentWith('desk', desk))).toEqual([
      'lethal-trifecta desk<read_ticket+find_customer>send_mail open',
    ]);
  });

  it('grades it high and shows the factors', () => {
    const [chain] = chainsOf(agentWith('desk', desk));
    expect(chain).toMatchObject({
      severity: 'high',
      risk: 73,
      confidence: 0.9,
      tier: 'reachable',
      factors: { impact: 0.9, exposure: 1, sink: 0.95, autonomy: 0.85 },
    });
    expect(chain?.legs.untrusted.map(step => step.edge.split(':')[0])).toEqual(['result']);
    expect(chain?.legs.sink.map(step => step.edge.split(':')[0])).toEqual(['call']);
  });

  it('needs all three legs', () => {
    const { read_ticket, find_customer, send_mail } = desk;
    expect(told(agentWith('desk', { read_ticket, find_customer }))).toEqual([]);
    expect(told(agentWith('desk', { read_ticket, send_mail }))).toEqual([]);
    expect(told(agentWith('desk', { find_customer, send_mail }))).toEqual([
      'sensitive-to-sink desk<-+find_customer>send_mail open',
    ]);
  });

  it('keeps a gated chain with lower severity and names the gate', () => {
    const [chain] = chainsOf([...agentWith('desk', desk), gate('desk', ['send_mail'])]);
    expect(chain).toMatchObject({ status: 'gated', severity: 'low', risk: 15 });
    expect(chain?.gates.map(item => item.mechanism)).toEqual(['needs_approval']);
  });

  it('gives a gate on another tool no credit', () => {
    const facts = [...agentWith('desk', desk), gate('desk', ['read_ticket'])];
    expect(told(facts)).toEqual(['lethal-trifecta desk<read_ticket+find_customer>send_mail open']);
  });

  it('lets one node play every leg', () => {
    const mailbox = [untrusted('email'), sensitive('communication'), sink('email')];
    expect(told(agentWith('assistant', { mailbox }))).toEqual([
      'lethal-trifecta assistant<mailbox+mailbox>mailbox open',
    ]);
  });
});

describe('several agents', () => {
  const reader = agentWith('reader', { read_ticket: [untrusted()] });
  const worker = agentWith('worker', { find_customer: [sensitive()], send_mail: [sink()] });

  it('follows a hand-off', () => {
    expect(told([...reader, ...worker, rel('reader', 'hands-off', 'worker')])).toEqual([
      'lethal-trifecta-across worker<read_ticket+find_customer>send_mail open',
    ]);
  });

  it('follows the arguments of a delegation and the free-text answer of one', () => {
    const across = ['lethal-trifecta-across worker<read_ticket+find_customer>send_mail open'];
    expect(told([...reader, ...worker, rel('reader', 'delegates', 'worker')])).toEqual(across);
    expect(told([...reader, ...worker, rel('worker', 'delegates', 'reader')])).toEqual(across);
  });

  it('stops at a typed answer', () => {
    const facts = [...reader, ...worker, rel('worker', 'delegates', 'reader', { carries: 'typed' })];
    expect(told(facts).filter(line => line.startsWith('lethal'))).toEqual([]);
  });

  it('says nothing when agents only share a tool', () => {
    const facts = [...reader, ...worker, rel('reader', 'uses', 'send_mail')];
    expect(told(facts).filter(line => line.startsWith('lethal'))).toEqual([]);
  });

  it('keeps the runs of two callers apart', () => {
    const facts = [
      ...agentWith('a', { read_ticket: [untrusted()] }),
      ...agentWith('b', { find_customer: [sensitive()] }),
      ...agentWith('poster', { send_mail: [sink()] }),
      rel('a', 'delegates', 'poster'),
      rel('b', 'delegates', 'poster'),
    ];
    expect(told(facts).filter(line => line.startsWith('lethal'))).toEqual([]);
    expect(told([...facts, rel('b', 'delegates', 'a')])).toEqual([
      'lethal-trifecta-across poster<read_ticket+find_customer>send_mail open',
    ]);
  });

  it('connects contexts through a store', () => {
    const facts = [
      ...reader,
      ...worker,
      node('store', 'notes'),
      rel('reader', 'writes', 'notes'),
      rel('worker', 'reads', 'notes'),
    ];
    expect(told(facts)).toContain('lethal-trifecta-across worker<read_ticket+find_customer>send_mail open');
  });

  it('shares one context among all servers of a client', () => {
    const facts = [
      node('agent', 'client'),
      node('mcp-server', 'issues'),
      node('mcp-server', 'files', [sensitive('filesystem')]),
      node('tool', 'get_issue', [untrusted('issue')]),
      node('tool', 'create_issue', [sink('publish', { destination: 'constant' })]),
      rel('issues', 'provides', 'get_issue'),
      rel('issues', 'provides', 'create_issue'),
      rel('client', 'uses', 'issues'),
      rel('client', 'uses', 'files'),
    ];
    expect(told(facts)).toEqual(['lethal-trifecta client<get_issue+files>create_issue open']);
    expect(
      told([
        ...facts,
        gate('client', ['mcp__issues__create_issue'], { barrier: { ...approval, cut: true } }),
      ]),
    ).toEqual([]);
  });

  it('looks at a server nobody uses with the client that will come', () => {
    const facts = [
      node('mcp-server', 'crm'),
      node('tool', 'inbox', [untrusted('email')]),
      node('tool', 'people', [sensitive('personal')]),
      node('tool', 'reply', [sink()]),
      ...['inbox', 'people', 'reply'].map(tool => rel('crm', 'provides', tool)),
    ];
    expect(told(facts)).toEqual(['lethal-trifecta crm<inbox+people>reply open']);
  });
});
