import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const entry = fileURLToPath(new URL('./explorer-page.ts', import.meta.url));

let made: Promise<string> | undefined;

/** A script with the pure parts of the explorer, built as the explorer is. */
export function explorerCore(): Promise<string> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: fileURLToPath(new URL('../visualizer/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    plugins: [{ name: 'bench-input', config: () => ({ build: { write: false } }) }],
    build: { rollupOptions: { input: entry } },
  });
  const outputs = [built].flat().flatMap(result => ('output' in result ? result.output : []));
  const script = outputs.find(({ type }) => type === 'chunk');
  if (script?.type !== 'chunk') throw new Error('the explorer was not built');
  return script.code;
}
