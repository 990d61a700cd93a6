// Runs one TypeScript file of this repository as it is, with its packages: `node scripts/run-source.mjs bench/x.ts`.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const [entry] = process.argv.slice(2);
if (entry === undefined) throw new Error('which file?');
await runnerImport(resolve(entry), { configFile: false, root, logLevel: 'error' });
