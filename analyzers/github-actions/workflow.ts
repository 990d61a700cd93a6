import type { TextFile } from '../_shared/analyzer.ts';
import { type ConfigFile, type ConfigPath, parseConfig } from '../_shared/config-file.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';

/** One step of a job. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly condition: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, unknown>>;
  readonly path: ConfigPath;
  /** File it is written in, when that is a composite action the job uses. */
  readonly from?: ConfigFile;
}

/** One job with its steps in order. */
export interface Job {
  readonly id: string;
  readonly condition: string;
  readonly needs: readonly string[];
  readonly env: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  /** Asks people before it runs, when its environment has reviewers. */
  readonly environment?: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Reusable workflow the job consists of. */
  readonly uses?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
}

/** An event that starts a workflow; no types mean all of them. */
export interface Event {
  readonly name: string;
  readonly types: readonly string[];
}

/** A workflow file reduced to what decides about agents. */
export interface Workflow {
  readonly config: ConfigFile;
  readonly name: string;
  readonly events: readonly Event[];
  readonly env: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: readonly Job[];
}

/** Reads a workflow; undefined when the file has no jobs. */
export function readWorkflow(file: TextFile): Workflow | undefined {
  const config = parseConfig(file, 'yaml');
  const root = asMap(config.value);
  const jobs = Object.entries(asMap(root.jobs)).map(([id, job]) => readJob(id, asMap(job)));
  if (jobs.length === 0) return undefined;
  // YAML 1.1 readers turn the key `on` into true; this one does not, but exports of other tools may hold it.
  const on = root.on ?? root.true;
  return {
    config,
    name: asText(root.name) ?? file.path.split('/').at(-1) ?? 'workflow',
    events: eventsOf(on),
    env: asMap(root.env),
    permissions: root.permissions,
    jobs,
  };
}

/** Steps of a composite action; undefined when the file is none. */
export function readComposite(file: TextFile): { readonly steps: readonly Step[] } | undefined {
  const config = parseConfig(file, 'yaml');
  const runs = asMap(asMap(config.value).runs);
  const steps = asList(runs.steps);
  if (steps.length === 0) return undefined;
  return {
    steps: steps.map((step, index) => ({
      ...readStep(asMap(step), ['runs', 'steps', index]),
      from: config,
    })),
  };
}

function eventsOf(on: unknown): readonly Event[] {
  const text = asText(on);
  if (text) return [{ name: text, types: [] }];
  if (Array.isArray(on)) return asList(on).flatMap(item => eventsOf(asText(item)));
  return Object.entries(asMap(on)).map(([name, value]) => ({ name, types: textsOf(asMap(value).types) }));
}

function readJob(id: string, job: Readonly<Record<string, unknown>>): Job {
  const environment = asText(job.environment) ?? asText(asMap(job.environment).name);
  const uses = asText(job.uses);
  return {
    id,
    condition: conditionOf(job.if),
    needs: textsOf(job.needs),
    env: asMap(job.env),
    permissions: job.permissions,
    ...(environment && { environment }),
    outputs: asMap(job.outputs),
    ...(uses && { uses }),
    inputs: asMap(job.with),
    steps: asList(job.steps).map((step, index) => readStep(asMap(step), ['jobs', id, 'steps', index])),
  };
}

function readStep(step: Readonly<Record<string, unknown>>, path: ConfigPath): Step {
  const id = asText(step.id);
  const name = asText(step.name);
  const uses = asText(step.uses);
  const run = asText(step.run);
  return {
    ...(id && { id }),
    ...(name && { name }),
    ...(uses && { uses }),
    ...(run && { run }),
    condition: conditionOf(step.if),
    inputs: asMap(step.with),
    env: asMap(step.env),
    path,
  };
}

/** A list of texts, or a single one. */
function textsOf(value: unknown): readonly string[] {
  const text = asText(value);
  return text !== undefined ? [text] : asList(value).flatMap(item => asText(item) ?? []);
}

const conditionOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
