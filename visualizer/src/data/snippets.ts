import type { Change } from '../../../src/flow/changes.ts';
import { wordFix } from '../../../src/flow/fix-words.ts';
import type { Node } from '../../../src/model/graph.ts';
import type { Report } from '../../../src/model/report.ts';
import { changesOf } from '../state/apply-edits.ts';
import type { Edit } from '../state/edit.ts';
import { indexOf } from '../state/graph-lookups.ts';
import { shown } from './names.ts';
import { labelTitles } from './words.ts';

/** What to write where, for one edit. */
export interface Snippet {
  readonly title: string;
  /** Root-relative place to change. */
  readonly place?: string;
  /** Code or settings in the dialect at hand; absent where no dialect is known and the title says it all. */
  readonly text?: string;
}

/** Code or settings for each edit, as the engine words its fixes. Label changes belong into `trefoil.yml`. */
export function snippetsFor(report: Report, edits: readonly Edit[]): readonly Snippet[] {
  const index = indexOf(report);
  return edits.flatMap((edit): readonly Snippet[] => {
    if (edit.change === 'relabel') return [];
    const changes = changesOf(report, edit);
    const patches = new Set(changes.flatMap(change => wordFix(change, [], index).patch ?? []));
    const at =
      placeOf(report, changes[0]) ?? (edit.change === 'fix' ? undefined : placeOfTarget(report, edit.target));
    return [
      {
        title: tell(report, edit),
        ...(at?.location && { place: `${shown(at.location.file, 300)}:${at.location.line}` }),
        ...(patches.size > 0 && { text: [...patches].join('\n') }),
      },
    ];
  });
}

/** One edit in words. */
export function tell(report: Report, edit: Edit): string {
  const index = indexOf(report);
  const quote = (id: string): string => `‘${shown(index.nodes.get(id)?.name ?? id, 60)}’`;
  // Agents often have tools of the same name: then the agent tells them apart.
  const name = (id: string): string => {
    const own = index.nodes.get(id)?.name;
    const actor = index.actors.get(id)?.[0];
    const twin = actor && report.nodes.some(node => node.name === own && node.id !== id);
    return twin && actor !== id ? `${quote(id)} of ${quote(actor)}` : quote(id);
  };
  if (edit.change === 'fix') return wordFix(edit.fix, [], index).detail;
  const edge = index.edges.get(edit.target);
  const subject = edge ? `${name(edge.from)} – ${name(edge.to)}` : name(edit.target);
  switch (edit.change) {
    case 'remove':
      return edge ? `Remove the connection ${subject}.` : `Remove ${subject}.`;
    case 'approve':
      if (index.nodes.get(edit.target)?.kind === 'agent')
        return `Let a person confirm everything ${subject} does.`;
      return edge
        ? `Let a person confirm what passes ${subject}.`
        : `Let a person confirm each call of ${subject}.`;
    case 'restrict':
      return `Restrict ${edge ? name(edge.to) : subject} to known recipients, records and people.`;
    case 'relabel':
      return `${subject} ${edit.present ? 'is' : 'is not'}: ${labelTitles[edit.label].toLowerCase()}, because ${shown(edit.reason || 'no reason given', 200)}`;
  }
}

/** The agent whose tools change, else the thing itself. */
function placeOf(report: Report, change: Change | undefined): Node | undefined {
  if (!change) return undefined;
  const { nodes, edges, actors } = indexOf(report);
  if ('agent' in change) return nodes.get(change.agent);
  if ('edge' in change) return nodes.get(edges.get(change.edge)?.from ?? '');
  const node = nodes.get(change.node);
  return node?.location ? node : nodes.get(actors.get(change.node)?.[0] ?? '');
}

function placeOfTarget(report: Report, target: string): Node | undefined {
  const { nodes, edges } = indexOf(report);
  return nodes.get(edges.get(target)?.to ?? target);
}
