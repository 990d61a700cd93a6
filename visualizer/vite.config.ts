import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { contentSecurityPolicy } from './csp.ts';
import { leanD3 } from './lean-d3.ts';
import { shortNames } from './short-names.ts';

/**
 * The flow engine has two ways to spread labels with the same result; the page carries only the one without a graph
 * library, which would be a fifth of its size.
 */
function oneEngine(): Plugin {
  const arrays = fileURLToPath(new URL('../src/flow/propagate.ts', import.meta.url));
  return {
    name: 'trefoil-one-engine',
    enforce: 'pre',
    resolveId: source => (source.endsWith('/propagate-graphology.ts') ? '\0one-engine' : undefined),
    load: id =>
      id === '\0one-engine'
        ? `export { propagate as propagateOnGraph } from ${JSON.stringify(arrays)};`
        : undefined,
  };
}

/** Snippets for fixes are knowledge, and there are many: a page carries those that its report may need beside it. */
function patchesOfPage(): Plugin {
  return {
    name: 'trefoil-patches-of-page',
    enforce: 'pre',
    resolveId: source => (source.endsWith('/patch-rows.ts') ? '\0patches-of-page' : undefined),
    load: id =>
      id === '\0patches-of-page'
        ? `const json = document.querySelector('#trefoil-patches')?.textContent ?? '[]';
           export const allPatchRows = JSON.parse(json).map(row =>
             row.symbol ? { ...row, symbol: new RegExp(...row.symbol) } : row);`
        : undefined,
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    oneEngine(),
    patchesOfPage(),
    leanD3(),
    viteSingleFile({ removeViteModuleLoader: true }),
    shortNames(),
    contentSecurityPolicy(),
  ],
  build: {
    target: 'es2022',
    // Browsers of 2024 and later know `light-dark()`; spelling it out for older ones makes the page larger.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    reportCompressedSize: false,
    emptyOutDir: true,
  },
});
