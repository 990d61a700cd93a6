import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { activeOf } from '../_shared/code/active.ts';
import { approvalOf } from '../_shared/code/approval.ts';
import { argumentOf, optionsOf, textOf, truthOf } from '../_shared/code/arguments.ts';
import { relate } from '../_shared/facts.ts';
import { agentRule } from './framework.ts';

/** A tool of a workspace: the key of its setting, its name, the part that brings it, whether it changes files. */
interface WorkspaceTool {
  readonly key: string;
  readonly name: string;
  readonly part: 'filesystem' | 'sandbox' | 'skills';
  readonly writes?: true;
}

const tools: readonly WorkspaceTool[] = [
  { key: 'READ_FILE', name: 'read_file', part: 'filesystem' },
  { key: 'WRITE_FILE', name: 'write_file', part: 'filesystem', writes: true },
  { key: 'EDIT_FILE', name: 'edit_file', part: 'filesystem', writes: true },
  { key: 'LIST_FILES', name: 'list_files', part: 'filesystem' },
  { key: 'DELETE', name: 'delete_file', part: 'filesystem', writes: true },
  { key: 'FILE_STAT', name: 'file_stat', part: 'filesystem' },
  { key: 'MKDIR', name: 'mkdir', part: 'filesystem', writes: true },
  { key: 'GREP', name: 'grep', part: 'filesystem' },
  { key: 'EXECUTE_COMMAND', name: 'execute_command', part: 'sandbox' },
  { key: 'GET_PROCESS_OUTPUT', name: 'get_process_output', part: 'sandbox' },
  { key: 'KILL_PROCESS', name: 'kill_process', part: 'sandbox' },
  { key: 'SKILL', name: 'skill', part: 'skills' },
];

/** What an agent has of a workspace of which nothing more is known. */
const usual = new Set(['read_file', 'write_file', 'execute_command']);

/** Tools that agents get from their workspace: those of its parts, without the ones its settings switch off. */
export function workspaceFacts(project: Project): readonly Fact[] {
  return project.calls(agentRule.symbols).flatMap((call): readonly Fact[] => {
    const ref = project.ref(call);
    const value = argumentOf(call.args, ['workspace']);
    if (!value || truthOf(value) === false) return [];
    const active = activeOf({ rule: agentRule, call, ref });
    const made = optionsOf(value).filter(isWorkspace);
    return (made.length > 0 ? made : [value]).flatMap(workspace =>
      tools.flatMap(tool => toolFacts(project, call, ref, workspace, tool, active)),
    );
  });
}

function toolFacts(
  project: Project,
  agent: InstanceValue,
  ref: string,
  workspace: Value,
  tool: WorkspaceTool,
  active: ReadonlySet<string> | undefined,
): readonly Fact[] {
  const known = isWorkspace(workspace) ? workspace : undefined;
  const settings = known && inside(argumentOf(known.args, ['tools']), tool);
  const name = textOf(member(settings, 'name')) ?? tool.name;
  const isThere = known
    ? brings(known, tool) && truthOf(member(settings, 'enabled')) !== false
    : usual.has(name);
  if (!isThere || (active && !active.has(name) && !active.has(defaultName(tool)))) return [];
  const own = `${known ? project.ref(known) : ref}#${name}`;
  const at = known?.at ?? agent.at;
  const barriers = settings
    ? approvalOf(
        project,
        { positional: [settings], named: [] },
        { places: ['requireApproval'], mechanism: 'requireApproval' },
      )
    : [];
  return [
    { fact: 'node', ref: own, kind: 'tool', name, framework: 'mastra', at, symbol: `mastra:${tool.name}` },
    relate('uses', ref, own, agent.at, { ...(barriers.length > 0 && { barriers }) }),
  ];
}

function brings({ args }: InstanceValue, { part, writes }: WorkspaceTool): boolean {
  const value = argumentOf(args, [part]);
  if (!value) return false;
  const isReadOnly = value.kind === 'instance' && truthOf(argumentOf(value.args, ['readOnly'])) === true;
  return !(writes && isReadOnly);
}

/** The setting of one tool: `{[WORKSPACE_TOOLS.FILESYSTEM.GREP]: {enabled: false}}`, or the name written out. */
function inside(settings: Value | undefined, tool: WorkspaceTool): Value | undefined {
  return member(settings, tool.key) ?? member(settings, defaultName(tool));
}

const defaultName = ({ key }: WorkspaceTool): string => `mastra_workspace_${key.toLowerCase()}`;

function member(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'record' ? value.entries.find(entry => entry.key === key)?.value : undefined;
}

function isWorkspace(value: Value): value is InstanceValue {
  return value.kind === 'instance' && /^@mastra\/core(?:\/workspace)?#Workspace$/.test(value.symbol);
}
