import { type Change, changeKey } from '../../../src/flow/changes.ts';
import type { LabelId } from '../../../src/model/vocabulary.ts';
import { labelIds } from '../../../src/model/vocabulary.ts';
import { readChange } from './read-change.ts';

/** One change tried in what-if. */
export type Edit =
  /** By hand. `target`: node or edge id; an edge stands for everything between its two ends. */
  | { readonly change: 'remove' | 'approve' | 'restrict'; readonly target: string }
  /** As the flow engine proposes it. */
  | { readonly change: 'fix'; readonly fix: Change }
  | {
      readonly change: 'relabel';
      readonly target: string;
      readonly label: LabelId;
      /** False: the node does not have the label; true: it has. */
      readonly present: boolean;
      readonly reason: string;
    };

const changes = ['remove', 'approve', 'restrict'] as const;

/** A change of the engine as an edit: in the plain words for what can be done by hand, too. */
export function editOf(change: Change): Edit {
  if (change.change === 'approve' || change.change === 'remove')
    return { change: change.change, target: change.node };
  if (change.change === 'approve-step') return { change: 'approve', target: change.edge };
  return { change: 'fix', fix: change };
}

/** One line for the address bar; `readEdit` reads it back. */
export function writeEdit(edit: Edit): string {
  if (edit.change === 'fix') return `fix!${JSON.stringify(edit.fix)}`;
  if (edit.change !== 'relabel') return `${edit.change}!${edit.target}`;
  return [
    'relabel',
    edit.label,
    edit.present ? 'yes' : 'no',
    encodeURIComponent(edit.reason).replaceAll('!', '%21'),
    edit.target,
  ].join('!');
}

export function readEdit(line: string): Edit | undefined {
  const [head = '', ...rest] = line.split('!');
  if (head === 'fix') {
    const change = readChange(rest.join('!'));
    return change && editOf(change);
  }
  const change = changes.find(word => word === head);
  if (change) return rest.length > 0 ? { change, target: rest.join('!') } : undefined;
  const label = labelIds.find(word => word === rest[0]);
  if (head !== 'relabel' || !label || rest.length < 4) return undefined;
  return {
    change: 'relabel',
    label,
    present: rest[1] === 'yes',
    reason: decode(rest[2] ?? ''),
    target: rest.slice(3).join('!'),
  };
}

/** Two edits with the same subject cannot stand side by side: the later one wins. */
export function subjectOf(edit: Edit): string {
  if (edit.change === 'fix') return changeKey(edit.fix);
  return edit.change === 'relabel' ? `label ${edit.label} ${edit.target}` : `part ${edit.target}`;
}

export function sameSubject(a: Edit, b: Edit): boolean {
  return subjectOf(a) === subjectOf(b);
}

/** Nodes and edges an edit changes, to mark them in the picture. */
export function targetsOf(edit: Edit): readonly string[] {
  if (edit.change !== 'fix') return [edit.target];
  const { fix } = edit;
  if ('node' in fix) return [fix.node];
  return 'edge' in fix ? [fix.edge] : [fix.agent, ...fix.readers];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
