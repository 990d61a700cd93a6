import { describe, expect, it } from 'vitest';
import { link } from '../../src/link/link.ts';
import type { Fact, GateFact } from '../../src/model/fact.ts';
import {
  agentWith,
  approval,
  chainsOf,
  gate,
  node,
  rel,
  sensitive,
  sink,
  tell,
  told,
  untrusted,
} from '../flow/picture.ts';

const desk = agentWith('desk', {
  read_ticket: [untrusted()],
  find_customer: [sensitive()],
  send_mail: [sink()],
  post_chat: [sink('chat')],
});
const status = (facts: readonly Fact[]) =>
  Object.fromEntries(chainsOf(facts).map(chain => [chain.sink.split(':').at(-1), chain.status]));
const gaps = (facts: readonly Fact[]) => link(facts).gaps.map(gap => gap.detail);

describe('gates by name', () => {
  it('hold for the tools they name and leave the others', () => {
    expect(status([...desk, gate('desk', ['send_mail'])])).toEqual({ send_mail: 'gated', post_chat: 'open' });
  });

  it('hold for all tools, except those set free', () => {
    expect(status([...desk, gate('desk', '*')])).toEqual({ send_mail: 'gated', post_chat: 'gated' });
    const free = gate('desk', '*', { except: ['send_mail'] });
    expect(status([...desk, free])).toEqual({ send_mail: 'open', post_chat: 'gated' });
  });

  it('take patterns', () => {
    expect(status([...desk, gate('desk', ['send_*'])])).toEqual({ send_mail: 'gated', post_chat: 'open' });
    expect(status([...desk, gate('desk', ['*_chat'])])).toEqual({ send_mail: 'open', post_chat: 'gated' });
  });

  it('earn nothing under a name that no tool has, and say so', () => {
    const wrong = [...desk, gate('desk', ['send_email'])];
    expect(status(wrong)).toEqual({ send_mail: 'open', post_chat: 'open' });
    expect(gaps(wrong)).toEqual([
      "The gate 'asks first' guards no tool named 'send_email' here; it earns no credit for that.",
    ]);
  });

  it('hold for the agent they belong to alone', () => {
    const other = [
      ...agentWith('other', { read_mail: [untrusted('email'), sensitive('communication')] }),
      rel('other', 'uses', 'send_mail'),
    ];
    const found = told([...desk, ...other, gate('desk', ['send_mail'])]).filter(line =>
      line.includes('>send_mail'),
    );
    expect(found).toEqual([
      'lethal-trifecta desk<read_ticket+find_customer>send_mail gated',
      'lethal-trifecta other<read_mail+read_mail>send_mail open',
    ]);
  });

  it('say so when they belong to nothing', () => {
    expect(gaps([...desk, gate('nobody', '*')])).toEqual([
      "The gate 'asks first' belongs to nothing that was found.",
    ]);
  });
});

describe('gates of servers', () => {
  const client = [
    node('agent', 'client'),
    node('mcp-server', 'hub'),
    node('tool', 'read_issue', [untrusted('issue'), sensitive('source-code')]),
    node('tool', 'open_pull', [sink('publish')]),
    rel('hub', 'provides', 'read_issue'),
    rel('hub', 'provides', 'open_pull'),
    rel('client', 'uses', 'hub'),
  ];

  it.each(['open_pull', 'mcp__hub__open_pull', 'mcp__hub', 'mcp__hub__*', 'mcp__*'])(
    'understand %s',
    name => {
      expect(status([...client, gate('client', [name])])).toEqual({ open_pull: 'gated' });
    },
  );

  it('take away what is denied', () => {
    const denied = gate('client', ['mcp__hub__open_pull'], { barrier: { ...approval, cut: true } });
    expect(told([...client, denied])).toEqual([]);
  });

  it('say nothing about all servers where there are none', () => {
    expect(gaps([...desk, gate('desk', ['mcp__*'])])).toEqual([]);
  });
});

describe('gates in the order of a workflow', () => {
  const flow = (...order: readonly (readonly [string, string])[]): readonly Fact[] => [
    node('workflow', 'mail'),
    node('agent', 'draft'),
    node('tool', 'inbox', [untrusted('email'), sensitive('communication')]),
    rel('draft', 'uses', 'inbox'),
    node('tool', 'review'),
    node('tool', 'send', [sink()]),
    ...['draft', 'review', 'send'].map(step => rel('mail', 'uses', step)),
    ...order.map(([from, to]) => rel(from, 'next', to)),
  ];
  const review: GateFact = gate('mail', ['send'], { ref: 'review-gate', before: ['review'] });

  it('count when every way to the step passes them', () => {
    expect(status([...flow(['draft', 'review'], ['review', 'send']), review])).toEqual({ send: 'gated' });
  });

  it('earn nothing when there is a way around', () => {
    const facts = [...flow(['draft', 'review'], ['review', 'send'], ['draft', 'send']), review];
    const [chain] = chainsOf(facts);
    expect(chain && tell(chain)).toBe('lethal-trifecta draft<inbox+inbox>send open');
  });

  it('see the way around where only one of two branches is reviewed', () => {
    const branches = flow(['draft', 'review'], ['review', 'send'], ['draft', 'check'], ['check', 'send']);
    const facts = [...branches, node('tool', 'check'), rel('mail', 'uses', 'check'), review];
    expect(status(facts)).toEqual({ send: 'open' });
  });
});

describe('the same person asked twice', () => {
  it('counts once, a sandbox beside counts as well', () => {
    const risk = (...gates: readonly GateFact[]) =>
      chainsOf([...desk, ...gates]).find(chain => chain.sink.endsWith('send_mail'))?.risk;
    const asks = gate('desk', ['send_mail'], {
      ref: 'a',
      barrier: { ...approval, mechanism: 'permissions.ask' },
    });
    const again = gate('desk', ['send_mail'], {
      ref: 'b',
      barrier: { ...approval, mechanism: 'default approval', credit: 0.5 },
    });
    const box = gate('desk', ['send_mail'], {
      ref: 'c',
      barrier: { ...approval, mechanism: 'sandbox', credit: 0.9 },
    });
    expect(risk(asks, again)).toBe(risk(asks));
    expect(risk(asks, box)).toBeLessThan(risk(asks) ?? 0);
  });
});
