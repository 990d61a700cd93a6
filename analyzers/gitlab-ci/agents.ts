import { commandIn } from '../_shared/ci/commands.ts';
import { rulesIn, splitTools } from '../_shared/ci/rules.ts';
import type { CiAgent } from '../_shared/ci/tools.ts';
import { asText } from '../_shared/lenient.ts';
import type { Job, Pipeline } from './pipeline.ts';

/** A job that runs an agent. */
export interface AgentJob extends CiAgent {
  readonly pipeline: Pipeline;
  readonly job: Job;
  readonly title: string;
  /** Fetches the issue or request that started the pipeline by itself. */
  readonly readsEvent: boolean;
}

/** The agents of a pipeline, one per job that starts one. */
export function agentJobsOf(pipeline: Pipeline): readonly AgentJob[] {
  return pipeline.jobs.flatMap((job): readonly AgentJob[] => {
    const command = commandIn(job.script);
    if (!command) return [];
    const { title, client } = command;
    const { allowed, denied } = rulesIn(job.script);
    const open = command.open.test(job.script);
    const edits = /acceptEdits/.test(job.script) ? ['Edit', 'Write'] : [];
    const listed = splitTools(asText(job.variables.ALLOWED_TOOLS) ?? '');
    return [
      {
        framework: 'gitlab-ci',
        pipeline,
        job,
        title,
        readsEvent: command.readsEvent === true,
        client,
        at: job.at,
        ref: `gitlab-ci:${job.file}:${job.name}`,
        allowed: open ? 'all' : [...allowed, ...edits, ...listed],
        denied,
        ...(client === 'codex' && !open && { sandbox: 'no-network' }),
      },
    ];
  });
}
