import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language } from 'web-tree-sitter';

/** Loads a grammar from beside the running program (the built package), else from the package that ships it. */
export async function loadGrammar(name: string, file: string): Promise<Language> {
  try {
    return await Language.load(fileURLToPath(new URL(file, import.meta.url)));
  } catch {
    return Language.load(createRequire(import.meta.url).resolve(`${name}/${file}`));
  }
}
