import type { Node } from '../model/graph.ts';
import type { Report } from '../model/report.ts';
import type { LabelId } from '../model/vocabulary.ts';
import { clean } from './clean.ts';
import { code, escapeText } from './markup.ts';
import { type Paint, plain } from './paint.ts';

/** One MCP server with what its tools bring into a context. */
export interface ServerRow {
  readonly name: string;
  readonly clients: readonly string[];
  readonly enabled: boolean;
  readonly tools: number;
  /** How its tools became known: `catalog`, `package`, `listing`, `live`, `code`; empty when nothing is known. */
  readonly known: readonly string[];
  /** Kind words per label, surest first. */
  readonly labels: { readonly [label in LabelId]: readonly string[] };
  readonly capabilities: readonly string[];
}

const columns: readonly (readonly [label: LabelId, title: string])[] = [
  ['untrusted-input', 'untrusted'],
  ['sensitive-data', 'sensitive'],
  ['external-sink', 'way out'],
  ['code-execution', 'runs code'],
  ['destructive-action', 'destroys'],
];

/** Below this a label is a guess and left out of the matrix. */
const minConfidence = 0.4;

/** All servers of a report, switched-off ones last, then by name. */
export function serverRows(report: Report): readonly ServerRow[] {
  const nodes = new Map(report.nodes.map(node => [node.id, node]));
  const linked = (kind: string, from: 'from' | 'to', id: string): readonly Node[] =>
    report.edges
      .filter(edge => edge.kind === kind && edge[from] === id)
      .flatMap(edge => nodes.get(edge[from === 'from' ? 'to' : 'from']) ?? []);
  return report.nodes
    .filter(node => node.kind === 'mcp-server')
    .map(server => rowOf(server, linked('provides', 'from', server.id), linked('uses', 'to', server.id)))
    .sort(
      (a, b) => Number(b.enabled) - Number(a.enabled) || (a.name < b.name ? -1 : Number(a.name > b.name)),
    );
}

function rowOf(server: Node, offered: readonly Node[], users: readonly Node[]): ServerRow {
  const tools = offered.filter(node => node.kind === 'tool');
  const known = tools.map(tool => (typeof tool.properties.via === 'string' ? tool.properties.via : 'code'));
  return {
    name: server.name,
    clients: unique(users.filter(node => node.kind === 'agent').map(node => node.name)),
    enabled: server.properties.enabled !== false,
    tools: tools.length,
    known: unique(known),
    labels: {
      'untrusted-input': kinds(offered, 'untrusted-input'),
      'sensitive-data': kinds(offered, 'sensitive-data'),
      'external-sink': kinds(offered, 'external-sink'),
      'code-execution': kinds(offered, 'code-execution'),
      'destructive-action': kinds(offered, 'destructive-action'),
    },
    capabilities: unique(offered.flatMap(node => node.capabilities)),
  };
}

function kinds(nodes: readonly Node[], id: LabelId): readonly string[] {
  const best = new Map<string, number>();
  for (const { label, kind, confidence } of nodes.flatMap(node => node.labels)) {
    if (label === id && confidence >= minConfidence)
      best.set(kind, Math.max(best.get(kind) ?? 0, confidence));
  }
  return [...best].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([kind]) => kind);
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}

/** The matrix for a terminal: one line per server. */
export function matrixText(report: Report, paint: Paint = plain): string {
  const rows = serverRows(report);
  if (rows.length === 0) return 'No MCP server is configured.\n';
  const head = ['server', 'client', 'tools', 'from', ...columns.map(([, title]) => title)];
  const body = rows.map(row => cells(row, 2));
  const widths = head.map((title, i) => Math.max(title.length, ...body.map(line => line[i]?.length ?? 0)));
  const line = (words: readonly string[]): string =>
    words
      .map((word, i) => word.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    paint.bold(line(head)),
    ...body.map((words, i) => (rows[i]?.enabled ? line(words) : paint.dim(line(words)))),
    '',
  ].join('\n');
}

/** The matrix as a table, with the capabilities. */
export function matrixMarkdown(report: Report): string {
  const rows = serverRows(report);
  if (rows.length === 0) return 'No MCP server is configured.\n';
  const head = ['server', 'client', 'tools', 'from', ...columns.map(([, title]) => title), 'capabilities'];
  const lines = rows.map(row => {
    const [name = '', clients = '', ...rest] = cells(row, 6);
    const cell = (text: string): string => code(text).replaceAll('|', '\\|');
    return [cell(name), escapeText(clients), ...rest, row.capabilities.map(cell).join(' ')];
  });
  return `${[head, head.map(() => '---'), ...lines].map(words => `| ${words.join(' | ')} |`).join('\n')}\n`;
}

function cells(row: ServerRow, most: number): readonly string[] {
  const few = (words: readonly string[], limit: number): string =>
    words.length === 0
      ? '-'
      : [...words.slice(0, limit), ...(words.length > limit ? [`+${words.length - limit}`] : [])].join(', ');
  return [
    `${clean(row.name, 40)}${row.enabled ? '' : ' (off)'}`,
    clean(few(row.clients, 2), 40),
    String(row.tools),
    few(row.known, 3),
    ...columns.map(([label]) => few(row.labels[label], most)),
  ];
}
