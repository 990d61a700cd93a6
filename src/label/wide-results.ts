import type { Behavior, ReachedCall } from '../behavior/types.ts';

/** What a tool hands to the model as it lies in the store, in words; undefined when it picks. */
export function wideResult(behavior: Behavior): string | undefined {
  const reads = behavior.calls.filter(call => call.capabilities.includes('db.read'));
  // The rows often come back by a later call than the one with the statement.
  if (!reads.some(call => call.returns === 'content')) return undefined;
  return reads.flatMap(call => wideRead(call) ?? [])[0];
}

function wideRead(call: ReachedCall): string | undefined {
  const statement = call.arguments.find(({ role }) => role === 'sql')?.text;
  const table = statement === undefined ? undefined : everyColumn.exec(statement)?.[1];
  return table === undefined ? undefined : `every column of ${table.replace(/["'`[\]]/g, '')}`;
}

/** `select *`, also of one table by name; `count(*)` is another matter. */
const everyColumn =
  /^\s*select\s+(?:distinct\s+)?(?:[\w"`]{1,60}\.)?\*\s*(?:,[^;]{0,200}?)?\s+from\s+([\w."'`[\]]{1,120})/i;
