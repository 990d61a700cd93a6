import type { Edge, Node } from '../../src/model/graph.ts';
import type { Label } from '../../src/model/label.ts';
import type { Report } from '../../src/model/report.ts';
import { assemble } from '../../src/report/assemble.ts';

const label = (part: Pick<Label, 'label' | 'kind'> & Partial<Label>): Label => ({
  confidence: 0.9,
  evidence: [
    { via: 'code', detail: `the body shows ${part.kind}`, location: { file: 'src/tools.ts', line: 7 } },
  ],
  ...part,
});

const node = (
  id: string,
  kind: Node['kind'],
  line: number,
  labels: readonly Label[],
  extra: Partial<Node> = {},
): Node => ({
  id,
  kind,
  name: id.split(':')[1] ?? id,
  location: { file: 'src/tools.ts', line, column: 3 },
  labels,
  capabilities: [],
  properties: {},
  ...extra,
});

const edge = (id: string, kind: Edge['kind'], from: string, to: string): Edge => ({ id, kind, from, to });

/** Parts of a small desk: tickets come in, customer rows are read, mail goes out. */
export function deskParts(name = 'desk', sinkName = 'send_mail'): Parameters<typeof assemble>[0] {
  return {
    version: '9.9.9',
    root: name,
    graph: {
      nodes: [
        node('agent:desk', 'agent', 40, [], { framework: 'langchain' }),
        node('tool:tickets', 'tool', 5, [
          label({ label: 'untrusted-input', kind: 'ticket', reach: 'anyone' }),
        ]),
        node('tool:customers', 'tool', 15, [
          label({ label: 'sensitive-data', kind: 'database', scope: 'tenant' }),
        ]),
        node(
          'tool:mail',
          'tool',
          25,
          [
            label({
              label: 'external-sink',
              kind: 'email',
              destination: 'model-chosen',
              payload: 'free-text',
            }),
          ],
          { name: sinkName, description: sinkName, capabilities: ['mail.send'] },
        ),
        node('tool:clock', 'tool', 35, []),
        node('mcp-server:files', 'mcp-server', 45, []),
        node('model:gpt', 'model', 50, []),
      ],
      edges: [
        edge('e1', 'result', 'tool:tickets', 'agent:desk'),
        edge('e2', 'result', 'tool:customers', 'agent:desk'),
        { ...edge('e3', 'call', 'agent:desk', 'tool:mail'), location: { file: 'src/desk.ts', line: 44 } },
        edge('e4', 'uses', 'agent:desk', 'tool:mail'),
      ],
      contexts: [
        {
          id: 'context:desk',
          agent: 'agent:desk',
          nodes: ['agent:desk', 'tool:customers', 'tool:mail', 'tool:tickets'],
        },
      ],
    },
    chains: [
      {
        id: 'c0ffee',
        rule: 'lethal-trifecta',
        tier: 'reachable',
        status: 'open',
        severity: 'high',
        risk: 72.4,
        factors: { impact: 0.9, exposure: 1, sink: 0.9, autonomy: 0.9 },
        confidence: 0.9,
        context: 'context:desk',
        untrusted: 'tool:tickets',
        sensitive: 'tool:customers',
        sink: 'tool:mail',
        legs: {
          untrusted: [{ edge: 'e1', from: 'tool:tickets', to: 'agent:desk' }],
          sensitive: [{ edge: 'e2', from: 'tool:customers', to: 'agent:desk' }],
          sink: [
            { edge: 'e3', from: 'agent:desk', to: 'tool:mail', location: { file: 'src/desk.ts', line: 44 } },
          ],
        },
        gates: [],
        alternatives: { untrusted: [], sensitive: [], sink: [] },
        explanation: `A ticket's text enters 'desk', which can read customers and call '${sinkName}'.`,
        fixes: [
          {
            action: 'add-approval',
            target: 'tool:mail',
            cuts: ['c0ffee'],
            detail: `Ask a person before '${sinkName}' runs.`,
            patch: `interruptOn: { '${sinkName}': true }`,
          },
        ],
      },
    ],
    findings: [
      {
        id: 'f00d',
        rule: 'lethal-trifecta',
        severity: 'high',
        confidence: 0.9,
        message: `'desk' can send out by '${sinkName}' what 'customers' read.`,
        location: { file: 'src/desk.ts', line: 44, column: 1 },
        related: [{ location: { file: 'src/tools.ts', line: 5 }, message: 'tickets come in here' }],
        chain: 'c0ffee',
        mappings: {
          owaspLlm: ['LLM01:2025'],
          owaspAgentic: ['ASI01'],
          owaspMcp: [],
          atlas: ['AML.T0086'],
          cwe: ['CWE-200'],
        },
      },
      {
        id: 'beef',
        rule: 'unpinned-server',
        severity: 'low',
        confidence: 1,
        message: "Server 'files' is started without a version.",
        location: { file: '.mcp.json', line: 3 },
        related: [],
        mappings: { owaspLlm: [], owaspAgentic: ['ASI04'], owaspMcp: [], atlas: [], cwe: [] },
      },
    ],
    gaps: [
      {
        reason: 'syntax-error',
        location: { file: 'src/broken.py', line: 2 },
        detail: 'unexpected end of file',
      },
      { reason: 'unknown-tools', detail: 'tools come from a database', affects: ['agent:desk'] },
    ],
    files: { filesSeen: 12, filesParsed: 9, filesSkipped: { 'too large': 1, binary: 2 } },
    frameworks: [{ id: 'langchain', versions: ['^1.5.0'], agents: 1 }],
  };
}

/** A calm report. */
export const deskReport: Report = assemble(deskParts());

/** Everything a hostile repository may put into a name. */
export const nastyName = [
  '</script><script>alert(1)</script>',
  '"quotes" \'single\' `ticks`',
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007',
  '\u202egnp.exe\u202c \u200b\u2028line \u{e0041}',
  '[link](https://evil.example) ![x](http://evil.example/x.png) @user #1 <img src=x onerror=1>',
  '| pipe \\ back ]] --> end "]; click n0 call() {{x}} $& $1',
  '\r\nnew line\ttab \u0000null \ud800 lone',
].join(' ');

/** The same report with hostile names everywhere a name goes. */
export const nastyReport: Report = assemble(deskParts(nastyName, nastyName));
