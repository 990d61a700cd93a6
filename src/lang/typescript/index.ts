import { ts } from 'ts-morph';
import { emptyModule, inSourceOrder } from '../build.ts';
import { commentText } from '../doc-text.ts';
import { maxProblems, maxSourceLength } from '../limits.ts';
import { createLineTable, type LineTable } from '../line-table.ts';
import type { Module, Problem } from '../module.ts';
import { createLowerer } from './create-lowerer.ts';

export interface TypescriptOptions {
  /** Longest text that is parsed, in UTF-16 units; bundles asked for by name may be larger than the default. */
  readonly maxBytes?: number;
  /** Where offsets of the text lie, when the text was taken out of another file. */
  readonly lines?: LineTable;
}

/**
 * Lowers TypeScript or JavaScript (with JSX) to the program model. Never throws: what cannot be read becomes a
 * problem of the Module. Only syntax is used; types are not checked and imports are not followed.
 */
export function lowerTypescript(path: string, text: string, options: TypescriptOptions = {}): Module {
  const limit = options.maxBytes ?? maxSourceLength;
  if (text.length > limit) {
    return failed(path, 'file-too-large', `${text.length} characters, limit ${limit}`);
  }
  try {
    return lower(path, text, options.lines ?? createLineTable(text));
  } catch (error) {
    // The compiler's parser recurses without a bound of its own; a hostile file can only exhaust the stack.
    if (error instanceof RangeError) return failed(path, 'depth-limit', 'nesting too deep to parse');
    return failed(path, 'syntax-error', error instanceof Error ? error.message : 'the parser gave up');
  }
}

function failed(path: string, reason: Problem['reason'], detail: string): Module {
  return emptyModule(path, 'typescript', { reason, detail, at: [1, 1, 1, 1] });
}

function lower(path: string, text: string, lines: LineTable): Module {
  const file = ts.createSourceFile(
    path,
    text,
    { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    false,
    scriptKind(path),
  );
  const lowerer = createLowerer(file, lines);
  const problems = syntaxErrors(file).map(
    (error): Problem => ({
      reason: 'syntax-error',
      detail: ts.flattenDiagnosticMessageText(error.messageText, ' '),
      at: lines.range(error.start, Math.min(text.length, error.start + error.length)),
    }),
  );
  const body = lowerer.statements(file.statements);
  const doc = leadingComment(text);
  return {
    path,
    language: 'typescript',
    imports: inSourceOrder(lowerer.imports),
    exports: lowerer.exports,
    body,
    ...(doc && { doc }),
    problems: [...problems, ...lowerer.problems].slice(0, maxProblems),
  };
}

const kinds: readonly (readonly [RegExp, ts.ScriptKind])[] = [
  [/\.tsx$/i, ts.ScriptKind.TSX],
  [/\.[mc]?ts$/i, ts.ScriptKind.TS],
  [/\.jsx$/i, ts.ScriptKind.JSX],
  [/\.[mc]?js$/i, ts.ScriptKind.JS],
];

function scriptKind(path: string): ts.ScriptKind {
  return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? ts.ScriptKind.TS;
}

/** The parser keeps its errors in a field the public type does not show. */
function syntaxErrors(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  const errors: unknown = Reflect.get(file, 'parseDiagnostics');
  return Array.isArray(errors) ? errors.slice(0, maxProblems) : [];
}

/** A comment at the very start of the file; a run of `//` lines counts as one. */
function leadingComment(text: string): string | undefined {
  const start = ts.getShebang(text)?.length ?? 0;
  const ranges = ts.getLeadingCommentRanges(text, start) ?? [];
  const first = ranges[0];
  if (!first) return undefined;
  if (first.kind === ts.SyntaxKind.MultiLineCommentTrivia)
    return commentText(text.slice(first.pos, first.end));
  const run = ranges.filter(range => range.kind === ts.SyntaxKind.SingleLineCommentTrivia);
  return commentText(text.slice(first.pos, run.at(-1)?.end ?? first.end));
}
