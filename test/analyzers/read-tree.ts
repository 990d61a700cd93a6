import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Analyzer } from '../../analyzers/_shared/analyzer.ts';
import type { Fact } from '../../src/model/fact.ts';
import { readProgram } from '../../src/pipeline/read-program.ts';

/** Facts of an analyzer of files or of syntax on a small tree of files. */
export async function readTree(
  analyzer: Analyzer,
  files: { readonly [path: string]: string },
): Promise<readonly Fact[]> {
  const root = mkdtempSync(join(tmpdir(), 'trefoil-tree-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const program = await readProgram(root, [analyzer], { cache: false, jobs: 1 });
    return [...program.configuration.facts];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
