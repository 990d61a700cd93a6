import type { Analyzer, TextFile } from '../../analyzers/_shared/analyzer.ts';
import type { Fact, GapFact } from '../model/fact.ts';
import type { Gap } from '../model/graph.ts';
import type { Project } from '../resolve/project.ts';
import { createDeadline, type Deadline } from './deadline.ts';

/** Facts of configuration files, and the files that could not be read. */
export interface FileFacts {
  readonly facts: readonly Fact[];
  readonly gaps: readonly Gap[];
  /** Number of files some analyzer recognised. */
  readonly parsed: number;
}

/** Shows every matching file to every file analyzer. An analyzer that throws costs its own facts of that file only. */
export function runFileAnalyzers(
  analyzers: readonly Analyzer[],
  paths: readonly string[],
  read: (path: string) => string | Gap,
  deadline: Deadline = createDeadline(),
): FileFacts {
  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  const gathered = new Map<Analyzer, TextFile[]>();
  let parsed = 0;
  for (const path of paths) {
    const matching = analyzers.filter(({ files }) => files?.some(pattern => pattern.test(path)));
    const interested = matching.filter(({ file }) => file);
    if (matching.length === 0) continue;
    const content = read(path);
    if (typeof content !== 'string') {
      gaps.push(content);
      continue;
    }
    const found = deadline.run(() => interested.map(analyzer => readFile(analyzer, { path, content })));
    if (!found) {
      gaps.push(tooSlow(path));
      continue;
    }
    const joining = matching.filter(({ together }) => together);
    if (joining.length > 0 || found.some(result => result !== null)) parsed++;
    facts.push(...found.flatMap(result => result ?? []));
    for (const analyzer of joining) gather(gathered, analyzer, { path, content });
  }
  for (const [analyzer, files] of gathered) {
    const found = deadline.run(() => readTogether(analyzer, files));
    if (found) facts.push(...found);
    else gaps.push(...files.slice(0, 20).map(({ path }) => tooSlow(path)));
  }
  return { facts, gaps, parsed };
}

function tooSlow(path: string): Gap {
  return {
    reason: 'time-limit',
    location: { file: path, line: 1 },
    detail: 'reading this file did not end in time; it was left out',
  };
}

function gather(gathered: Map<Analyzer, TextFile[]>, analyzer: Analyzer, file: TextFile): void {
  const list = gathered.get(analyzer);
  if (list) list.push(file);
  else gathered.set(analyzer, [file]);
}

function readTogether(analyzer: Analyzer, files: readonly TextFile[]): readonly Fact[] {
  try {
    return analyzer.together?.(files) ?? [];
  } catch (error) {
    return [failure(analyzer, files[0]?.path ?? '', error)];
  }
}

function readFile(analyzer: Analyzer, file: TextFile): readonly Fact[] | null {
  try {
    return analyzer.file?.(file) ?? null;
  } catch (error) {
    return [failure(analyzer, file.path, error)];
  }
}

/** Texts of the files that match any of the patterns. */
export type ReadSettings = (patterns: readonly RegExp[]) => readonly TextFile[];

/**
 * Asks every code analyzer whose framework is imported; one that names no imports reads whatever others made relevant.
 * What one yields before it throws is kept. `before` are facts of configuration files, for the second round.
 */
export function runCodeAnalyzers(
  analyzers: readonly Analyzer[],
  project: Project,
  read: ReadSettings = () => [],
  before: readonly Fact[] = [],
): readonly Fact[] {
  const asked = analyzers.filter(({ imports, mentions }) =>
    imports.length > 0 && !mentions ? project.importing(imports).length > 0 : project.modules.size > 0,
  );
  const run = (analyzer: Analyzer, facts: () => Iterable<Fact>): readonly Fact[] => {
    const found: Fact[] = [];
    try {
      for (const fact of facts()) found.push(fact);
    } catch (error) {
      found.push(failure(analyzer, project.importing(analyzer.imports)[0] ?? '', error));
    }
    return found;
  };
  const settingsOf =
    ({ settings }: Analyzer) =>
    (): readonly TextFile[] =>
      settings ? read(settings) : [];
  const first = asked.flatMap(analyzer =>
    run(analyzer, () => analyzer.code?.(project, settingsOf(analyzer)) ?? []),
  );
  const all = [...before, ...first];
  const second = asked.flatMap(analyzer =>
    run(analyzer, () => analyzer.complete?.(all, project, settingsOf(analyzer)) ?? []),
  );
  return [...first, ...second, ...cutShort(project)];
}

/** One gap for all calls that were given up: a program too tangled to tell is not a clean one. */
function cutShort({ cut }: Project): readonly GapFact[] {
  const [first] = cut;
  if (!first) return [];
  const calls = cut.length === 1 ? '1 call takes' : `${cut.length} calls take`;
  return [
    {
      fact: 'gap',
      reason: 'depth-limit',
      at: first,
      detail: `${calls} more work to tell than the limit allows; what is made there may be missing`,
    },
  ];
}

function failure(analyzer: Analyzer, file: string, error: unknown): GapFact {
  const message = error instanceof Error ? error.message : String(error);
  return {
    fact: 'gap',
    reason: 'unsupported',
    at: { file, line: 1 },
    detail: `the ${analyzer.id} analyzer failed: ${message.slice(0, 300)}`,
  };
}
