import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Analyzer } from '../../../analyzers/_shared/analyzer.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { readProgram } from '../../../src/pipeline/read-program.ts';
import { runCodeAnalyzers } from '../../../src/pipeline/run-analyzers.ts';

/** Facts of one analyzer on a small tree of files, with those of others that it builds on. */
export async function factsOf(
  analyzer: Analyzer,
  files: { readonly [path: string]: string },
  others: readonly Analyzer[] = [],
): Promise<readonly Fact[]> {
  const root = mkdtempSync(join(tmpdir(), 'trefoil-facts-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const program = await readProgram(root, [analyzer, ...others], { cache: false, jobs: 1 });
    const { configuration, project, settings } = program;
    return [
      ...configuration.facts,
      ...runCodeAnalyzers([analyzer, ...others], project, settings, configuration.facts),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * Facts as sorted lines: nodes `kind name` (tools with symbol in brackets), relations `from kind to` with barriers,
 * gaps `gap reason`.
 */
export function outline(facts: readonly Fact[]): readonly string[] {
  const names = new Map(facts.flatMap(fact => (fact.fact === 'node' ? [[fact.ref, fact.name]] : [])));
  const name = (ref: string): string => names.get(ref) ?? ref;
  return facts
    .map(fact => {
      if (fact.fact === 'node')
        return `${fact.kind} ${fact.name}${fact.symbol ? ` (${fact.symbol})` : ''}${fact.package ? ` [${fact.package}]` : ''}`;
      if (fact.fact === 'gap') return `gap ${fact.reason}`;
      if (fact.fact === 'gate') return `gate ${fact.name} on ${name(fact.scope)}`;
      const barriers = fact.barriers?.map(item => ` !${item.mechanism} ${item.credit}`).join('') ?? '';
      return `${name(fact.from)} ${fact.kind} ${name(fact.to)}${barriers}${fact.conditional ? ' ?' : ''}`;
    })
    .sort();
}
