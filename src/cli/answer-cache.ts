import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerCache } from '../label/llm/index.ts';

/** Keeps answers of a language model as files named by content hash. A broken or foreign file counts as no answer. */
export function createAnswerCache(folder: string): AnswerCache {
  const fileOf = (key: string): string | undefined =>
    /^[0-9a-f]{64}$/.test(key) ? join(folder, `${key}.json`) : undefined;
  return {
    async get(key) {
      const file = fileOf(key);
      if (file === undefined) return undefined;
      try {
        return JSON.parse(await readFile(file, 'utf8'));
      } catch {
        return undefined;
      }
    },
    async set(key, answer) {
      const file = fileOf(key);
      if (file === undefined) return;
      await mkdir(folder, { recursive: true });
      const draft = `${file}.${process.pid}`;
      await writeFile(draft, JSON.stringify(answer));
      await rename(draft, file);
    },
  };
}
