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

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    oneEngine(),
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
