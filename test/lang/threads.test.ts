import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { expect, it } from 'vitest';
import { lowerAll } from '../../src/lang/index.ts';

const worker = fileURLToPath(new URL('../../dist/lang-worker.js', import.meta.url));

// The built worker alone can run in a thread; `npm test` builds it first.
it.skipIf(!existsSync(worker))('a thread lowers files as this one does', async () => {
  const files = [
    { path: 'a.py', text: 'from b import run\nrun(1)\n' },
    { path: 'b.ts', text: 'export const run = (n: number) => n + 1;\n' },
  ];
  const pool = new Tinypool({ filename: worker, minThreads: 1, maxThreads: 1 });
  try {
    const answer: unknown = JSON.parse(String(await pool.run(files, { name: 'lowerBatch' })));
    expect(answer).toEqual(JSON.parse(JSON.stringify(await lowerAll(files, { jobs: 1 }))));
  } finally {
    await pool.destroy();
  }
});
