import type { Fact, Ref } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { TextFile } from '../_shared/analyzer.ts';
import { type ConfigFile, type ConfigPath, parseConfig, problemGaps } from '../_shared/config-file.ts';
import { describe, gap, gateBarrier, relate } from '../_shared/facts.ts';
import { packageOf } from '../_shared/launch.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import { workflowFacts } from './declarative-flow.ts';

const framework = 'agent-framework';

/** Ready-made tools by their kind. */
const hosted: { readonly [kind: string]: string } = {
  web_search: 'agent_framework.HostedWebSearchTool',
  bing_search: 'agent_framework.HostedWebSearchTool',
  file_search: 'agent_framework.HostedFileSearchTool',
  code_interpreter: 'agent_framework.HostedCodeInterpreterTool',
};

/** An agent under the name that workflows call it by. */
export const promptRef = (name: string): Ref => `${framework}:prompt:${name}`;

/** Agents (`kind: Prompt`) and workflows (`kind: Workflow`) written down in YAML; null for any other file. */
export function declarativeFacts(file: TextFile): readonly Fact[] | null {
  const kind = /^kind:\s*['"]?(Prompt|Workflow)\b/m.exec(file.content)?.[1];
  if (kind === undefined) return null;
  const config = parseConfig(file, 'yaml');
  const root = asMap(config.value);
  if (kind === 'Workflow') {
    const isFlow = asList(asMap(root.trigger).actions).length > 0;
    return isFlow ? [...problemGaps(config), ...workflowFacts(config, root)] : null;
  }
  if (asText(root.instructions) === undefined && root.model === undefined) return null;
  return [...problemGaps(config), ...agentFacts(config, root)];
}

function agentFacts(config: ConfigFile, root: Readonly<Record<string, unknown>>): readonly Fact[] {
  const name =
    asText(root.name) ??
    config.path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ??
    'agent';
  const ref = promptRef(name);
  return [
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name,
      framework,
      at: config.at('name'),
      ...describe(asText(root.description)),
    },
    ...asList(root.tools).flatMap((tool, index) => toolFacts(config, ref, asMap(tool), ['tools', index])),
  ];
}

function toolFacts(
  config: ConfigFile,
  agent: Ref,
  tool: Readonly<Record<string, unknown>>,
  path: ConfigPath,
): readonly Fact[] {
  const kind = asText(tool.kind) ?? 'function';
  const at = config.at(...path);
  const name = asText(tool.name) ?? kind;
  const ref = `${agent}:${path.join('.')}`;
  const asks = asText(asMap(tool.approvalMode).kind) ?? asText(tool.approvalMode);
  const barriers: readonly Barrier[] =
    asks === 'always' || asks === 'always_require'
      ? [gateBarrier('approvalMode', 0.8, 'Every call waits for a person.', at)]
      : [];
  const uses = relate('uses', agent, ref, at, { ...(barriers.length > 0 && { barriers }) });
  if (kind === 'mcp') {
    const url = asText(tool.url) ?? asText(tool.serverUrl);
    const known = packageOf({ args: [], ...(url !== undefined && { url }) });
    const allowed = asList(tool.allowedTools).flatMap(item => asText(item) ?? []);
    return [
      {
        fact: 'node',
        ref,
        kind: 'mcp-server',
        name,
        framework: 'mcp',
        at,
        ...(known && { package: known }),
        ...(allowed.length > 0 && { settings: { tools: allowed } }),
        properties: { enabled: true, transport: 'http' },
      },
      uses,
    ];
  }
  const symbol = hosted[kind];
  const node = {
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at,
    ...describe(asText(tool.description)),
  } as const;
  if (symbol) return [{ ...node, symbol }, uses];
  if (kind !== 'function')
    return [gap('unsupported', at, `Tools of the kind '${kind}' are not known.`, [agent])];
  const properties = asMap(asMap(tool.parameters).properties);
  const parameters = Object.entries(properties).map(([key, value]) => ({
    name: key,
    required: asMap(value).required === true,
    ...(asText(asMap(value).kind) !== undefined && { type: asText(asMap(value).kind) ?? 'string' }),
  }));
  return [{ ...node, parameters }, uses];
}
