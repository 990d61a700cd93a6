import type { Node } from '../../../src/model/graph.ts';
import type { Label } from '../../../src/model/label.ts';
import type { LabelId } from '../../../src/model/vocabulary.ts';
import { plural, shown } from '../data/names.ts';
import { kindTitles, labelTitles, labelWords } from '../data/words.ts';
import type { Lane, PlacedItem } from '../layout/types.ts';

/** Labels that make a node stand in a lane. */
export const labelsOfLane: { readonly [lane in Lane]: readonly LabelId[] } = {
  untrusted: ['untrusted-input'],
  agents: [],
  sensitive: ['sensitive-data'],
  'ways-out': ['external-sink', 'destructive-action', 'code-execution'],
};

export const laneTitles: { readonly [lane in Lane]: string } = {
  untrusted: 'Where untrusted text comes from',
  agents: 'Agents and tools',
  sensitive: 'Sensitive data',
  'ways-out': 'Ways out',
};

/** What the card of an item says. */
export interface ItemText {
  readonly name: string;
  readonly detail: string;
  /** Labels shown as stripes: those of the lane. */
  readonly labels: readonly LabelId[];
  /** Labels the node has besides. */
  readonly others: readonly LabelId[];
  readonly confidence: number;
  /** Whole sentence for screen readers and tooltips. */
  readonly full: string;
}

export function textOf(
  item: PlacedItem,
  nodes: ReadonlyMap<string, Node>,
  serverOf: ReadonlyMap<string, string> = new Map(),
): ItemText {
  const members = item.nodes.flatMap(id => nodes.get(id) ?? []);
  const labels = members.flatMap(node => node.labels);
  const own = labels.filter(({ label }) => labelsOfLane[item.lane].includes(label));
  const ids = [...new Set(own.map(({ label }) => label))];
  const others = [...new Set(labels.map(({ label }) => label))].filter(label => !ids.includes(label));
  const confidence = own.length > 0 ? Math.max(...own.map(label => label.confidence)) : 1;
  const first = members[0];
  const base = { labels: ids, others, confidence };
  if (item.nodes.length > 1 || !first) {
    const name = `${plural(item.nodes.length, kindWord(item))}`;
    const detail = item.title ? `of ${shown(item.title, 40)}` : summary(own);
    return { ...base, name, detail, full: `${name} ${detail}, drawn together. Press Enter to open.` };
  }
  const best = [...own].sort((a, b) => b.confidence - a.confidence)[0];
  const server = nodes.get(serverOf.get(first.id) ?? '');
  const role = best ? labelWords(best) : (first.framework ?? kindTitles[first.kind].toLowerCase());
  // One node may stand for all tools of a server: then the server's name says more than the node's.
  const whole = server && first.name === `(tools of ${server.name})`;
  const from = whole ? 'its tools' : server && shown(server.name, 24);
  const detail = from ? `${from}: ${best ? labelWords(best) : 'no role'}` : role;
  const place = first.location ? `, ${shown(first.location.file, 120)} line ${first.location.line}` : '';
  const roles = labels.map(
    label => `${labelTitles[label.label]}: ${labelWords(label)}, confidence ${label.confidence}`,
  );
  const of = server ? ` of ${shown(server.name, 60)}` : '';
  const full = [`${kindTitles[first.kind]} ${shown(first.name, 200)}${of}${place}`, ...roles].join('. ');
  return {
    ...base,
    name: shown(whole ? server.name : first.name, 200),
    detail: first.kind === 'unknown' ? 'not understood' : detail,
    full,
  };
}

function kindWord(item: PlacedItem): string {
  const word = kindTitles[item.kind].toLowerCase();
  return word === 'mcp server' ? 'server' : word === 'unknown' ? 'unknown' : word;
}

function summary(labels: readonly Label[]): string {
  const kinds = [...new Set(labels.map(({ kind }) => kind.replaceAll('-', ' ')))];
  if (kinds.length === 0) return 'without a role';
  return kinds.length <= 2 ? kinds.join(', ') : `${kinds.slice(0, 2).join(', ')}, …`;
}
