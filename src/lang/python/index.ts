import { type Language, Parser } from 'web-tree-sitter';
import { emptyModule, inSourceOrder } from '../build.ts';
import { loadGrammar } from '../grammar.ts';
import { maxProblems, maxSourceLength } from '../limits.ts';
import { createLineTable, type LineTable } from '../line-table.ts';
import type { Module, Problem } from '../module.ts';
import { docstring } from './blocks.ts';
import { createLowerer } from './create-lowerer.ts';
import { openCells } from './marimo.ts';
import { copyTree, type SyntaxFault, type SyntaxNode, syntaxFaults } from './syntax-tree.ts';

export interface PythonParser {
  /**
   * Lowers one file. Never throws: what cannot be read becomes a problem of the Module. `lines` says where offsets of
   * the text lie, when the text was taken out of another file.
   */
  lower(path: string, text: string, lines?: LineTable): Module;
  /** Frees the parser's memory; the parser must not be used afterwards. */
  dispose(): void;
}

/** Loads the grammar once; one parser serves any number of files, one after the other. */
export async function createPythonParser(): Promise<PythonParser> {
  await Parser.init();
  const language = await loadGrammar('tree-sitter-python', 'tree-sitter-python.wasm');
  const parser = new Parser();
  parser.setLanguage(language);
  return {
    lower(path, text, lines) {
      if (text.length > maxSourceLength) {
        return failed(path, 'file-too-large', `${text.length} characters, limit ${maxSourceLength}`);
      }
      const parsed = parse(parser, language, text);
      return parsed
        ? lower(path, text, parsed, lines ?? createLineTable(text))
        : failed(path, 'unsupported', 'the parser gave up');
    },
    dispose: () => parser.delete(),
  };
}

function failed(path: string, reason: Problem['reason'], detail: string): Module {
  return emptyModule(path, 'python', { reason, detail, at: [1, 1, 1, 1] });
}

interface Parsed {
  readonly root: SyntaxNode;
  readonly faults: readonly SyntaxFault[];
}

/** Parser steps allowed per character before a file counts as hostile; real code needs well under one hundredth. */
const stepsPerCharacter = 1;

function parse(parser: Parser, language: Language, text: string): Parsed | undefined {
  let steps = 1_000 + text.length * stepsPerCharacter;
  const tree = parser.parse(text, null, { progressCallback: () => --steps < 0 });
  if (!tree) {
    parser.reset();
    return undefined;
  }
  try {
    return { root: copyTree(tree, language, text), faults: syntaxFaults(tree, maxProblems) };
  } finally {
    tree.delete();
  }
}

function lower(path: string, text: string, { root, faults }: Parsed, lines: LineTable): Module {
  const lowerer = createLowerer(text, lines);
  const doc = docstring(lowerer, root);
  const body = lowerer.statements(doc === undefined ? root.children : root.children.slice(1));
  const problems = faults.map(
    (fault): Problem => ({
      reason: 'syntax-error',
      detail: fault.detail,
      at: lines.range(fault.start, fault.end),
    }),
  );
  const imports = inSourceOrder(lowerer.imports);
  return {
    path,
    language: 'python',
    imports,
    exports: [],
    body: openCells(imports, body),
    ...(doc && { doc }),
    problems: [...problems, ...lowerer.problems].slice(0, maxProblems),
  };
}
