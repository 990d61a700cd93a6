import type { Fact, Ref } from '../../src/model/fact.ts';
import type { ConfigFile, ConfigPath } from '../_shared/config-file.ts';
import { gateBarrier, relate, sink, untrusted } from '../_shared/facts.ts';
import { packageOf } from '../_shared/launch.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';

type Row = Readonly<Record<string, unknown>>;

const framework = 'agent-framework';
const maxDepth = 12;

/** Where the flow stands after some actions. */
interface Place {
  readonly ends: readonly Ref[];
  readonly conditional: boolean;
}

/** A workflow in YAML: its actions in order, branches as choices. */
export function workflowFacts(config: ConfigFile, root: Row): readonly Fact[] {
  const trigger = asMap(root.trigger);
  const ref = `${framework}:${config.path}`;
  const name = asText(root.name) ?? asText(trigger.id) ?? config.path.split('/').at(-1) ?? 'workflow';
  const facts: Fact[] = [
    {
      fact: 'node',
      ref,
      kind: 'workflow',
      name,
      framework,
      at: config.at('trigger'),
      properties: { type: 'declarative' },
    },
  ];
  follow(
    config,
    ref,
    asList(trigger.actions),
    ['trigger', 'actions'],
    { ends: [ref], conditional: false },
    facts,
    0,
  );
  return facts;
}

/** Follows one list of actions from a place on; gives the place after it. */
function follow(
  config: ConfigFile,
  flow: Ref,
  actions: readonly unknown[],
  path: ConfigPath,
  from: Place,
  facts: Fact[],
  depth: number,
): Place {
  let place = from;
  if (depth > maxDepth) return place;
  actions.forEach((item, index) => {
    const action = asMap(item);
    const at = [...path, index];
    const inner = branches(action, at);
    if (inner.length > 0) {
      const start: Place = { ends: place.ends, conditional: true };
      const ends = inner.flatMap(
        branch => follow(config, flow, branch.actions, branch.path, start, facts, depth + 1).ends,
      );
      place = { ends: [...new Set([...place.ends, ...ends])], conditional: true };
      return;
    }
    const ref = nodeOf(config, action, at, facts);
    if (ref === undefined) return;
    const location = config.at(...at);
    const gated = action.requireApproval === true || asText(action.requireApproval) === 'true';
    const barriers = gated
      ? { barriers: [gateBarrier('requireApproval', 0.8, 'Every call waits for a person.', location)] }
      : {};
    facts.push(relate('uses', flow, ref, location, barriers));
    for (const end of place.ends)
      if (end !== ref)
        facts.push(
          relate('next', end, ref, location, {
            ...barriers,
            ...(place.conditional && { conditional: true }),
          }),
        );
    place = { ends: [ref], conditional: false };
  });
  return place;
}

/** Lists of actions inside an action: conditions, else branches, loops. */
function branches(
  action: Row,
  path: ConfigPath,
): readonly { readonly actions: readonly unknown[]; readonly path: ConfigPath }[] {
  const own = ['actions', 'elseActions', 'defaultActions'].flatMap(key =>
    asList(action[key]).length > 0 ? [{ actions: asList(action[key]), path: [...path, key] }] : [],
  );
  const chosen = asList(action.conditions).map((item, index) => ({
    actions: asList(asMap(item).actions),
    path: [...path, 'conditions', index, 'actions'],
  }));
  return [...chosen, ...own];
}

/** The node of an action that reaches a model, a tool or a person; undefined for one that only moves values. */
function nodeOf(config: ConfigFile, action: Row, path: ConfigPath, facts: Fact[]): Ref | undefined {
  const kind = asText(action.kind) ?? '';
  const at = config.at(...path);
  const ref = `${framework}:${config.path}:${path.join('.')}`;
  const id = asText(action.id) ?? kind;
  if (/^Invoke(?:Azure|Foundry|Prompt)?Agent$/.test(kind)) {
    const name = asText(asMap(action.agent).name) ?? asText(action.agent) ?? id;
    const agent = `${framework}:prompt:${name}`;
    facts.push({ fact: 'node', ref: agent, kind: 'agent', name, framework, at });
    return agent;
  }
  if (kind === 'InvokeMcpTool') {
    const url = asText(action.serverUrl);
    const known = packageOf({ args: [], ...(url !== undefined && { url }) });
    const tool = asText(action.toolName);
    facts.push({
      fact: 'node',
      ref,
      kind: 'mcp-server',
      name: asText(action.serverLabel) ?? id,
      framework: 'mcp',
      at,
      ...(known && { package: known }),
      ...(tool !== undefined && { settings: { tools: [tool] } }),
      properties: { enabled: true, transport: 'http' },
    });
    return ref;
  }
  if (kind === 'InvokeFunctionTool') {
    const name = asText(action.functionName) ?? asText(action.toolName) ?? id;
    facts.push({ fact: 'node', ref, kind: 'tool', name, framework, at, properties: { step: true } });
    return ref;
  }
  if (kind === 'HttpRequestAction') {
    facts.push({
      fact: 'node',
      ref,
      kind: 'tool',
      name: id,
      framework,
      at,
      labels: requestLabels(action, at),
      properties: { step: true },
    });
    return ref;
  }
  if (/^(?:Question|RequestExternalInput|ConfirmInput)$/.test(kind)) {
    facts.push({ fact: 'node', ref, kind: 'human', name: id, framework, at });
    return ref;
  }
  return undefined;
}

/** What a request of a workflow brings in and carries out. */
function requestLabels(
  action: Row,
  at: ReturnType<ConfigFile['at']>,
): readonly (ReturnType<typeof sink> | ReturnType<typeof untrusted>)[] {
  const url = asText(action.url) ?? '';
  const method = (asText(action.method) ?? 'GET').toUpperCase();
  const isFixed = !url.startsWith('=');
  const labels = [
    untrusted('web', 'outsider', {
      detail: 'The answer of a web request comes from outside.',
      at,
      confidence: 0.6,
    }),
  ];
  const writes = method !== 'GET' && method !== 'HEAD';
  if (!writes && isFixed) return labels;
  return [
    ...labels,
    sink('network', isFixed ? 'bound' : 'model-chosen', 'free-text', {
      detail: writes
        ? 'A request sends a body out.'
        : 'The address of a request is put together from variables.',
      at,
      confidence: 0.6,
    }),
  ];
}
