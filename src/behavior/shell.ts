import { classify } from './classify.ts';
import { programs } from './data/programs.ts';
import { constantText, type Flow, options, textOf } from './flow.ts';
import type { Met } from './machine.ts';

interface Known {
  readonly capabilities: readonly string[];
  readonly notes: readonly string[];
}

/** What a started program can do: nothing is sure when the model writes the command line, else the program decides. */
export function programCapabilities(command: Flow, call: Met): Known {
  const shown = classify(command);
  const words = wordsOf(command, call);
  const [program] = words;
  if (program === undefined) {
    return {
      capabilities: ['shell.run'],
      notes: shown.kind === 'model' ? ['the command is chosen by the model'] : [],
    };
  }
  const isLine =
    command.contents === undefined &&
    shown.kind !== 'constant' &&
    shown.kind !== 'config' &&
    !isArgumentList(call);
  if (isLine && (shown.kind === 'part' || shown.kind === 'model')) {
    return { capabilities: ['shell.run'], notes: ['model-chosen text is put into a command line'] };
  }
  const name =
    program
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.exe$/i, '') ?? program;
  const rows = programs.filter(
    row => row.program === name && (!row.first || words.slice(1).some(word => row.first?.includes(word))),
  );
  if (rows.length > 0 && isOpen(call)) {
    const all = programs.filter(row => row.program === name).flatMap(row => row.capabilities);
    return {
      capabilities: [...new Set(all)].filter(word => word !== 'compute.pure').sort(),
      notes: [`starts ${name}; the model chooses what it does`],
    };
  }
  const row = rows.find(one => one.first) ?? rows[0];
  return {
    capabilities: row?.capabilities ?? ['system.write'],
    notes: [`starts ${name}${row ? '' : ', a program that is not known'}`],
  };
}

/** Begins with a program that only reads files, whatever the model adds: `rg -n -- {pattern}`. */
export function readsFiles(command: Flow, call: Met): boolean {
  const [name] = wordsOf(command, call);
  const rows = programs.filter(row => row.program === name);
  return rows.length > 0 && rows.every(row => row.capabilities.join() === 'file.read');
}

/** No subcommand is written in the code: the first word behind the program is the model's. */
function isOpen(call: Met): boolean {
  const [first] = call.args.positional[1]?.contents?.rest ?? [];
  if (!first || constantText(first) !== undefined) return false;
  const { kind } = classify(first);
  return kind === 'model' || kind === 'part';
}

/** `execFile(program, [args])` and `spawn(program, [args])` start no shell. */
function isArgumentList(call: Met): boolean {
  return call.args.positional[1]?.contents !== undefined;
}

/** The constant words of a command, program first. */
function wordsOf(command: Flow, call: Met): readonly string[] {
  // Of `execFile(program, [words])` the first alternative is the program, the second its words.
  const [lead = command] = isArgumentList(call) ? options(command) : [command];
  const items = lead.contents?.rest;
  if (items) return items.flatMap(item => constantText(item) ?? []);
  // A program that comes with a package is called what the package is called: `rgPath` of `@vscode/ripgrep`.
  const brought =
    lead.value?.kind === 'external' ? /^(?:@[^/]+\/)?([^/#]+)#/.exec(lead.value.symbol)?.[1] : undefined;
  if (brought !== undefined && isArgumentList(call)) return [brought];
  const [head] = textOf(lead) ?? [];
  const first = typeof head === 'string' ? head.trim().split(/\s+/).filter(Boolean) : [];
  const rest = (call.args.positional[1]?.contents?.rest ?? []).flatMap(item => constantText(item) ?? []);
  return [...first, ...rest];
}
