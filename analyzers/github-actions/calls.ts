import type { Job, Step, Workflow } from './workflow.ts';

/** Who starts a job: the events of its workflow, or those of the workflows that call it. */
export interface Start {
  readonly workflow: Workflow;
  /** The job that calls; absent when the workflow starts by itself. */
  readonly caller?: Job;
}

/** The files of a repository that jobs can refer to. */
export interface Repository {
  readonly workflows: readonly Workflow[];
  /** Steps of composite actions by their folder. */
  readonly actions: ReadonlyMap<string, readonly Step[]>;
}

const maxCalls = 6;

/** All ways a workflow starts; calls through other workflows of the repository are followed up. */
export function startsOf(workflow: Workflow, repository: Repository, depth = 0): readonly Start[] {
  const own: readonly Start[] = [{ workflow }];
  if (depth >= maxCalls || !workflow.events.some(event => event.name === 'workflow_call')) return own;
  const callers = repository.workflows.flatMap(other =>
    other === workflow
      ? []
      : other.jobs
          .filter(job => job.uses !== undefined && isCallOf(job.uses, workflow, other))
          .flatMap(caller =>
            startsOf(other, repository, depth + 1).map(start => ({
              workflow: start.workflow,
              caller: start.caller ?? caller,
            })),
          ),
  );
  const itself = workflow.events.some(event => event.name !== 'workflow_call');
  return callers.length > 0 ? [...(itself ? own : []), ...callers] : own;
}

/** `./.github/workflows/x.yml`, from the root of the repository both files are in. */
function isCallOf(uses: string, workflow: Workflow, caller: Workflow): boolean {
  if (!uses.startsWith('./')) return false;
  const root = caller.config.path.replace(/\.github\/workflows\/[^/]*$/, '');
  return `${root}${uses.slice(2)}` === workflow.config.path;
}

/** A job whose uses of composite actions of the repository are replaced by the steps of these. */
export function inlined(workflow: Workflow, job: Job, repository: Repository): Job {
  const root = workflow.config.path.replace(/\.github\/workflows\/[^/]*$/, '');
  return { ...job, steps: job.steps.flatMap(step => expanded(step, root, repository, 0)) };
}

function expanded(step: Step, root: string, repository: Repository, depth: number): readonly Step[] {
  const name = step.uses?.startsWith('./') ? step.uses.slice(2).replace(/\/$/, '') : undefined;
  const local = name === undefined ? undefined : repository.actions.get(`${root}${name}`);
  if (!local || depth >= maxCalls) return [step];
  return local.flatMap(inner =>
    expanded(
      {
        ...inner,
        condition: inner.condition || step.condition,
        inputs: withInputs(inner.inputs, step.inputs),
        env: { ...step.env, ...withInputs(inner.env, step.inputs) },
      },
      root,
      repository,
      depth + 1,
    ),
  );
}

/** Values in which `${{ inputs.x }}` is what the caller gives. */
function withInputs(
  values: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? value.replace(/\$\{\{\s*inputs\.([\w-]{1,80})\s*\}\}/g, (whole, key: string) =>
            given[key] === undefined ? whole : String(given[key]),
          )
        : value,
    ]),
  );
}
