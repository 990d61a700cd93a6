import type { Statement } from '../../src/lang/module.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { approvalBarriers } from '../_shared/code/answers.ts';
import { argumentOf, membersOf } from '../_shared/code/arguments.ts';
import { type AgentCall, framework, join, lost, one, type Scan, type Toolset } from './scan.ts';
import { catalogKey, nameIn, symbolsOf } from './symbols.ts';
import { toolsOf } from './toolset.ts';

/** Tools each capability of a sandbox brings, with the class whose catalog row says what they can do. */
const brought: {
  readonly [capability: string]: readonly (readonly [tool: string, python: string, npm: string])[];
} = {
  shell: [
    ['exec_command', 'ShellTool', 'shellTool'],
    ['write_stdin', 'ShellTool', 'shellTool'],
  ],
  filesystem: [
    ['apply_patch', 'ApplyPatchTool', 'applyPatchTool'],
    ['view_image', 'sandbox.view_image', 'sandbox.viewImage'],
  ],
  skills: [['load_skill', 'sandbox.load_skill', 'sandbox.loadSkill']],
};

const usual = ['filesystem', 'shell'];

/** Tools a sandbox agent has without any `tools` argument: those of its capabilities, or of the usual ones. */
export function sandboxTools(scan: Scan, agent: AgentCall): Toolset {
  const value = argumentOf(agent.call.args, ['capabilities']) ?? baseCapabilities(agent);
  if (!value) return join(usual.map(name => capability(scan, agent, name, agent.call)));
  const { members, open } = membersOf(value);
  const found = members.map(({ value: item }) => fromObject(scan, agent, item));
  return join(open === undefined ? found : [...found, lost(`more sandbox capabilities, ${open}`, value.at)]);
}

function baseCapabilities(agent: AgentCall): Value | undefined {
  if (!agent.base) return undefined;
  return argumentOf(agent.base.call.args, ['capabilities']) ?? baseCapabilities(agent.base);
}

function fromObject(scan: Scan, agent: AgentCall, item: Value): Toolset {
  if (item.kind !== 'instance') return lost('a sandbox capability that was not resolved', item.at);
  const name = nameIn(item.symbol)?.replace(/^capabilities\./, '');
  if (name === 'Capabilities.default') return join(usual.map(word => capability(scan, agent, word, item)));
  const known = name?.toLowerCase();
  if (known === 'memory') return memory(scan, item);
  if (known !== undefined && !item.classValue) {
    return known in brought ? capability(scan, agent, known, item) : { uses: [], missing: [] };
  }
  // A capability written in the project says its tools itself.
  const method = scan.project.member(item, 'tools');
  return toolsOf(scan, method.kind === 'function' ? scan.project.call(method) : method);
}

function capability(scan: Scan, agent: AgentCall, name: string, made: InstanceValue): Toolset {
  const sandbox = sandboxOf(scan, agent.call.at.file);
  const base = made === agent.call ? `${agent.ref}:${name}` : scan.project.ref(made);
  return join(
    (brought[name] ?? []).map(([tool, python, npm]) => {
      const isPython = agent.call.at.file.endsWith('.py') || agent.call.at.file.endsWith('.ipynb');
      const symbol = isPython ? catalogKey('agents.', python) : catalogKey('@openai/agents#', npm);
      const ref = `${base}:${tool}`;
      const properties = { implicit: true, ...(sandbox && { sandbox }) };
      scan.add({ fact: 'node', ref, kind: 'tool', name: tool, framework, at: made.at, symbol, properties });
      return one({ ref, name: tool, relation: 'uses', at: made.at, barriers: configured(scan, made, tool) });
    }),
  );
}

/** `configure_tools=fn` where the function sets `toolset.<tool>.needs_approval`. */
function configured(scan: Scan, made: InstanceValue, tool: string): readonly Barrier[] {
  const fn = argumentOf(made.args, ['configure_tools', 'configureTools']);
  if (fn?.kind !== 'function') return [];
  for (const statement of assignments(fn.def.body)) {
    const { target, value } = statement;
    if (target.kind !== 'member' || !/^needs_?approval$/i.test(target.property) || !value) continue;
    const owner = target.object.kind === 'member' ? target.object.property : '';
    if (owner.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`) !== tool) continue;
    const literal: Value | undefined =
      value.kind === 'literal' ? { kind: 'literal', value: value.value, at: fn.at } : undefined;
    const named = value.kind === 'name' ? scan.project.outerName(fn, value.name) : undefined;
    const inline: Value | undefined =
      value.kind === 'function' ? { ...fn, id: `${fn.id}:${tool}`, def: value.def } : undefined;
    return approvalBarriers(target.property, literal ?? named ?? inline, 1);
  }
  return [];
}

function assignments(body: readonly Statement[]): readonly (Statement & { readonly kind: 'assign' })[] {
  return body.flatMap(statement => {
    if (statement.kind === 'assign') return [statement];
    return statement.kind === 'if' ? assignments([...statement.then, ...statement.else]) : [];
  });
}

/** Notes a sandbox agent keeps between runs. */
function memory(scan: Scan, made: InstanceValue): Toolset {
  const ref = scan.project.ref(made);
  const properties = { store: 'memory', memory: true };
  scan.add({
    fact: 'node',
    ref,
    kind: 'store',
    name: made.holder ?? 'memory',
    framework,
    at: made.at,
    properties,
  });
  return {
    uses: (['reads', 'writes'] as const).map(relation => ({ ref, name: 'memory', relation, at: made.at })),
    missing: [],
  };
}

const boxes = ['UnixLocal', 'Docker', 'Cloudflare', 'Modal', 'E2B', 'Daytona', 'Runloop', 'Vercel', 'Blaxel'];

const clients = boxes.flatMap(word => [
  ...symbolsOf(`${word}SandboxClient`),
  `agents.extensions.sandbox.${word}SandboxClient`,
  `agents.extensions.sandbox.${word.toLowerCase()}.${word}SandboxClient`,
  `agents.sandbox.sandboxes.${word}SandboxClient`,
  `agents.sandbox.sandboxes.${word === 'UnixLocal' ? 'unix_local' : word.toLowerCase()}.${word}SandboxClient`,
  `@openai/agents-extensions/sandbox/${word.toLowerCase()}#${word}SandboxClient`,
  `@openai/agents/sandbox/local#${word}SandboxClient`,
]);

/** Where commands run, as far as the same file shows: on the own machine, or in a box with a network of its own. */
function sandboxOf(scan: Scan, file: string): string | undefined {
  const found = scan
    .once('sandbox clients', () => scan.project.calls(clients))
    .filter(call => call.at.file === file);
  if (found.length === 0 || found.some(call => /UnixLocal/.test(call.symbol))) return undefined;
  return 'network';
}
