import type { Location } from '../../src/model/location.ts';
import { type CiClient, commandIn } from '../_shared/ci/commands.ts';
import { listIn, rulesIn, splitTools } from '../_shared/ci/rules.ts';
import type { CiAgent } from '../_shared/ci/tools.ts';
import { asText } from '../_shared/lenient.ts';
import { type AgentAction, actionOf } from './agent-actions.ts';
import type { Start } from './calls.ts';
import type { Job, Step, Workflow } from './workflow.ts';

/** A step that runs an agent. */
export interface AgentStep extends CiAgent {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
  readonly starts: readonly Start[];
  readonly name: string;
  readonly action?: AgentAction;
  /** Everything the model is told by the step. */
  readonly prompt: string;
  /** Texts in which MCP servers may be given. */
  readonly settings: string;
}

const framework = 'github-actions';

/** Every agent step of a job, in order. */
export function agentStepsOf(workflow: Workflow, job: Job, starts: readonly Start[]): readonly AgentStep[] {
  return job.steps.flatMap((step, index): readonly AgentStep[] => {
    const at: Location = (step.from ?? workflow.config).at(...step.path);
    const base = { framework, workflow, job, step, starts, at, ref: refOf(workflow, job, index) };
    const action = step.uses ? actionOf(step.uses) : undefined;
    if (action) return [{ ...base, ...fromAction(job, step, action) }];
    const command = commandIn(step.run ?? '');
    if (!command || !step.run) return [];
    const { title, client } = command;
    const name = step.name ?? `${job.id}: ${title}`;
    const { allowed, denied } = rulesIn(step.run);
    const open = command.open.test(step.run);
    const edits = /acceptEdits/.test(step.run) ? ['Edit', 'Write'] : [];
    const offline = client === 'codex' && !open ? ({ sandbox: 'no-network' } as const) : {};
    return [
      {
        ...base,
        ...offline,
        name,
        client,
        prompt: step.run,
        settings: step.run,
        allowed: open ? ('all' as const) : [...allowed, ...edits],
        denied,
      },
    ];
  });
}

/** Name of a step between facts. */
export function refOf(workflow: Workflow, job: Job, index: number): string {
  return `github-actions:${workflow.config.path}:${job.id}:${index}`;
}

type FromAction = Omit<AgentStep, 'workflow' | 'job' | 'step' | 'starts' | 'at' | 'ref' | 'framework'>;

function fromAction(job: Job, step: Step, action: AgentAction): FromAction {
  const text = (key: string): string => asText(step.inputs[key]) ?? '';
  const prompt = action.prompts.map(text).join('\n');
  const settings = `${text('settings')}\n${text('claude_args')}\n${text('mcp_config')}`;
  const name = step.name ?? `${job.id}: ${action.title}`;
  return { name, client: action.client, action, prompt, settings, ...rulesOf(text, action.client, settings) };
}

function rulesOf(
  text: (key: string) => string,
  client: CiClient,
  settings: string,
): Pick<AgentStep, 'allowed' | 'denied' | 'sandbox'> {
  const flags = rulesIn(text('claude_args'));
  const denied = [...flags.denied, ...splitTools(text('disallowed_tools')), ...listIn(settings, denyList)];
  if (client === 'codex') {
    const sandbox = text('sandbox') || 'workspace-write';
    const open = sandbox === 'danger-full-access' || text('permission-profile') === ':danger-full-access';
    return { allowed: open ? 'all' : [], denied, ...(!open && { sandbox: 'no-network' }) };
  }
  if (client === 'gemini-cli') {
    const core = listIn(settings, coreList);
    return {
      allowed: core.length === 0 ? 'all' : core,
      denied: [...denied, ...listIn(settings, excludeList)],
    };
  }
  if (client === 'claude-code') {
    const open = /bypassPermissions|--dangerously-skip-permissions/.test(settings);
    const listed = [...flags.allowed, ...splitTools(text('allowed_tools')), ...listIn(settings, allowList)];
    return { allowed: open ? 'all' : [...listed, 'Edit', 'Write'], denied };
  }
  return { allowed: client === 'none' ? [] : 'all', denied };
}

const allowList = /"allow"\s*:\s*\[([^\]]{0,4000})\]/;
const denyList = /"deny"\s*:\s*\[([^\]]{0,4000})\]/;
const coreList = /"(?:core|coreTools)"\s*:\s*\[([^\]]{0,4000})\]/;
const excludeList = /"(?:exclude|excludeTools)"\s*:\s*\[([^\]]{0,4000})\]/;
