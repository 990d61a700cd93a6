#!/usr/bin/env node
/**
 * Writes schema/report.schema.json from src/model/schema.ts. `--check` writes nothing and fails when it is not current.
 * Bundles the module first, so that it runs on every supported Node without type stripping.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'tsdown';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'schema/report.schema.json');
const cache = join(root, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });
const scratch = mkdtempSync(join(cache, 'trefoil-schema-'));

try {
  await build({
    config: false,
    cwd: root,
    entry: { schema: 'src/model/schema.ts' },
    outDir: scratch,
    fixedExtension: true,
    logLevel: 'error',
    dts: false,
  });
  const { reportJsonSchema } = await import(pathToFileURL(join(scratch, 'schema.mjs')).href);
  const text = `${JSON.stringify(reportJsonSchema(), null, 2)}\n`;
  const current = existsSync(target) ? readFileSync(target, 'utf8') : '';
  if (process.argv.includes('--check') && current !== text) {
    console.error('schema/report.schema.json is not current: run npm run generate');
    process.exitCode = 1;
  } else if (current !== text) {
    mkdirSync(join(root, 'schema'), { recursive: true });
    writeFileSync(target, text);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
