import type { Fact, NodeFact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import { argumentOf, nameOf, textOf } from '../_shared/code/arguments.ts';
import { clip, describe, gap, gateBarrier, relate } from '../_shared/facts.ts';
import type { ModelCall } from './calls.ts';
import { boxOf } from './container.ts';
import { ownWork } from './own-tools.ts';
import { answersGoBack } from './returns.ts';
import { type Entry, entriesOf } from './schemas.ts';
import { serverApproval, serverFact } from './servers.ts';
import { workOf } from './work.ts';

const framework = 'provider-loops';

/** Everything one loop around a model API states; nothing when its tools are only a form for the answer. */
export function loopFacts(project: Project, calls: readonly ModelCall[]): readonly Fact[] {
  const [first] = calls;
  if (!first) return [];
  const entries = calls.flatMap(({ api, tools }) => entriesOf(api, tools));
  const work = workOf(project, calls);
  const ref = `${framework}:${project.ref(first.call)}`;
  const out: Fact[] = [];
  const seen = new Set<string>();
  let acts = false;
  for (const entry of [...entries, ...calls.flatMap(remoteServers)]) {
    const tool = tell(project, entry, work);
    if (!tool) {
      if (entry.kind === 'unknown')
        out.push(
          ...unknownNode(ref, entry),
          gap('unknown-tools', entry.value.at, clip(`Not all tools are known: ${entry.why}.`, 300), [ref]),
        );
      continue;
    }
    if (seen.has(tool.ref)) continue;
    seen.add(tool.ref);
    acts ||= tool.handler !== undefined || entry.kind !== 'schema';
    out.push(tool, relate('uses', ref, tool.ref, first.call.at, approvalOf(entry)));
    if (entry.kind === 'schema' && !tool.handler)
      out.push(
        gap('unresolved-value', tool.at, `What runs when the model calls '${tool.name}' was not found.`, [
          tool.ref,
          ref,
        ]),
      );
  }
  if (!acts && isForm(first, seen.size)) return [];
  if (!acts && seen.size > 0 && !answersGoBack(project, calls)) return [unanswered(first, out)];
  const back =
    first.api.runsFunctions === true ||
    entries.some(item => item.kind === 'function') ||
    answersGoBack(project, calls);
  return [agent(first, ref, back), ...out];
}

function agent({ call, around, api }: ModelCall, ref: string, back: boolean): NodeFact {
  const name =
    around?.owner?.def.name ??
    (around?.def.name || nameOf({ ...call, args: { positional: [], named: [] } }, undefined));
  const model = textOf(argumentOf(call.args, ['model', 'modelId', 'model_name', 0]));
  return {
    fact: 'node',
    ref,
    kind: 'agent',
    name,
    framework,
    at: call.at,
    properties: { provider: api.provider, ...(model && { model }), ...(!back && { singleStep: true }) },
  };
}

/** Tools that somebody hands out while the program runs: Composio, a registry, a file. */
function unknownNode(agent: string, { value, why }: Entry & { kind: 'unknown' }): readonly Fact[] {
  const source = value.kind === 'instance' || value.kind === 'external' ? value.symbol : undefined;
  if (source === undefined) return [];
  const ref = `unknown:${agent}:${source}`;
  const name = `(tools of ${source.split(/[.#/]/).at(-1) ?? source})`;
  const node = { fact: 'node', ref, kind: 'unknown', name, framework, at: value.at } as const;
  return [{ ...node, symbol: source, properties: { reason: why } }, relate('uses', agent, ref, value.at)];
}

/** One tool is demanded, by name or because there is no other: the call asks for an answer in that form. */
function isForm({ call }: ModelCall, tools: number): boolean {
  const choice = argumentOf(call.args, ['tool_choice', 'toolChoice', 'function_call']);
  if (choice?.kind !== 'record') return tools === 1 && /^(?:required|any|ANY)$/.test(textOf(choice) ?? '');
  const kind = choice.entries.find(entry => entry.key === 'type');
  const isAny = kind !== undefined && textOf(kind.value) === 'any' && tools === 1;
  return isAny || choice.entries.some(entry => ['function', 'name', 'tool'].includes(entry.key));
}

/** Tools nobody seems to answer: most often an answer in a form, but what runs them may lie elsewhere. */
function unanswered({ call }: ModelCall, facts: readonly Fact[]): Fact {
  const names = facts.flatMap(fact =>
    fact.fact === 'node' && fact.kind === 'tool' ? [`'${fact.name}'`] : [],
  );
  const [first = 'tools', ...more] = names;
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  return gap(
    'unsupported',
    call.at,
    clip(
      `A model is given ${first}${others}, but nothing was found that runs it or answers; if something does, this is an agent`,
      300,
    ),
  );
}

function tell(project: Project, entry: Entry, work: ReturnType<typeof workOf>): NodeFact | undefined {
  if (entry.kind === 'unknown') return undefined;
  if (entry.kind === 'server') return serverFact(project, entry.value, entry.args);
  if (entry.kind === 'function') {
    const { fn } = entry;
    const parameters = project.parameters(fn).filter(item => item.name !== 'self');
    return {
      fact: 'node',
      ref: project.ref(fn),
      kind: 'tool',
      name: fn.def.name || 'anonymous',
      framework,
      at: fn.at,
      ...describe(fn.def.doc),
      parameters,
      handler: project.functionRef(fn),
    };
  }
  const { name, value } = entry;
  const node = {
    fact: 'node',
    ref: `${framework}:${project.ref(value)}:${name}`,
    kind: 'tool',
    name,
    framework,
    at: value.at,
  } as const;
  if (entry.kind === 'hosted') {
    const box = boxOf(entry.value);
    const properties = { hosted: true, ...(box !== undefined && { sandbox: box }) };
    return { ...node, symbol: entry.symbol, properties };
  }
  const handler = entry.handler
    ? project.functionRef(entry.handler)
    : (work(name, value.at.file) ?? ownWork(project, name, value.at));
  return {
    ...node,
    ...describe(entry.description),
    ...(entry.parameters && { parameters: project.fields(entry.parameters) }),
    ...(handler && { handler }),
  };
}

/** `mcp_servers=[…]` of the Anthropic API: the provider connects to these. */
function remoteServers({ call }: ModelCall): readonly Entry[] {
  const list = argumentOf(call.args, ['mcp_servers']);
  if (list?.kind !== 'list') return [];
  return list.items.flatMap(({ value }): readonly Entry[] =>
    value.kind === 'record' ? [{ kind: 'server', args: { positional: [value], named: [] }, value }] : [],
  );
}

function approvalOf(entry: Entry): Parameters<typeof relate>[4] {
  if (entry.kind === 'server') return serverApproval(entry.args, entry.value.at);
  if (entry.kind !== 'hosted' || !entry.asks) return {};
  return {
    barriers: [gateBarrier('permission_policy', 0.8, 'Every call waits for a person.', entry.value.at)],
  };
}
