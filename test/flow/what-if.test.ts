import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/flow/analyze.ts';
import { applyWhatIf, readWhatIf } from '../../src/flow/what-if.ts';
import type { Fact } from '../../src/model/fact.ts';
import { agentWith, graphOf, node, rel, sensitive, sink, tell, untrusted } from './picture.ts';

const desk = agentWith('desk', {
  read_ticket: [untrusted()],
  find_customer: [sensitive()],
  send_mail: [sink()],
  post_chat: [sink('chat')],
});

function changed(facts: readonly Fact[], ...texts: readonly string[]): readonly string[] {
  const questions = texts.flatMap(text => readWhatIf(text) ?? []);
  return analyze(applyWhatIf(graphOf(facts), questions).graph)
    .chains.map(tell)
    .sort();
}

describe('what-if', () => {
  it('reads gate and remove and nothing else', () => {
    expect(readWhatIf('gate:send_mail')).toEqual({ verb: 'gate', name: 'send_mail' });
    expect(readWhatIf('remove: a:b ')).toEqual({ verb: 'remove', name: 'a:b' });
    for (const text of ['', 'gate', 'gate:', 'ungate:x', 'send_mail'])
      expect(readWhatIf(text)).toBeUndefined();
  });

  it('gates one of two ways out', () => {
    expect(changed(desk, 'gate:send_mail')).toEqual([
      'lethal-trifecta desk<read_ticket+find_customer>post_chat open',
      'lethal-trifecta desk<read_ticket+find_customer>send_mail gated',
    ]);
  });

  it('removes a source', () => {
    expect(changed(desk, 'remove:find_customer')).toEqual([]);
  });

  it('gates everything an agent does', () => {
    expect(changed(desk, 'gate:desk').map(line => line.split(' ').at(-1))).toEqual(['gated', 'gated']);
  });

  it('takes a server with its tools, under any spelling', () => {
    const facts = [
      node('agent', 'client'),
      node('mcp-server', 'hub'),
      node('tool', 'read_issue', [untrusted('issue'), sensitive('source-code')]),
      node('tool', 'open_pull', [sink('publish')]),
      rel('hub', 'provides', 'read_issue'),
      rel('hub', 'provides', 'open_pull'),
      rel('client', 'uses', 'hub'),
    ];
    expect(changed(facts, 'gate:mcp__hub__open_pull')).toEqual([
      'lethal-trifecta client<read_issue+read_issue>open_pull gated',
    ]);
    expect(changed(facts, 'gate:hub')).toEqual(changed(facts, 'gate:hub/open_pull'));
    expect(changed(facts, 'remove:hub')).toEqual([]);
  });

  it('names what it does not know and leaves the graph alone', () => {
    const graph = graphOf(desk);
    expect(applyWhatIf(graph, [{ verb: 'gate', name: 'sendmail' }])).toEqual({
      graph,
      unknown: ['sendmail'],
    });
  });
});
