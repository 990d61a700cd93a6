import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { layout } from '../../../visualizer/src/layout/layout.ts';
import type { Picture } from '../../../visualizer/src/layout/types.ts';
import { at, builder, reportOf, sensitive, sink, untrusted } from '../fixtures/build.ts';

const none: ReadonlySet<string> = new Set();
const draw = (report: Report): Picture =>
  layout({ graph: report, chains: report.chains, group: 'auto', opened: none, pinned: none });

describe('what helps to read a picture', () => {
  it('keeps the contexts of one chain together, the worst chain first', () => {
    const { add, use, edge, graph } = builder('langchain');
    const reader = add('agent', 'reader');
    const sender = add('agent', 'sender');
    const labels = [untrusted('web', 'Reads.', 'a.py', 1), sensitive('document', 'Reads.', 'a.py', 2)];
    use(reader, add('tool', 'read', { labels }));
    use(sender, add('tool', 'send', { labels: [sink('email', 'Sends.', 'a.py', 3)] }));
    edge('handoff', reader, sender);
    for (const name of ['a', 'b', 'c', 'd']) {
      const other = add('agent', name);
      edge('delegates', other, sender);
      edge('call', sender, other, { carries: 'typed' });
    }
    const report = reportOf('team', graph(), [], [], false);
    expect(report.chains[0]?.rule).toBe('lethal-trifecta-across');
    const order = draw(report).bands.map(({ title }) => title);
    expect(order.slice(0, 2).sort()).toEqual(['reader', 'sender']);
  });

  it('tells agents of the same name apart by their place', () => {
    const { add, graph } = builder('langchain');
    add('agent', 'helper', at('src/one.py', 3));
    add('agent', 'helper', at('src/two.py', 9));
    add('agent', 'single', at('src/two.py', 20));
    const titles = draw(reportOf('twins', graph())).bands.map(({ title }) => title);
    expect(titles.sort()).toEqual(['helper (one.py:3)', 'helper (two.py:9)', 'single']);
  });

  it('draws the lone tools of many servers together, and the agent near the top', () => {
    const { add, use, edge, graph } = builder('mcp-config');
    const client = add('agent', 'client');
    for (let i = 0; i < 40; i++) {
      const server = add('mcp-server', `server_${i}`);
      const tool = add('tool', `tool_${i}`, { labels: [untrusted('web', 'Reads.', '.mcp.json', i)] });
      edge('provides', server, tool);
      use(client, tool);
    }
    const report = reportOf('many', graph());
    const all = draw(report);
    const lane = all.items.filter(item => item.lane === 'untrusted');
    expect(lane.length).toBeLessThan(20);
    expect(lane.flatMap(({ nodes }) => nodes)).toHaveLength(40);
    const agent = all.items.find(({ nodes }) => nodes.includes(client));
    expect((agent?.y ?? Number.NaN) - (all.bands[0]?.y ?? 0)).toBeLessThan(260);
  });
});
