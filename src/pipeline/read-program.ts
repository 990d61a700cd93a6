import type { Analyzer, TextFile } from '../../analyzers/_shared/analyzer.ts';
import {
  createModuleCache,
  type Discovery,
  defaultCacheFolder,
  discover,
  importedModules,
  lowerFiles,
  readProjectFacts,
} from '../discover/index.ts';
import { languageOf } from '../lang/index.ts';
import type { Module } from '../lang/module.ts';
import type { Gap } from '../model/graph.ts';
import { locate } from '../model/location.ts';
import type { ProjectFacts } from '../model/project-facts.ts';
import type { Coverage } from '../model/report.ts';
import { createProject } from '../resolve/index.ts';
import { createModuleResolver, type ModuleResolver } from '../resolve/modules.ts';
import type { Project } from '../resolve/project.ts';
import { importMatcher } from './framework-traces.ts';
import { type Cells, cellsIn } from './notebook-cells.ts';
import { resolverFacts } from './resolver-facts.ts';
import { type FileFacts, type ReadSettings, runFileAnalyzers } from './run-analyzers.ts';
import { runSyntaxAnalyzers } from './run-syntax.ts';
import { type CodeFile, selectCode } from './select-code.ts';

/** What limits and speeds up reading. */
export interface ReadOptions {
  /** Root-relative files or folders to stay within; empty or absent means the whole root. */
  readonly only?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** False parses every file anew and stores nothing. */
  readonly cache?: boolean;
  /** Worker threads. */
  readonly jobs?: number;
  readonly onProgress?: (text: string) => void;
}

/** A tree that has been read: configuration as facts, code as a program to ask. */
export interface Program {
  readonly name: string;
  readonly configuration: FileFacts;
  readonly project: Project;
  readonly manifests: ProjectFacts;
  readonly gaps: readonly Gap[];
  readonly files: Pick<Coverage, 'filesSeen' | 'filesParsed' | 'filesSkipped'>;
  /** Texts of settings files that code analyzers ask for. */
  readonly settings?: ReadSettings;
  /** Cells of the notebooks that were read, by file. */
  readonly cells?: Cells;
}

/** Reads a folder: lists it, shows configuration to the analyzers, and lowers the code that matters. */
export async function readProgram(
  root: string,
  analyzers: readonly Analyzer[],
  options: ReadOptions,
): Promise<Program> {
  options.onProgress?.('listing files');
  const { include = [], exclude = [] } = options;
  return readTree(discover(root, { include, exclude }), analyzers, options);
}

/** Reads a tree that is listed already. */
export async function readTree(
  tree: Discovery,
  analyzers: readonly Analyzer[],
  options: Omit<ReadOptions, 'include' | 'exclude'>,
): Promise<Program> {
  const progress = options.onProgress ?? (() => {});
  const manifests = readProjectFacts(tree);
  const facts = resolverFacts(manifests);
  const wanted = within(options.only ?? []);
  const files = tree.files.filter(({ path }) => wanted(path));
  progress(`reading ${files.length} files`);
  const paths = files.map(({ path }) => path);
  const settings = runFileAnalyzers(analyzers, paths, tree.read);
  const configuration = joined(settings, await runSyntaxAnalyzers(analyzers, paths, tree.read));

  const sources = new Set(tree.files.filter(({ kind }) => kind === 'code').map(({ path }) => path));
  const frameworks = new Set(
    analyzers.flatMap(({ packages }) => [...(packages.npm ?? []), ...(packages.pypi ?? [])]),
  );
  const resolver = createModuleResolver(sources, facts, frameworks, tree.name);
  const prefilter = readImports(
    tree,
    paths.filter(path => sources.has(path)),
    analyzers.flatMap(({ mentions }) => mentions ?? []),
  );
  const names = importMatcher(analyzers.flatMap(({ code, imports }) => (code ? imports : [])));
  const isRelevant = (specifier: string, from: string): boolean =>
    specifier === mention || (names(specifier) && !isOwnSource(resolver, specifier, from));
  const selection = selectCode(prefilter.files, isRelevant, (specifier, from) => {
    const target = resolver.resolve(specifier, from);
    return target.to === 'file' ? target.path : undefined;
  });

  progress(`parsing ${selection.paths.length} files`);
  const texts = selection.paths.flatMap(path => {
    const text = tree.read(path);
    return typeof text === 'string' ? [{ path, text }] : [];
  });
  const cache = options.cache === false ? undefined : createModuleCache(defaultCacheFolder(process.env));
  const modules = await lowerFiles(texts, {
    ...(cache && { cache }),
    ...(options.jobs !== undefined && { jobs: options.jobs }),
  });
  progress('resolving values');
  const project = createProject({
    modules: new Map(modules.map(module => [module.path, module])),
    files: sources,
    facts,
    frameworks,
    name: tree.name,
    conventions: {
      fluent: analyzers.flatMap(({ conventions }) => conventions?.fluent ?? []),
      transparent: analyzers.flatMap(({ conventions }) => conventions?.transparent ?? []),
      telling: analyzers.flatMap(({ conventions }) => conventions?.telling ?? []),
    },
  });
  return {
    name: tree.name,
    cells: cellsIn(texts),
    configuration,
    settings: patterns => settingsIn(paths, patterns, tree.read),
    project,
    manifests: facts,
    gaps: [
      ...tree.gaps,
      ...manifests.gaps,
      ...configuration.gaps,
      ...prefilter.gaps,
      ...modules.flatMap(problemsOf),
      ...leftOut(selection.leftOut),
    ],
    files: {
      filesSeen: files.length,
      filesParsed: modules.length + configuration.parsed,
      filesSkipped: tree.skipped,
    },
  };
}

/**
 * A Python framework's own source that names itself is no use of the framework: `src/agents/x.py` with
 * `import agents.y`. The prefilter spells `from a.b import c` as `a.b.c`, too.
 */
function isOwnSource(resolver: ModuleResolver, specifier: string, from: string): boolean {
  const head = specifier.split('.')[0] ?? specifier;
  return [specifier, specifier.replace(/\.\w+$/, '')].some(name => {
    const target = resolver.resolve(name, from);
    const owner = target.to === 'file' ? resolver.frameworkOf(target.path) : undefined;
    if (target.to !== 'file' || owner === undefined) return false;
    const path = target.path.slice(owner === '' ? 0 : owner.length + 1).replace(/^(?:src|lib|python)\//, '');
    return path.startsWith(`${head}/`) || path === `${head}.py`;
  });
}

const maxSettings = 400;

/** Texts of files that match; what cannot be read is left out, others say so. */
function settingsIn(
  paths: readonly string[],
  patterns: readonly RegExp[],
  read: Discovery['read'],
): readonly TextFile[] {
  const wanted = paths.filter(path => patterns.some(pattern => pattern.test(path)));
  return wanted.slice(0, maxSettings).flatMap(path => {
    const content = read(path);
    return typeof content === 'string' ? [{ path, content }] : [];
  });
}

function joined(a: FileFacts, b: FileFacts): FileFacts {
  return { facts: [...a.facts, ...b.facts], gaps: [...a.gaps, ...b.gaps], parsed: a.parsed + b.parsed };
}

function within(only: readonly string[]): (path: string) => boolean {
  if (only.length === 0) return () => true;
  return path => only.some(part => path === part || path.startsWith(`${part}/`));
}

/** Stands among the imports of a file whose text alone makes it relevant. */
const mention = 'text:mention';

function readImports(
  tree: Discovery,
  paths: readonly string[],
  mentions: readonly RegExp[],
): { readonly files: readonly CodeFile[]; readonly gaps: readonly Gap[] } {
  const files: CodeFile[] = [];
  const gaps: Gap[] = [];
  for (const path of paths) {
    const kind = languageOf(path);
    const text = tree.read(path);
    if (typeof text !== 'string') gaps.push(text);
    else if (kind) {
      const extra = mentions.some(pattern => pattern.test(text)) ? [mention] : [];
      files.push({ path, imports: [...importedModules(text, kind), ...extra] });
    }
  }
  return { files, gaps };
}

function problemsOf(module: Module): readonly Gap[] {
  return module.problems.map(({ reason, detail, at }) => ({
    reason,
    detail,
    location: locate(module.path, at),
  }));
}

function leftOut(count: number): readonly Gap[] {
  if (count === 0) return [];
  return [
    { reason: 'depth-limit', detail: `${count} more files belong to agent code; the limit was reached` },
  ];
}
