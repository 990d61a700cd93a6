import type { NodeFact, Settings } from '../../src/model/fact.ts';
import type { Json } from '../../src/model/graph.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { approvalBarriers } from '../_shared/code/answers.ts';
import { argumentOf, settingsOf, textOf, textsOf } from '../_shared/code/arguments.ts';
import { answeredBy } from './callbacks.ts';
import { framework, one, type Scan, type Toolset } from './scan.ts';
import { catalogKey, isPython } from './symbols.ts';
import { functionOf } from './tools.ts';

/** Classes and functions that make a built-in tool, with the name the model sees. */
export const hostedNames: ReadonlyMap<string, string> = new Map([
  ['WebSearchTool', 'web_search'],
  ['FileSearchTool', 'file_search'],
  ['CodeInterpreterTool', 'code_interpreter'],
  ['ComputerTool', 'computer'],
  ['ImageGenerationTool', 'image_generation'],
  ['LocalShellTool', 'local_shell'],
  ['ShellTool', 'shell'],
  ['ApplyPatchTool', 'apply_patch'],
  ['ToolSearchTool', 'tool_search'],
  ['ProgrammaticToolCallingTool', 'programmatic_tool_calling'],
  ['webSearchTool', 'web_search'],
  ['fileSearchTool', 'file_search'],
  ['codeInterpreterTool', 'code_interpreter'],
  ['computerTool', 'computer'],
  ['imageGenerationTool', 'image_generation'],
  ['localShellTool', 'local_shell'],
  ['shellTool', 'shell'],
  ['applyPatchTool', 'apply_patch'],
  ['toolSearchTool', 'tool_search'],
  ['programmaticToolCallingTool', 'programmatic_tool_calling'],
  ['codexTool', 'codex'],
  ['codex_tool', 'codex'],
]);

/** A built-in tool: known to the catalog by its symbol, narrowed by its settings. */
export function hostedTool(scan: Scan, call: InstanceValue, name: string, shown: string): Toolset {
  const { args, symbol, at } = call;
  const ref = scan.project.ref(call);
  const own = textOf(argumentOf(args, ['name']));
  const handler = functionOf(argumentOf(args, ['executor', 'shell', 0]));
  const sandbox = sandboxOf(call, shown);
  const properties: { readonly [key: string]: Json } = {
    ...(isHosted(call, shown) && { hosted: true }),
    ...(sandbox && { sandbox }),
  };
  const settings = hostedSettings(call);
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name: own ?? shown,
    framework,
    at,
    symbol: catalogKey(symbol, name),
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(handler && { handler: scan.project.functionRef(handler) }),
    ...(Object.keys(properties).length > 0 && { properties }),
  });
  const mechanism = isPython(symbol) ? 'needs_approval' : 'needsApproval';
  const asked = approvalBarriers(mechanism, approvalOf(scan, call), 1);
  const barriers = answeredBy(scan, asked, argumentOf(args, ['on_approval', 'onApproval']));
  return one({ ref, name: own ?? shown, relation: 'uses', at, barriers, hosted: isHosted(call, shown) });
}

function approvalOf(scan: Scan, call: InstanceValue): Value | undefined {
  const names = ['needs_approval', 'needsApproval'];
  const late = scan.project.uses(call).findLast(use => use.kind === 'set' && names.includes(use.property));
  return late?.kind === 'set' ? late.value : argumentOf(call.args, names);
}

/** Runs at the provider, so that its answer always goes back to the model. */
function isHosted(call: InstanceValue, shown: string): boolean {
  if (shown === 'shell') return containerOf(call) !== undefined;
  return !/^(?:local_shell|apply_patch|computer|codex)$/.test(shown);
}

/** `environment` of a shell or `container` of a code interpreter that runs at the provider. */
function containerOf(call: InstanceValue): Value | undefined {
  const environment = argumentOf(call.args, ['environment']);
  const type = environment && textOf(field(environment, 'type'));
  return environment && type !== 'local' && type !== undefined ? environment : undefined;
}

/** Containers of the provider reach no network unless hosts are allowed. */
function sandboxOf(call: InstanceValue, shown: string): string | undefined {
  const config = argumentOf(call.args, ['tool_config']);
  const container =
    shown === 'shell'
      ? containerOf(call)
      : shown === 'code_interpreter'
        ? ((config && field(config, 'container')) ?? argumentOf(call.args, ['container']) ?? config)
        : undefined;
  if (container === undefined) return shown === 'code_interpreter' ? 'isolated' : undefined;
  const policy = field(container, 'network_policy') ?? field(container, 'networkPolicy');
  const type = policy && textOf(field(policy, 'type'));
  return type === 'allowlist' || (policy !== undefined && type === undefined) ? 'network' : 'isolated';
}

/** Constructor arguments, with what nested configuration says about hosts, stores and containers. */
function hostedSettings(call: InstanceValue): Settings {
  const config = argumentOf(call.args, ['tool_config']);
  const nested: NodeFact['settings'] =
    config?.kind === 'record' ? settingsOf({ positional: [config], named: [] }) : {};
  const policy = argumentOf(call.args, ['environment']);
  const network = policy && (field(policy, 'network_policy') ?? field(policy, 'networkPolicy'));
  const hosts = network && textsOf(field(network, 'allowed_domains') ?? field(network, 'allowedDomains'));
  const filters = argumentOf(call.args, ['filters']);
  const domains = filters && textsOf(field(filters, 'allowed_domains') ?? field(filters, 'allowedDomains'));
  return {
    ...nested,
    ...settingsOf(call.args),
    ...(hosts && hosts.length > 0 && { allowed_domains: hosts }),
    ...(domains && domains.length > 0 && { allowed_domains: domains }),
  };
}

/** Entry of a record or keyword of a constructed parameter object. */
function field(value: Value, name: string): Value | undefined {
  if (value.kind === 'record') return value.entries.find(entry => entry.key === name)?.value;
  return value.kind === 'instance' ? argumentOf(value.args, [name]) : undefined;
}
