/** A tool every agent of the SDK has unless its set is narrowed. `free`: runs without permission. */
export interface BuiltIn {
  readonly name: string;
  readonly free: boolean;
  /** Changes files of the workspace: `acceptEdits` lets it run. */
  readonly edits?: boolean;
}

/** The built-in set as the packages document it; tools that only keep the agent's own notes are left out. */
export const builtIns: readonly BuiltIn[] = [
  { name: 'Bash', free: false },
  { name: 'Read', free: true },
  { name: 'Glob', free: true },
  { name: 'Grep', free: true },
  { name: 'Write', free: false, edits: true },
  { name: 'Edit', free: false, edits: true },
  { name: 'NotebookEdit', free: false, edits: true },
  { name: 'WebFetch', free: false },
  { name: 'WebSearch', free: false },
];

/** Spellings of the same tool over the versions. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['MultiEdit', 'Edit'],
  ['LS', 'Glob'],
]);

/** The tool a rule speaks of: `Bash(git *)` and `MultiEdit` are `Bash` and `Edit`. */
export function toolOf(rule: string): string {
  const name = rule.replace(/\(.*$/s, '').trim();
  return renamed.get(name) ?? name;
}

/** Whether a rule speaks of a tool as a whole. */
export const isWhole = (rule: string): boolean => !/\((?!\s*(?:\*|:\*|\*\*)?\s*\))/.test(rule);
