import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { isRun, nameIn } from './symbols.ts';

/** Where the input of a run comes from, as far as the code shows. */
export interface Origins {
  /** Earlier runs whose answer is in it; `history` when the whole conversation is. */
  readonly runs: readonly { readonly call: InstanceValue; readonly history: boolean }[];
  /** A person at a terminal typed it. */
  readonly terminal: boolean;
  /** Objects of project classes in it, by class id: an agent's typed output may be one. */
  readonly classes: ReadonlySet<string>;
}

const terminal =
  /^(?:builtins\.input|sys\.argv|sys\.stdin|argparse\.|typer\.prompt|click\.prompt|rich\.prompt\.|questionary\.|prompt_toolkit\.|(?:node:)?readline|@inquirer|prompts#|globalThis\.prompt|globalThis\.process\.argv|\?\.question$)/;
const historyMember = /(?:to_input_list|toInputList|\bhistory)(?:\(\))?$/;

/** Walks the parts of an input value; bounded in depth and in the number of parts. */
export function originsOf(value: Value | undefined): Origins {
  const runs = new Map<string, { readonly call: InstanceValue; readonly history: boolean }>();
  const classes = new Set<string>();
  const seen = new Set<string>();
  let typed = false;
  let steps = 0;
  const visit = (item: Value | undefined, depth: number, history: boolean): void => {
    if (!item || depth > 12 || steps++ > 600) return;
    switch (item.kind) {
      case 'text':
        for (const part of item.parts) if (typeof part !== 'string') visit(part, depth + 1, history);
        return;
      case 'list':
        for (const inner of item.items) visit(inner.value, depth + 1, history);
        return;
      case 'record':
        for (const entry of item.entries) visit(entry.value, depth + 1, history);
        return;
      case 'union':
        for (const option of item.options) visit(option, depth + 1, history);
        return;
      case 'external':
        if (terminal.test(item.symbol)) typed = true;
        visit(item.receiver, depth + 1, history || historyMember.test(item.symbol));
        return;
      case 'instance':
        instance(item, depth, history);
        return;
      default:
    }
  };
  const instance = (item: InstanceValue, depth: number, history: boolean): void => {
    const key = `${item.id} ${history}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (terminal.test(item.symbol)) typed = true;
    if (isRun(nameIn(item.symbol) ?? '')) {
      if (!runs.has(item.id) || history) runs.set(item.id, { call: item, history });
      return;
    }
    if (item.classValue) classes.add(item.classValue.id);
    visit(item.receiver, depth + 1, history || historyMember.test(item.symbol));
    for (const arg of item.args.positional) visit(arg, depth + 1, history);
    for (const arg of item.args.named) visit(arg.value, depth + 1, history);
  };
  visit(value, 0, false);
  return { runs: [...runs.values()], terminal: typed, classes };
}
