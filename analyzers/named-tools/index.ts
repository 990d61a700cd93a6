import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { Analyzer, Settings } from '../_shared/analyzer.ts';
import { distinct, gap, relate } from '../_shared/facts.ts';
import { type Reference, referencesIn } from './references.ts';
import { toolOf } from './tools.ts';

/** Tools that settings name by module and attribute, and the program loads by these names. */
export const analyzer: Analyzer = {
  id: 'named-tools',
  title: 'Tools named in settings',
  reads: [
    'Lists and tables of tools in YAML, JSON and TOML settings whose entries name `package.module:attribute`, for agents whose tools are loaded with `importlib` and `getattr`',
  ],
  notRead: [
    'Entry points of installed packages',
    'Modules that a program puts together from parts of a name',
  ],
  packages: {},
  imports: [],
  settings: [/^(?:[^/]+\/){0,4}[^/]*(?:conf|config|settings|tools?|agents?|app)[^/]*\.(?:ya?ml|json|toml)$/i],
  complete,
};

/** Agents whose tools come out of a function that imports by name are given the tools that settings name. */
function complete(found: readonly Fact[], project: Project, settings: Settings): readonly Fact[] {
  const open = found.filter(
    fact => fact.fact === 'gap' && fact.reason === 'unknown-tools' && importsByName(project, fact.at.file),
  );
  if (open.length === 0) return [];
  const agents = [...new Set(open.flatMap(fact => (fact.fact === 'gap' ? (fact.affects ?? []) : [])))];
  return distinct(
    settings()
      .flatMap(file => referencesIn(file))
      .flatMap(item => give(project, item, agents)),
  );
}

function give(project: Project, reference: Reference, agents: readonly string[]): readonly Fact[] {
  const tool = toolOf(project, reference);
  if (!tool) {
    const { at, module, attribute } = reference;
    const detail = `The tool ${module}:${attribute} that these settings name was not found.`;
    return [gap('unresolved-value', at, detail, agents)];
  }
  // Which of the settings are in force, and for which agent, is known only when the program runs.
  return [
    tool,
    ...agents.map(agent =>
      relate('uses', agent, tool.ref, reference.at, { conditional: true, properties: { by: 'name' } }),
    ),
  ];
}

/** True for a module that imports other modules by their names. */
function importsByName(project: Project, file: string): boolean {
  return (project.modules.get(file)?.imports ?? []).some(item => item.module === 'importlib');
}
