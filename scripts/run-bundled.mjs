// Bundles one TypeScript file of this repository and runs it: `node scripts/run-bundled.mjs bench/x.ts [arguments]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) throw new Error('which file?');
const folder = mkdtempSync(join(tmpdir(), 'trefoil-run-'));
try {
  const tsdown = join(root, 'node_modules/tsdown/dist/run.mjs');
  const options = [
    '--no-config',
    '--format',
    'esm',
    '--platform',
    'node',
    '--logLevel',
    'error',
    '--out-dir',
    folder,
  ];
  const built = spawnSync(process.execPath, [tsdown, entry, ...options], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
  const script = join(folder, `${basename(entry, '.ts')}.mjs`);
  const ran = spawnSync(process.execPath, [script, ...rest], { cwd: root, stdio: 'inherit' });
  process.exitCode = ran.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
