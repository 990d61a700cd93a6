import type { SourceText } from './lower-all.ts';
import { createLowering, type Lowering } from './lowering.ts';

// One parser per thread for the life of the thread.
let loading: Promise<Lowering> | undefined;

/** Entry of a worker thread: lowers a batch. Answers JSON, which crosses threads faster than an object graph. */
export async function lowerBatch(files: readonly SourceText[]): Promise<string> {
  loading ??= createLowering();
  const lowering = await loading;
  return JSON.stringify(files.map(file => lowering.lower(file.path, file.text)));
}
