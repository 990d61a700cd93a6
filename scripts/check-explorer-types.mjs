#!/usr/bin/env node
/** Type-checks the explorer with its own settings: it runs in browsers, the rest in Node. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../visualizer/tsconfig.json', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

if (existsSync(project)) {
  const { status } = spawnSync(process.execPath, [compiler, '--noEmit', '-p', project], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
