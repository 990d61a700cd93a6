import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { contentSecurityPolicy } from './csp.ts';

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
  plugins: [oneEngine(), viteSingleFile({ removeViteModuleLoader: true }), contentSecurityPolicy()],
  build: { target: 'es2022', modulePreload: false, reportCompressedSize: false, emptyOutDir: true },
});
