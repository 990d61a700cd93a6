import { availableParallelism } from 'node:os';
import { languageOf, type SourceKind } from './language.ts';
import { createLowering } from './lowering.ts';
import type { Module } from './module.ts';

/** A file to lower: root-relative path and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface LowerAllOptions {
  /** Worker threads; 1 stays in this thread. Default: one per processor. */
  readonly jobs?: number;
}

/** Below this many characters starting threads costs more than it saves. */
const parallelFrom = 3_000_000;

/** Characters per task: large enough to hide the cost of a message, small enough to spread evenly. */
const batchLength = 400_000;

/** Lowers many files, in threads when that pays. Modules come in the order of the files. */
export async function lowerAll(
  files: readonly SourceText[],
  options: LowerAllOptions = {},
): Promise<Module[]> {
  const jobs = options.jobs ?? availableParallelism();
  const length = files.reduce((sum, file) => sum + file.text.length, 0);
  // Threads need the built program: from source there is no JavaScript file to start them with.
  const isBuilt = import.meta.url.endsWith('.js');
  if (jobs > 1 && isBuilt && length >= parallelFrom) return lowerInThreads(files, jobs);
  return lowerHere(files);
}

/** Lowers files one after the other in this thread. */
export async function lowerHere(files: readonly SourceText[]): Promise<Module[]> {
  const kinds = new Set(files.map(file => languageOf(file.path)).filter(kind => kind !== undefined));
  if (kinds.size === 0) return [];
  const lowering = await createLowering([...kinds] satisfies SourceKind[]);
  try {
    return files.map(file => lowering.lower(file.path, file.text));
  } finally {
    lowering.dispose();
  }
}

async function lowerInThreads(files: readonly SourceText[], jobs: number): Promise<Module[]> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: new URL('./lang-worker.js', import.meta.url).href,
    minThreads: jobs,
    maxThreads: jobs,
  });
  try {
    const answers = await Promise.all(batches(files).map(batch => pool.run(batch, { name: 'lowerBatch' })));
    return answers.flatMap((answer): Module[] => JSON.parse(String(answer)));
  } catch {
    // A package without the worker file, or a thread out of memory: the slow way still gives the answer.
    return lowerHere(files);
  } finally {
    await pool.destroy();
  }
}

/** Consecutive files in groups of about equal length. */
function batches(files: readonly SourceText[]): SourceText[][] {
  const out: SourceText[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const file of files) {
    if (size >= batchLength) {
      out.push([]);
      size = 0;
    }
    out.at(-1)?.push(file);
    size += file.text.length;
  }
  return out;
}
