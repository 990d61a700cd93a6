import type { Fact, NodeFact } from '../../src/model/fact.ts';
import type { TextFile } from '../_shared/analyzer.ts';
import { parseConfig, problemGaps } from '../_shared/config-file.ts';
import { describe, gap, relate } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';

const framework = 'semantic-kernel';
const types =
  /^type:\s*['"]?(?:chat_completion_agent|foundry_agent|(?:openai|azure)_(?:assistant|responses)|azureai_agent|bedrock_agent|copilot_studio_agent)\b/m;

/** Ready-made tools of the services by their type. */
const hosted: { readonly [type: string]: string } = {
  code_interpreter: 'openai:code_interpreter',
  file_search: 'openai:file_search',
  bing_grounding: 'openai:web_search',
};

/** An agent written down in YAML; null for any other file. Functions of plugins are joined by `joinFunctions`. */
export function declarativeFacts(file: TextFile): readonly Fact[] | null {
  if (!types.test(file.content)) return null;
  const config = parseConfig(file, 'yaml');
  const root = asMap(config.value);
  const ref = `${framework}:${file.path}`;
  const tools = asList(root.tools).map(asMap);
  const functions = tools.flatMap(tool =>
    asText(tool.type) === 'function' ? (asText(tool.id) ?? asText(tool.name) ?? []) : [],
  );
  return [
    ...problemGaps(config),
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name: asText(root.name) ?? file.path,
      framework,
      at: config.at('name'),
      ...describe(asText(root.description)),
      ...(functions.length > 0 && { properties: { functions } }),
    },
    ...tools.flatMap((tool, index): readonly Fact[] => {
      const type = asText(tool.type) ?? '';
      const symbol = hosted[type];
      if (type === 'function') return [];
      const at = config.at('tools', index);
      if (!symbol) return [gap('unsupported', at, `Tools of the type '${type}' are not known.`, [ref])];
      const own = `${ref}:tool:${index}`;
      return [
        { fact: 'node', ref: own, kind: 'tool', name: asText(tool.id) ?? type, framework, at, symbol },
        relate('uses', ref, own, at),
      ];
    }),
  ];
}

/** Gives agents in YAML the functions of the code that their tools name as `Plugin.function`. */
export function joinFunctions(found: readonly Fact[]): readonly Fact[] {
  const own = found.filter((fact): fact is NodeFact => fact.fact === 'node' && fact.framework === framework);
  const tools = own.filter(({ kind }) => kind === 'tool');
  return own.flatMap(agent => {
    const functions = agent.properties?.functions;
    if (agent.kind !== 'agent' || !Array.isArray(functions)) return [];
    return functions.flatMap((id): readonly Fact[] => {
      const name = String(id).split(/[.-]/).at(-1);
      const same = tools.filter(tool => tool.name === name);
      return same.length > 0
        ? same.map(tool => relate('uses', agent.ref, tool.ref, agent.at))
        : [
            gap('unknown-tools', agent.at, `The function ${String(id)} was not found in the code.`, [
              agent.ref,
            ]),
          ];
    });
  });
}
