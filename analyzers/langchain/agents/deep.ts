import type { Ref } from '../../../src/model/fact.ts';
import type { RecordValue, Value } from '../../../src/resolve/value.ts';
import { describe, relate } from '../../_shared/facts.ts';
import { interruptOn } from '../gates.ts';
import { connectorTools } from '../mcp.ts';
import { middlewareOf } from '../middleware.ts';
import { agentNode, framework, type Scan, type Toolset } from '../scan.ts';
import { join, nothing, one } from '../tools/result.ts';
import { toolsOf } from '../tools/toolset.ts';
import { argument, entryOf, options, textOf, wordsOf } from '../values.ts';
import type { AgentCall } from './create.ts';
import { type Backend, backendOf, fileTools, hasFileTools } from './files.ts';
import { promptFacts } from './parts.ts';

/**
 * What a deep agent has beside its `tools`: file tools on its backend, a to-do list, its sub-agents and the
 * `general-purpose` sub-agent, which has all its tools. Sub-agents inherit tools and approvals they do not set.
 */
export function deepFacts(scan: Scan, agent: AgentCall, own: Toolset): void {
  const { call, ref } = agent;
  const backend = { ...backendOf(scan, argument(call.args, ['backend'])), at: call.at };
  const before: Toolset = { uses: scan.tools.get(ref) ?? [], missing: [] };
  const files = hasFileTools(ref, before) ? nothing : fileTools(scan, ref, backend);
  const connected = call.symbol.startsWith('managed_deepagents.') ? connectorTools(scan, call) : nothing;
  scan.attach(ref, join([files, todo(scan, ref, call.at), connected]));
  const approvals = argument(call.args, ['interrupt_on', 'interruptOn']);
  const subagents = records(argument(call.args, ['subagents']));
  const setting: Setting = { scan, main: agent, own, files, backend, approvals, isDeep: true };
  for (const item of subagents) subagent(setting, item);
  const isNamed = subagents.some(item => item.kind === 'record' && nameOf(item) === 'general-purpose');
  if (!isNamed) generalPurpose(setting);
}

/** Sub-agents that middleware gives to an agent of another kind. */
export function subagentFacts(scan: Scan, agent: AgentCall, own: Toolset, given: Value): void {
  const backend = backendOf(scan, undefined);
  const setting: Setting = {
    scan,
    main: agent,
    own,
    files: nothing,
    backend,
    approvals: undefined,
    isDeep: false,
  };
  for (const item of records(given)) subagent(setting, item);
}

/** Name of a sub-agent; the package's own specification of the general one may be reused. */
function nameOf(spec: RecordValue): string | undefined {
  const name = entryOf(spec, 'name');
  if (name?.kind === 'external' && /GENERAL_PURPOSE_SUBAGENT/.test(name.symbol)) return 'general-purpose';
  return wordsOf(name);
}

interface Setting {
  readonly scan: Scan;
  readonly main: AgentCall;
  readonly own: Toolset;
  readonly files: Toolset;
  readonly backend: Backend;
  readonly approvals: Value | undefined;
  /** Sub-agents of a deep agent have file tools too. */
  readonly isDeep: boolean;
}

/** The entries of a `subagents` list, alternatives side by side. */
export function records(value: Value | undefined): readonly Value[] {
  return options(value).flatMap(option => {
    if (option.kind === 'list') return option.items.flatMap(item => records(item.value));
    return option.kind === 'literal' ? [] : [option];
  });
}

function todo(scan: Scan, agent: Ref, at: AgentCall['call']['at']): Toolset {
  const ref = `${agent}:write_todos`;
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name: 'write_todos',
    framework,
    at,
    symbol: 'deepagents:write_todos',
    properties: { implicit: true },
  });
  return one({ ref, name: 'write_todos', kind: 'tool', relation: 'uses', at });
}

function generalPurpose({ scan, main, own, files, approvals }: Setting): void {
  const ref = `${main.ref}:general-purpose`;
  const { at } = main.call;
  scan.add(
    agentNode(ref, 'general-purpose', at, { type: 'general-purpose', loop: true, implicit: true }),
    relate('delegates', main.ref, ref, at),
  );
  scan.attach(ref, join([own, files]));
  interruptOn(scan, ref, 'interrupt_on', approvals, at);
}

/** A sub-agent as a record, as an object of the project, or as a compiled graph. */
function subagent(setting: Setting, value: Value): void {
  const { scan, main } = setting;
  const spec = value.kind === 'record' ? value : value.kind === 'instance' ? recordOf(value) : undefined;
  if (!spec) {
    scan.gap('unresolved-value', value.at, `A sub-agent of '${main.name}' could not be read.`, main.ref);
    return;
  }
  const runnable = entryOf(spec, 'runnable', 'graph');
  const known = scan.runnable(runnable);
  if (known) {
    scan.add(relate('delegates', main.ref, known.ref, spec.at));
    return;
  }
  const remote = textOf(entryOf(spec, 'graph_id', 'graphId'));
  const name = nameOf(spec) ?? remote ?? 'subagent';
  const ref = `${scan.project.ref(spec)}:agent`;
  scan.add(
    {
      ...agentNode(ref, name, spec.at, {
        type: 'subagent',
        loop: true,
        ...(remote !== undefined && { remote }),
      }),
      ...describe(wordsOf(entryOf(spec, 'description'))),
    },
    relate('delegates', main.ref, ref, spec.at),
  );
  if (remote !== undefined || runnable) {
    scan.gap('unknown-callee', spec.at, `What the sub-agent '${name}' does is not in this code.`, ref);
    return;
  }
  equip(setting, spec, ref, name);
}

/** `SubAgent(name=…, tools=…)` written as a call. */
function recordOf(value: Value & { kind: 'instance' }): RecordValue | undefined {
  const [first] = value.args.positional;
  if (first?.kind === 'record') return first;
  const entries = value.args.named.map(item => ({ key: item.name, value: item.value }));
  return entries.length > 0 ? { kind: 'record', id: value.id, entries, at: value.at } : undefined;
}

function equip(setting: Setting, spec: RecordValue, ref: Ref, name: string): void {
  const { scan, main, own, backend, approvals } = setting;
  const tools = entryOf(spec, 'tools');
  const found = tools === undefined ? own : (namedTools(own, tools) ?? toolsOf(scan, tools));
  const added = middlewareOf(scan, ref, entryOf(spec, 'middleware'));
  const addsFiles = setting.isDeep && !hasFileTools(ref, added.tools);
  scan.attach(ref, join([found, added.tools, addsFiles ? fileTools(scan, main.ref, backend) : nothing]));
  const gates = entryOf(spec, 'interrupt_on', 'interruptOn') ?? approvals;
  interruptOn(scan, ref, 'interrupt_on', gates, spec.at);
  promptFacts(scan, ref, name, entryOf(spec, 'system_prompt', 'systemPrompt', 'prompt'), spec.at);
}

/** Early versions name the main agent's tools by string. */
function namedTools(own: Toolset, tools: Value): Toolset | undefined {
  if (tools.kind !== 'list' || tools.items.length === 0) return undefined;
  const names = tools.items.flatMap(item => textOf(item.value) ?? []);
  if (names.length !== tools.items.length) return undefined;
  return { uses: own.uses.filter(use => names.includes(use.name)), missing: [] };
}
