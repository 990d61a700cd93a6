import type { ParsedFile, SyntaxLanguage } from '../../src/lang/tree/tree.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';

/** A text file handed to file analyzers. `path` is root-relative. */
export interface TextFile {
  readonly path: string;
  readonly content: string;
}

/** The files that match the `settings` of an analyzer, sorted by path. */
export type Settings = () => readonly TextFile[];

/** Knowledge the resolver needs about a framework's objects. */
export interface Conventions {
  /** Method symbols that return their receiver: `langgraph.graph.StateGraph().add_node`. Prefix `*` allowed at the end. */
  readonly fluent?: readonly string[];
  /** Functions whose result is their first argument (or the named one): wrappers, `compile`. */
  readonly transparent?: readonly string[];
  /**
   * Method names so telling that their result is known even where the receiver is not: `bind_tools`. The result has
   * the symbol `?.bind_tools`.
   */
  readonly telling?: readonly string[];
}

/** Files of a language that is read as syntax only. They are parsed when a manifest names one of the dependencies. */
export interface SyntaxSource {
  readonly language: SyntaxLanguage;
  /** Code files. */
  readonly files: RegExp;
  /** Manifests; those that name a dependency open the files of their folder. */
  readonly manifests: RegExp;
  readonly dependencies: RegExp;
  /** Words without which a code file has nothing to tell. */
  readonly mention: RegExp;
  /** Facts of all parsed files, sorted by path; manifests that named a dependency come along as texts. */
  read(files: readonly ParsedFile[], manifests: readonly TextFile[]): readonly Fact[];
}

/**
 * One framework or configuration format. A code analyzer implements `code`, a file analyzer `file` or `together`; some both.
 * Everything is pure: no disk, no network, no state. Nothing yielded means "not mine".
 */
export interface Analyzer {
  /** Folder name. */
  readonly id: string;
  readonly title: string;
  /** What is read, a line each, for README coverage. */
  readonly reads: readonly string[];
  /** What is known not to be read. */
  readonly notRead: readonly string[];
  /** Package names whose presence as dependency or import means the framework is used; for the no-agent gap. */
  readonly packages: { readonly pypi?: readonly string[]; readonly npm?: readonly string[] };
  /** Import prefixes (Python modules, npm packages) that make a code file relevant. */
  readonly imports: readonly string[];
  /** Text that makes a code file relevant although it imports nothing of the framework: the address of an API. */
  readonly mentions?: RegExp;
  /** Files to read: matched against the root-relative path. */
  readonly files?: readonly RegExp[];
  readonly conventions?: Conventions;
  /** Settings files that belong to code of the framework: read only when `code` or `complete` asks for them. */
  readonly settings?: readonly RegExp[];
  code?(project: Project, settings: Settings): Iterable<Fact>;
  /** A second round over the facts of all analyzers, for what no framework sees alone. */
  complete?(found: readonly Fact[], project: Project, settings: Settings): Iterable<Fact>;
  /** Returns null when the file is not of this format after all. Broken content gives a gap fact, never an exception. */
  file?(file: TextFile): readonly Fact[] | null;
  /** For languages without a program model. */
  readonly syntax?: SyntaxSource;
  /** For settings spread over several files: all files that match, sorted by path, in one call. */
  together?(files: readonly TextFile[]): readonly Fact[];
}
