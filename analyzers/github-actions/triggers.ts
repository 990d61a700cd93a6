import type { Fact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import { relate, untrusted } from '../_shared/facts.ts';
import { asText } from '../_shared/lenient.ts';
import type { AgentStep } from './agents.ts';
import type { Start } from './calls.ts';
import { actorCondition, actorLookup, insiderTypes, outsiderEvents, outsiderText } from './events.ts';
import type { Event, Job, Step, Workflow } from './workflow.ts';

/** Events that bring text of outsiders into a step, with what narrows who can fire them. */
export function triggerFacts(agent: AgentStep): readonly Fact[] {
  const isGiven = agent.action?.readsEvent === true || isToldOf(agent);
  return agent.starts.flatMap(start =>
    start.workflow.events.flatMap((event): readonly Fact[] => {
      const { workflow } = start;
      const row = outsiderEvents[event.name];
      const at = workflow.config.at('on');
      const ref = `github-actions:${workflow.config.path}:on:${event.name}${isGiven ? '' : ':unread'}`;
      const barrier = barrierOf(agent, start, event);
      const labels = row && isGiven ? [untrusted(row.kind, row.reach, { detail: row.why, at })] : [];
      return [
        {
          fact: 'node',
          ref,
          kind: 'trigger',
          name: `on ${event.name}`,
          framework: 'github-actions',
          at,
          labels,
          properties: { event: event.name },
        },
        relate('triggers', ref, agent.ref, agent.at, { ...(barrier && { barriers: [barrier] }) }),
      ];
    }),
  );
}

/** Text of the event is in the prompt, in the environment, in inputs of the caller, or in answers of earlier steps. */
function isToldOf({ workflow, job, step, prompt, starts }: AgentStep): boolean {
  const told = JSON.stringify([prompt, workflow.env, job.env, step.env, step.inputs]);
  if (outsiderText.test(told)) return true;
  const callers = /\binputs\./.test(told) ? starts.filter(({ caller }) => caller !== undefined) : [];
  if (outsiderText.test(JSON.stringify(callers.map(({ caller }) => caller?.inputs)))) return true;
  const before = job.steps.slice(0, job.steps.indexOf(step));
  const elsewhere = [
    ...neededBy(workflow, job),
    ...callers.flatMap(({ workflow: from, caller }) => (caller ? neededBy(from, caller) : [])),
  ];
  const asks = callers.length > 0 || /\b(?:steps|needs)\.[\w-]+\.outputs\b/.test(told);
  const asked = asks ? [...before, ...elsewhere.flatMap(other => other.steps)] : [];
  return [...asked, ...before.filter(isWriter)].some(({ run, inputs, env }) =>
    outsiderText.test(JSON.stringify([run, inputs, env])),
  );
}

/** Writes a file, which an agent in the same job can be told to read. */
const isWriter = ({ run }: Step): boolean => run !== undefined && />{1,2}\s*"?[\w./$-]/.test(run);

function neededBy(workflow: Workflow, job: Job): readonly Job[] {
  return workflow.jobs.filter(other => job.needs.includes(other.id));
}

/** What keeps strangers from starting the step: a condition of the workflow, the type of event, or the action's own check. */
function barrierOf(agent: AgentStep, { workflow, caller }: Start, event: Event): Barrier | undefined {
  const { action, at, step } = agent;
  const barrier = (credit: number, detail: string): Barrier => ({
    kind: 'sanitizer',
    mechanism: 'actor filter',
    credit,
    cut: false,
    detail,
    location: at,
  });
  const condition = conditionOf(agent, workflow, caller);
  if (condition) return barrier(0.8, `Only people with rights pass: ${condition.trim().slice(0, 200)}`);
  if (event.types.length > 0 && event.types.every(type => insiderTypes.has(type)))
    return barrier(0.5, `Only people with rights to the repository cause '${event.types.join(', ')}'.`);
  if (!action?.checksActor) return undefined;
  const opened = action.opens.find(name => (asText(step.inputs[name]) ?? '').includes('*'));
  return opened ? undefined : barrier(0.8, `${action.title} refuses people without write access.`);
}

/** A condition on the actor on the step, its job, the jobs before it, or those of the calling workflow. */
function conditionOf(agent: AgentStep, start: Workflow, caller: Job | undefined): string | undefined {
  const { job, step, workflow } = agent;
  const jobs = [job, ...neededBy(workflow, job), ...(caller ? [caller, ...neededBy(start, caller)] : [])];
  const conditions = [step.condition, ...jobs.map(({ condition }) => condition)];
  const direct = conditions.find(text => actorCondition.test(text) && !isAlternative(text));
  if (direct) return direct;
  const lookups = [...jobs.flatMap(({ steps }) => steps)].filter(item =>
    actorLookup.test(JSON.stringify([item.run, item.inputs, item.env])),
  );
  if (lookups.length === 0) return undefined;
  return conditions.find(text => /\b(?:steps|needs)\.[\w-]+\.(?:outputs|result)\b/.test(text));
}

/** `(event is an issue) || (the author is a member)`: the filter holds for one of the ways in only. */
function isAlternative(condition: string): boolean {
  const ways = condition.split('||').filter(part => /github\.event_name\s*==/.test(part));
  return ways.length > 1 && ways.some(way => !actorCondition.test(way));
}
