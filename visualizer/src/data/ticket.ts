import type { Chain } from '../../../src/model/chain.ts';
import type { Report } from '../../../src/model/report.ts';
import type { Edit } from '../state/edit.ts';
import { shown } from './names.ts';
import { snippetsFor, tell } from './snippets.ts';
import { nodeName, ruleTitles } from './words.ts';

/** The chains a set of edits stops and leaves. */
export interface TicketFacts {
  readonly gone: readonly Chain[];
  readonly gated: readonly Chain[];
  readonly left: readonly Chain[];
}

/** The edits as a Markdown task list for a ticket. Names are escaped; nothing from the tree can become markup. */
export function ticket(report: Report, edits: readonly Edit[], { gone, gated, left }: TicketFacts): string {
  const nodes = new Map(report.nodes.map(node => [node.id, node]));
  const line = (chain: Chain): string => {
    const ends = [chain.untrusted, chain.sensitive, chain.sink].flatMap(id => id ?? []);
    const names = [...new Set(ends)].map(id => markdown(shown(nodeName(nodes.get(id), id), 60)));
    return `- ${chain.severity}: ${ruleTitles[chain.rule]} (${names.join(' → ')}), ${markdown(chain.id)}`;
  };
  const section = (title: string, chains: readonly Chain[]): readonly string[] =>
    chains.length > 0 ? ['', `### ${title}`, '', ...chains.map(line)] : [];
  const snippets = snippetsFor(report, edits).map(
    ({ title, place }) => `- [ ] ${markdown(title)}${place ? ` (${markdown(place)})` : ''}`,
  );
  const labels = edits
    .filter(({ change }) => change === 'relabel')
    .map(edit => `- [ ] ${markdown(tell(report, edit))}`);
  return [
    `## ${markdown(shown(report.root, 60))}: changes that stop ${gone.length + gated.length} of ${gone.length + gated.length + left.length} open chains`,
    '',
    ...snippets,
    ...labels,
    ...section('Gone', gone),
    ...section('Gated', gated),
    ...section('Still open', left),
    '',
  ].join('\n');
}

function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#+!|@~&]/g, '\\$&');
}
