import type { Chain, Fix } from '../../../src/model/chain.ts';
import type { Edit } from './edit.ts';
import { sameSubject, writeEdit } from './edit.ts';

/** A change with the open chains it should stop; `cost` grows with the loss of function. */
export interface Cut {
  readonly edit: Edit;
  readonly stops: readonly string[];
  readonly cost: number;
}

const costs = { approve: 1, restrict: 1.6, remove: 3, relabel: 9 } as const;

/** What each kind of fix is as an edit; the rest has to be done by hand. */
const editOf: { readonly [action in Fix['action']]?: 'approve' | 'remove' | 'restrict' } = {
  'add-approval': 'approve',
  'remove-tool': 'remove',
  'remove-server': 'remove',
  deny: 'remove',
  'disable-renderer': 'remove',
  'restrict-tool': 'restrict',
  'bind-destination': 'restrict',
};

/** The edit that tries a fix of the report, where there is one. */
export function editOfFix(fix: Fix): Edit | undefined {
  const change = editOf[fix.action];
  return change && { change, target: fix.target };
}

/** Changes worth trying for these chains, best first: most chains stopped for the least loss. */
export function cutsFor(chains: readonly Chain[], tried: readonly Edit[] = []): readonly Cut[] {
  const open = new Set(chains.map(({ id }) => id));
  const found = new Map<string, { readonly edit: Edit; readonly stops: Set<string> }>();
  const add = (edit: Edit, ids: readonly string[]): void => {
    if (tried.some(other => sameSubject(other, edit))) return;
    const key = writeEdit(edit);
    const entry = found.get(key) ?? { edit, stops: new Set<string>() };
    for (const id of ids) if (open.has(id)) entry.stops.add(id);
    found.set(key, entry);
  };
  for (const chain of chains) {
    for (const fix of chain.fixes) {
      const edit = editOfFix(fix);
      if (edit) add(edit, fix.cuts.length > 0 ? fix.cuts : [chain.id]);
    }
    if (chain.legs.sink.length > 0) add({ change: 'approve', target: chain.sink }, [chain.id]);
    add({ change: 'remove', target: chain.sink }, [chain.id]);
    for (const leg of ['untrusted', 'sensitive'] as const) {
      const node = chain[leg];
      if (node && chain.alternatives[leg].length === 0) add({ change: 'remove', target: node }, [chain.id]);
    }
  }
  return [...found.entries()]
    .map(([key, { edit, stops }]) => ({ key, edit, stops: [...stops].sort(), cost: costs[edit.change] }))
    .filter(({ stops }) => stops.length > 0)
    .sort((a, b) => b.stops.length / b.cost - a.stops.length / a.cost || (a.key < b.key ? -1 : 1))
    .map(({ edit, stops, cost }) => ({ edit, stops, cost }));
}
