import type { LabelId } from '../../../src/model/vocabulary.ts';
import { labelIds } from '../../../src/model/vocabulary.ts';

/** One change tried in what-if. `target`: node or edge id; an edge stands for everything between its two ends. */
export type Edit =
  | { readonly change: 'remove' | 'approve' | 'restrict'; readonly target: string }
  | {
      readonly change: 'relabel';
      readonly target: string;
      readonly label: LabelId;
      /** False: the node does not have the label; true: it has. */
      readonly present: boolean;
      readonly reason: string;
    };

const changes = ['remove', 'approve', 'restrict'] as const;

/** One line for the address bar; `readEdit` reads it back. */
export function writeEdit(edit: Edit): string {
  if (edit.change !== 'relabel') return `${edit.change}!${edit.target}`;
  return [
    'relabel',
    edit.label,
    edit.present ? 'yes' : 'no',
    encodeURIComponent(edit.reason),
    edit.target,
  ].join('!');
}

export function readEdit(line: string): Edit | undefined {
  const [head = '', ...rest] = line.split('!');
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

/** Two edits that cannot stand side by side: the later one wins. */
export function sameSubject(a: Edit, b: Edit): boolean {
  if (a.target !== b.target || (a.change === 'relabel') !== (b.change === 'relabel')) return false;
  return a.change !== 'relabel' || b.change !== 'relabel' || a.label === b.label;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
