import type { Statement } from '../../src/lang/module.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue, Value } from '../../src/resolve/value.ts';
import { membersOf, optionsOf, textOf } from '../_shared/code/arguments.ts';
import { asksPerson, returned } from '../_shared/code/bodies.ts';
import { gateBarrier } from '../_shared/facts.ts';
import { isWhole, toolOf } from './built-ins.ts';
import { namesOf, type Options } from './options.ts';

export type Mode = 'default' | 'acceptEdits' | 'bypassPermissions' | 'plan' | 'dontAsk' | 'auto';

/** What stands between an agent and its tools. */
export interface Permissions {
  readonly mode: Mode;
  /** Rules that let a tool run without asking; they restrict nothing. */
  readonly allowed: readonly string[];
  /** Tools taken away as a whole. */
  readonly denied: ReadonlySet<string>;
  /** What happens to a call that no rule allows. */
  readonly unlisted: Barrier | undefined;
  readonly hooks: readonly Hook[];
  /** Shell commands run in a sandbox without network. */
  readonly sandboxed: Location | undefined;
  readonly at: Location;
}

/** A hook before tool calls: which tools, and what it can do about them. */
interface Hook {
  readonly matches: (tool: string) => boolean;
  readonly barrier: Barrier;
}

const modes: readonly string[] = ['default', 'acceptEdits', 'bypassPermissions', 'plan', 'dontAsk', 'auto'];

/** Reads the permission settings of one agent. */
export function permissionsOf(project: Project, options: Options, at: Location): Permissions {
  const word = textOf(options.get('permissionMode', 'permission_mode'));
  const mode = modes.includes(word ?? '') ? (word as Mode) : 'default';
  const denied = namesOf(options.get('disallowedTools', 'disallowed_tools'))
    .names.filter(isWhole)
    .map(toolOf);
  const sandbox = options.get('sandbox');
  return {
    mode,
    allowed: namesOf(options.get('allowedTools', 'allowed_tools')).names,
    denied: new Set(denied),
    unlisted: unlisted(project, options, mode, at),
    hooks: hooksOf(project, options.get('hooks')),
    sandboxed: isOffline(sandbox) ? sandbox?.at : undefined,
    at,
  };
}

/** The gate for calls that no rule allows: a callback, a mode, or the plain refusal of a run without a person. */
function unlisted(project: Project, options: Options, mode: Mode, at: Location): Barrier | undefined {
  if (mode === 'bypassPermissions') return undefined;
  if (mode === 'dontAsk') return gateBarrier('dontAsk', 1, 'What is not allowed is refused.', at);
  if (mode === 'auto') return gateBarrier('auto mode', 0.2, 'A model decides whether the call runs.', at);
  const callback = options.get('canUseTool', 'can_use_tool');
  if (callback) return byCallback(project, callback);
  const prompt = options.get('permissionPromptToolName', 'permission_prompt_tool_name');
  if (prompt)
    return gateBarrier(
      'permissionPromptToolName',
      0.5,
      'A tool of an MCP server decides about each call.',
      prompt.at,
    );
  const detail =
    'Not allowed beforehand: the run has no one to ask and refuses, unless a settings file of the machine allows it.';
  return gateBarrier('default approval', 0.8, detail, at);
}

function byCallback(project: Project, callback: Value): Barrier | undefined {
  const fn = optionsOf(callback).find(item => item.kind === 'function');
  if (fn?.kind !== 'function')
    return gateBarrier('canUseTool', 0.2, 'A callback that was not resolved decides.', callback.at);
  const answers = returned(fn.def.body);
  const allows = answers.map(answer => (answer ? wordsIn([answer]) : []));
  const always = allows.length > 0 && allows.every(words => words.some(isAllow) && !words.some(isDeny));
  if (always) return gateBarrier('canUseTool', 0, 'The callback allows every call; no one is asked.', fn.at);
  if (asksPerson(project, fn))
    return gateBarrier(
      'canUseTool',
      0.8,
      'A callback asks a person about each call that is not allowed beforehand.',
      fn.at,
    );
  return gateBarrier(
    'canUseTool',
    0.3,
    'Code of the program decides about each call; no person was seen to be asked.',
    fn.at,
  );
}

const isAllow = (word: string): boolean => /^(?:allow|approve|PermissionResultAllow)$/.test(word);
const isDeny = (word: string): boolean => /^(?:deny|block|ask|PermissionResultDeny)$/.test(word);

/** `hooks: {PreToolUse: [{matcher, hooks: [fn]}]}`; a hook that neither blocks nor asks is no gate. */
function hooksOf(project: Project, value: Value | undefined): readonly Hook[] {
  if (value?.kind !== 'record') return [];
  const before = value.entries.find(entry => entry.key === 'PreToolUse')?.value;
  if (!before) return [];
  return membersOf(before).members.flatMap(({ value: item }) => {
    const field = (name: string): Value | undefined =>
      item.kind === 'record'
        ? item.entries.find(entry => entry.key === name)?.value
        : item.kind === 'instance'
          ? item.args.named.find(arg => arg.name === name)?.value
          : undefined;
    const pattern = textOf(field('matcher'));
    const list = field('hooks');
    const bodies = list
      ? membersOf(list).members.flatMap(({ value: fn }) => (fn.kind === 'function' ? [fn] : []))
      : [];
    return bodies.flatMap(fn => {
      const barrier = byHook(project, fn);
      return barrier ? [{ matches: matcher(pattern), barrier }] : [];
    });
  });
}

function byHook(project: Project, fn: FunctionValue): Barrier | undefined {
  const words = wordsIn(fn.def.body);
  if (!words.some(isDeny)) return undefined;
  if (words.includes('ask'))
    return gateBarrier('PreToolUse hook', 0.5, 'A hook has some calls asked for.', fn.at);
  const person = asksPerson(project, fn);
  const detail = person
    ? 'A hook asks a person about calls.'
    : 'A hook blocks calls that its own rules name; other calls pass.';
  return gateBarrier('PreToolUse hook', person ? 0.8 : 0.3, detail, fn.at);
}

/** A matcher is a pattern over tool names: `Write|Edit`, `mcp__.*`, `*`; none means every tool. */
function matcher(pattern: string | undefined): (tool: string) => boolean {
  if (pattern === undefined || pattern === '' || pattern === '*') return () => true;
  const parts = pattern
    .slice(0, 300)
    .split('|')
    .map(part => part.replace(/[()^$]/g, ''));
  return tool =>
    parts.some(part =>
      part.endsWith('.*') || part.endsWith('*') ? tool.startsWith(part.replace(/\.?\*$/, '')) : part === tool,
    );
}

/** All words in quotes and names called in a part of the program; bounded. */
function wordsIn(parts: readonly (Statement | object)[]): readonly string[] {
  const out: string[] = [];
  const stack: unknown[] = [...parts];
  for (let steps = 0; stack.length > 0 && steps < 20_000; steps++) {
    const next = stack.pop();
    if (typeof next !== 'object' || next === null) continue;
    if ('kind' in next && next.kind === 'literal' && 'value' in next && typeof next.value === 'string')
      out.push(next.value);
    if ('kind' in next && next.kind === 'name' && 'name' in next) out.push(String(next.name));
    for (const value of Object.values(next)) if (typeof value === 'object') stack.push(value);
  }
  return out;
}

/** `sandbox: {enabled: true}` keeps the network closed unless hosts are allowed or commands may leave it. */
function isOffline(value: Value | undefined): boolean {
  if (value?.kind !== 'record') return false;
  const field = (name: string): Value | undefined => value.entries.find(entry => entry.key === name)?.value;
  const enabled = field('enabled');
  const isOn = enabled?.kind === 'literal' && enabled.value === true;
  const leaves = field('allowUnsandboxedCommands');
  return isOn && field('network') === undefined && !(leaves?.kind === 'literal' && leaves.value === true);
}

/** Barriers on one tool; `name` as rules spell it: `Bash`, `mcp__server__tool`. */
export function barriersFor(
  permissions: Permissions,
  name: string,
  free: boolean,
  edits: boolean,
): readonly Barrier[] {
  const { mode, allowed, hooks, unlisted: gate, sandboxed } = permissions;
  const hooked = hooks.filter(hook => hook.matches(name)).map(hook => hook.barrier);
  const offline =
    name === 'Bash' && sandboxed
      ? [gateBarrier('sandbox', 0.9, 'Commands run in a sandbox without network.', sandboxed)]
      : [];
  const runs =
    free ||
    mode === 'bypassPermissions' ||
    (mode === 'acceptEdits' && edits) ||
    allowed.some(rule => allows(rule, name));
  const planned =
    mode === 'plan' && !free
      ? [gateBarrier('plan mode', 0.8, 'The agent may only plan; acting needs an approval.', permissions.at)]
      : [];
  if (planned.length > 0) return [...offline, ...hooked, ...planned];
  return [...offline, ...hooked, ...(runs || !gate ? [] : [gate])];
}

/** A rule narrowed to single commands or hosts frees only these; the rest still waits, but the way is open. */
function allows(rule: string, name: string): boolean {
  if (toolOf(rule) === name) return true;
  const server = /^mcp__.+?(?:__\*?)?$/.test(rule) ? rule.replace(/(?:__)?\*?$/, '') : undefined;
  return server !== undefined && (name === server || name.startsWith(`${server}__`));
}
