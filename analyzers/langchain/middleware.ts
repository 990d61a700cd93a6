import type { Ref } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { type Backend, backendOf, fileTools } from './agents/files.ts';
import { aroundTools } from './around-tools.ts';
import { interruptOn } from './gates.ts';
import { framework, type Scan, type Toolset } from './scan.ts';
import { join, nothing, one } from './tools/result.ts';
import { toolsOf } from './tools/toolset.ts';
import { argument, flagOf, isAbsent, lastName, options, settingsOf, stringsOf } from './values.ts';
import { withholds } from './withheld.ts';

/** What a list of middleware adds to an agent. */
export interface Added {
  readonly tools: Toolset;
  /** `subagents` arguments of sub-agent middleware. */
  readonly subagents: readonly Value[];
}

/**
 * Middleware of an agent: approval becomes gates, and middleware that brings tools (shell, files, to-do list, its own
 * `tools`) adds them. Middleware that could not be read may hide tools and is a gap.
 */
export function middlewareOf(scan: Scan, agent: Ref, value: Value | undefined): Added {
  withholds(scan, agent, value);
  const parts = items(value).map(item => single(scan, agent, item.value, item.at));
  return { tools: join(parts.map(part => part.tools)), subagents: parts.flatMap(part => part.subagents) };
}

function items(value: Value | undefined): readonly { readonly value: Value; readonly at: Location }[] {
  return options(value).flatMap(option => {
    if (isAbsent(option)) return [];
    if (option.kind === 'list') return option.items.flatMap(item => items(item.value));
    return [{ value: option, at: option.at }];
  });
}

const plain = (tools: Toolset): Added => ({ tools, subagents: [] });

function single(scan: Scan, agent: Ref, value: Value, at: Location): Added {
  aroundTools(scan, agent, value);
  if (value.kind !== 'instance') return plain(nothing);
  const name = lastName(value.symbol);
  switch (word(name)) {
    case 'humanintheloop': {
      interruptOn(
        scan,
        agent,
        name,
        argument(value.args, ['interrupt_on', 'interruptOn', 'tool_configs', 'toolConfigs'], 0),
        at,
      );
      return plain(nothing);
    }
    case 'shelltool':
      return plain(shell(scan, value));
    case 'filesystemfilesearch':
      return plain(search(scan, value));
    case 'todolist':
    case 'planning':
      return plain(implicit(scan, value, 'write_todos'));
    case 'filesystem':
      return plain(fileTools(scan, agent, backend(scan, value), value.at, namesOf(value)));
    case 'memory':
    case 'skills':
      return plain(nothing);
    case 'subagent':
    case 'subagents':
      return { tools: nothing, subagents: listOf(argument(value.args, ['subagents'])) };
    default:
      return plain(own(scan, value));
  }
}

function listOf(value: Value | undefined): readonly Value[] {
  return value ? [value] : [];
}

/** `HumanInTheLoopMiddleware`, `humanInTheLoopMiddleware`, `createSubAgentMiddleware` by their telling part. */
function word(name: string): string {
  return name
    .replace(/^create(?=[A-Z])/, '')
    .replace(/Middleware$/, '')
    .toLowerCase();
}

/** `FilesystemMiddleware(tools=["read_file"])` keeps only these. */
function namesOf(value: InstanceValue): readonly string[] {
  return options(argument(value.args, ['tools'])).flatMap(stringsOf);
}

function backend(scan: Scan, value: InstanceValue): Backend {
  return backendOf(scan, argument(value.args, ['backend']));
}

function shell(scan: Scan, value: InstanceValue): Toolset {
  const ref = scan.project.ref(value);
  const policy = argument(value.args, ['execution_policy', 'executionPolicy']);
  const kind = policy?.kind === 'instance' ? lastName(policy.symbol) : 'HostExecutionPolicy';
  const network =
    policy?.kind === 'instance' ? flagOf(argument(policy.args, ['network_enabled'])) : undefined;
  const sandbox = kind === 'DockerExecutionPolicy' ? (network === true ? 'network' : 'isolated') : undefined;
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name: 'shell',
    framework,
    at: value.at,
    symbol: 'langchain.agents.middleware.ShellToolMiddleware',
    settings: { ...settingsOf(value), execution_policy: kind },
    ...(sandbox && { properties: { sandbox } }),
  });
  return one({ ref, name: 'shell', kind: 'tool', relation: 'uses', at: value.at });
}

function search(scan: Scan, value: InstanceValue): Toolset {
  return join(
    ['glob_search', 'grep_search'].map(name => {
      const ref = `${scan.project.ref(value)}#${name}`;
      scan.add({
        fact: 'node',
        ref,
        kind: 'tool',
        name,
        framework,
        at: value.at,
        symbol: 'langchain.agents.middleware.FilesystemFileSearchMiddleware',
        settings: settingsOf(value),
      });
      return one({ ref, name, kind: 'tool', relation: 'uses', at: value.at });
    }),
  );
}

function implicit(scan: Scan, value: InstanceValue, name: string): Toolset {
  const ref = `${scan.project.ref(value)}#${name}`;
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at: value.at,
    symbol: `deepagents:${name}`,
    properties: { implicit: true },
  });
  return one({ ref, name, kind: 'tool', relation: 'uses', at: value.at });
}

/** `tools` of a project's own middleware class, or of `createMiddleware({tools})`. */
function own(scan: Scan, value: InstanceValue): Toolset {
  const given = argument(value.args, ['tools']);
  if (given) return toolsOf(scan, given);
  if (!value.classValue) return nothing;
  const tools = scan.project.member(value, 'tools');
  return tools.kind === 'unknown' || tools.kind === 'external' ? nothing : toolsOf(scan, tools);
}
