import { existsSync } from 'node:fs';
import { defineConfig } from 'tsdown';

/** Parsed in worker threads; absent from the bundle when the language stage runs on one thread only. */
const worker = 'src/lang/worker.ts';

/** Files read at run time, which the bundler cannot see. `dist` is flat: loaders look beside their own module. */
const assets = [
  // Parsed only where a project has a server in that language.
  ...[
    ['go', 'go'],
    ['c-sharp', 'c_sharp'],
    ['java', 'java'],
    ['rust', 'rust'],
    ['php', 'php'],
    ['ruby', 'ruby'],
  ].flatMap(([name, file]) => [
    { from: `node_modules/tree-sitter-${name}/tree-sitter-${file}.wasm` },
    { from: `node_modules/tree-sitter-${name}/LICENSE`, rename: `tree-sitter-${name}.LICENSE` },
  ]),
  { from: 'node_modules/@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm' },
  {
    from: 'node_modules/@tree-sitter-grammars/tree-sitter-kotlin/LICENSE',
    rename: 'tree-sitter-kotlin.LICENSE',
  },
  { from: 'node_modules/tree-sitter-python/tree-sitter-python.wasm' },
  { from: 'node_modules/tree-sitter-python/LICENSE', rename: 'tree-sitter-python.LICENSE' },
  { from: 'node_modules/web-tree-sitter/web-tree-sitter.wasm' },
  { from: 'visualizer/dist/index.html', rename: 'explorer.html' },
  { from: 'schema/report.schema.json' },
  { from: 'src/audits/*.md', to: 'dist/rules' },
];

export default defineConfig({
  entry: { cli: 'src/cli.ts', ...(existsSync(worker) && { 'lang-worker': worker }) },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  fixedExtension: false,
  outDir: 'dist',
  dts: false,
  copy: assets.filter(({ from }) => from.includes('*') || existsSync(from)),
});
