import { emptyModule } from './build.ts';
import { languageOf, type SourceKind } from './language.ts';
import type { LineTable } from './line-table.ts';
import type { Language, Module } from './module.ts';
import { readNotebook } from './notebook/index.ts';

/** Lowers files of any language. Never throws for what a file holds. */
export interface Lowering {
  lower(path: string, text: string): Module;
  /** Frees parser memory; the lowering must not be used afterwards. */
  dispose(): void;
}

type Lower = (path: string, text: string, lines?: LineTable) => Module;

/**
 * Loads the parsers of the languages that are needed, because each costs start-up time. A notebook may hold either
 * language; it needs those its kernel names, Python by default.
 */
export async function createLowering(
  kinds: readonly SourceKind[] = ['python', 'typescript', 'notebook'],
): Promise<Lowering> {
  const python = kinds.some(kind => kind !== 'typescript') ? await loadPython() : undefined;
  const typescript = kinds.some(kind => kind !== 'python') ? await loadTypescript() : undefined;
  const byLanguage: { readonly [language in Language]: Lower | undefined } = {
    python: python?.lower,
    typescript,
  };

  function lowerAs(language: Language, path: string, text: string, lines?: LineTable): Module {
    const lower = byLanguage[language];
    if (lower) return lower(path, text, lines);
    const detail = `no parser for ${language} was loaded`;
    return emptyModule(path, language, { reason: 'unsupported', detail, at: [1, 1, 1, 1] });
  }

  return {
    lower(path, text) {
      const kind = languageOf(path) ?? 'typescript';
      if (kind !== 'notebook') return lowerAs(kind, path, text);
      const notebook = readNotebook(text);
      if ('problem' in notebook) return emptyModule(path, 'python', notebook.problem);
      return lowerAs(notebook.language, path, notebook.source, notebook.lines);
    },
    dispose: () => python?.dispose(),
  };
}

async function loadPython() {
  const { createPythonParser } = await import('./python/index.ts');
  return createPythonParser();
}

async function loadTypescript(): Promise<Lower> {
  const { lowerTypescript } = await import('./typescript/index.ts');
  return (path, text, lines) => lowerTypescript(path, text, lines ? { lines } : {});
}
