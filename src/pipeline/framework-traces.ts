import type { Analyzer } from '../../analyzers/_shared/analyzer.ts';
import type { FrameworkTraces } from '../report/frameworks.ts';
import type { Project } from '../resolve/project.ts';

/** Matches a specifier that names one of the prefixes on whole segments: `langgraph` matches `langgraph.graph`. */
export function importMatcher(prefixes: readonly string[]): (specifier: string) => boolean {
  const exact = new Set(prefixes);
  return specifier => {
    if (exact.has(specifier)) return true;
    for (let at = 1; at < specifier.length; at++) {
      const sign = specifier[at];
      if ((sign === '.' || sign === '/' || sign === ':') && exact.has(specifier.slice(0, at))) return true;
    }
    return false;
  };
}

/** Where each framework of the code analyzers shows up. Configuration formats announce themselves by their files. */
export function tracesOf(analyzers: readonly Analyzer[], project: Project): readonly FrameworkTraces[] {
  return analyzers.map(({ id, title, packages, imports }) => ({
    id,
    title,
    packages,
    files: imports.length > 0 ? project.importing(imports) : [],
  }));
}
