import type { Analyzer, SyntaxSource, TextFile } from '../../analyzers/_shared/analyzer.ts';
import type { ParsedFile } from '../lang/tree/tree.ts';
import type { Fact } from '../model/fact.ts';
import type { Gap } from '../model/graph.ts';
import type { FileFacts } from './run-analyzers.ts';

type Read = (path: string) => string | Gap;

/** More code files than this are left out with a gap; the largest server known has a third of it. */
const maxFiles = 6_000;

/** Test code declares tools that nobody serves. */
const isTest =
  /(^|\/)(?:tests?|testdata|__tests__|spec|e2e|evals?)\/|_test\.go$|Tests?\.(?:cs|java)$|\.Tests?\/|\.(?:Unit|Live|Integration)?Tests\/|_spec\.rb$/i;

/**
 * Facts of languages that are read as syntax only. Costs one pass over the paths for projects without such a language:
 * code files are looked at only where a manifest names a dependency, and grammars are loaded only then.
 */
export async function runSyntaxAnalyzers(
  analyzers: readonly Analyzer[],
  paths: readonly string[],
  read: Read,
): Promise<FileFacts> {
  const out: { facts: Fact[]; gaps: Gap[]; parsed: number } = { facts: [], gaps: [], parsed: 0 };
  for (const { id, syntax } of analyzers) {
    if (!syntax) continue;
    const manifests = opened(syntax, paths, read);
    if (manifests.length === 0) continue;
    const files = candidates(syntax, manifests, paths, read);
    if (files.length === 0) continue;
    const { parsed, gaps } = await parseAll(syntax, files.slice(0, maxFiles));
    out.gaps.push(...gaps);
    if (files.length > maxFiles)
      out.gaps.push({
        reason: 'depth-limit',
        detail: `${files.length - maxFiles} files of ${id} are left out`,
      });
    out.parsed += parsed.length;
    try {
      out.facts.push(...syntax.read(parsed, manifests));
    } catch (error) {
      const detail = `the ${id} analyzer failed: ${String(error).slice(0, 300)}`;
      out.gaps.push({ reason: 'unsupported', detail });
    }
  }
  return out;
}

/** Manifests that name a dependency of the analyzer. */
function opened(syntax: SyntaxSource, paths: readonly string[], read: Read): readonly TextFile[] {
  return paths
    .filter(path => syntax.manifests.test(path))
    .flatMap(path => {
      const content = read(path);
      return typeof content === 'string' && syntax.dependencies.test(content) ? [{ path, content }] : [];
    });
}

function candidates(
  syntax: SyntaxSource,
  manifests: readonly TextFile[],
  paths: readonly string[],
  read: Read,
): readonly TextFile[] {
  const folders = manifests.map(({ path }) => path.replace(/[^/]*$/, ''));
  return paths
    .filter(
      path =>
        syntax.files.test(path) && !isTest.test(path) && folders.some(folder => path.startsWith(folder)),
    )
    .flatMap(path => {
      const content = read(path);
      return typeof content === 'string' && syntax.mention.test(content) ? [{ path, content }] : [];
    });
}

async function parseAll(
  { language }: SyntaxSource,
  files: readonly TextFile[],
): Promise<{ readonly parsed: readonly ParsedFile[]; readonly gaps: readonly Gap[] }> {
  const { createTreeParser } = await import('../lang/tree/parse.ts');
  const parser = await createTreeParser(language);
  if (!parser) {
    return {
      parsed: [],
      gaps: [{ reason: 'unsupported', detail: `the grammar of ${language} could not be loaded` }],
    };
  }
  const parsed: ParsedFile[] = [];
  const gaps: Gap[] = [];
  try {
    for (const { path, content } of files) {
      const root = parser.parse(content);
      if (typeof root === 'string')
        gaps.push({ reason: root, location: { file: path, line: 1 }, detail: `${path} could not be parsed` });
      else parsed.push({ path, text: content, root });
    }
  } finally {
    parser.dispose();
  }
  return { parsed, gaps };
}
