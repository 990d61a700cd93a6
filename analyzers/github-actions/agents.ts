import type { Location } from '../../src/model/location.ts';
import { asText } from '../_shared/lenient.ts';
import { type AgentAction, actionOf, agentCommands, builtIns } from './agent-actions.ts';
import type { Job, Step, Workflow } from './workflow.ts';

/** A step that runs an agent. */
export interface AgentStep {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
  readonly ref: string;
  readonly name: string;
  readonly title: string;
  readonly client: AgentAction['client'];
  readonly action?: AgentAction;
  readonly at: Location;
  /** Everything the model is told by the step. */
  readonly prompt: string;
  /** Rules such as `Bash(gh issue view:*)`; `all` when nothing is held back. */
  readonly allowed: readonly string[] | 'all';
  readonly denied: readonly string[];
}

/** Every agent step of a workflow, in order. */
export function agentStepsOf(workflow: Workflow): readonly AgentStep[] {
  return workflow.jobs.flatMap(job =>
    job.steps.flatMap((step, index): readonly AgentStep[] => {
      const base = {
        workflow,
        job,
        step,
        at: workflow.config.at(...step.path),
        ref: refOf(workflow, job, index),
      };
      const action = step.uses ? actionOf(step.uses) : undefined;
      if (action) return [{ ...base, ...fromAction(job, step, action) }];
      const command = agentCommands.find(({ pattern }) => pattern.test(step.run ?? ''));
      if (!command || !step.run) return [];
      const { title, client } = command;
      const name = step.name ?? `${job.id}: ${title}`;
      const flags = rulesIn(step.run);
      const allowed = command.open.test(step.run) ? 'all' : flags.allowed;
      return [{ ...base, name, title, client, prompt: step.run, allowed, denied: flags.denied }];
    }),
  );
}

/** Name of a step between facts. */
export function refOf(workflow: Workflow, job: Job, index: number): string {
  return `github-actions:${workflow.config.path}:${job.id}:${index}`;
}

function fromAction(job: Job, step: Step, action: AgentAction) {
  const text = (key: string): string => asText(step.inputs[key]) ?? '';
  const prompt = action.prompts.map(text).join('\n');
  const settings = text('settings');
  const flags = rulesIn(text('claude_args'));
  const core = listIn(settings, /"(?:core|coreTools)"\s*:\s*\[([^\]]{0,4000})\]/);
  const listed = [
    ...flags.allowed,
    ...split(text('allowed_tools')),
    ...listIn(settings, /"allow"\s*:\s*\[([^\]]{0,4000})\]/),
  ];
  const open =
    /bypassPermissions|--dangerously-skip-permissions/.test(`${text('claude_args')} ${settings}`) ||
    text('sandbox') === 'danger-full-access';
  const gemini = action.client === 'gemini-cli' && core.length === 0;
  return {
    name: step.name ?? `${job.id}: ${action.title}`,
    title: action.title,
    client: action.client,
    action,
    prompt,
    allowed: open || gemini ? ('all' as const) : action.client === 'gemini-cli' ? core : listed,
    denied: [...flags.denied, ...split(text('disallowed_tools'))],
  };
}

/** `--allowedTools` and `--disallowedTools` of a command line. */
function rulesIn(line: string): { readonly allowed: readonly string[]; readonly denied: readonly string[] } {
  const after = (flag: RegExp): readonly string[] => {
    const match = flag.exec(line);
    if (!match) return [];
    return split(match[1] ?? match[2] ?? match[3] ?? '');
  };
  return {
    allowed: after(/--allowed-?[tT]ools[ =]+(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s]{1,4000}))/),
    denied: after(/--disallowed-?[tT]ools[ =]+(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s]{1,4000}))/),
  };
}

function listIn(json: string, list: RegExp): readonly string[] {
  const match = list.exec(json)?.[1] ?? '';
  return [...match.matchAll(/"((?:[^"\\]|\\.){1,300})"/g)].map(found => found[1] ?? '');
}

/** Splits at commas and line breaks outside brackets. */
function split(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && (sign === ',' || sign === '\n')) {
      parts.push(part.trim());
      part = '';
    } else part += sign;
  }
  return [...parts, part.trim()].filter(Boolean);
}

/** Built-in tools the step leaves, without the shell. */
export function toolsOf({ client, allowed, denied }: AgentStep): readonly string[] {
  const { always, listed, shell } = builtIns[client];
  const named = (name: string): boolean =>
    allowed === 'all' ||
    allowed.some(rule => (rule.split('(')[0] ?? '').toLowerCase() === name.toLowerCase());
  return [...always, ...listed.filter(named)].filter(name => name !== shell && !denied.includes(name));
}
