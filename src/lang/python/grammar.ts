import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language } from 'web-tree-sitter';

const fileName = 'tree-sitter-python.wasm';

/** Loads the grammar from beside the running program (the built package), else from the package that ships it. */
export async function loadGrammar(): Promise<Language> {
  try {
    return await Language.load(fileURLToPath(new URL(fileName, import.meta.url)));
  } catch {
    return Language.load(createRequire(import.meta.url).resolve(`tree-sitter-python/${fileName}`));
  }
}
