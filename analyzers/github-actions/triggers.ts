import type { Fact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import { relate, untrusted } from '../_shared/facts.ts';
import { asText } from '../_shared/lenient.ts';
import type { AgentStep } from './agents.ts';
import { actorCondition, outsiderEvents, outsiderText } from './events.ts';

/** Events that bring text of outsiders into a step, with what narrows who can fire them. */
export function triggerFacts(agent: AgentStep): readonly Fact[] {
  const { workflow, job, step } = agent;
  const barrier = actorBarrier(agent);
  const env = JSON.stringify([workflow.env, job.env, step.env, step.inputs]);
  const isGiven = agent.action?.readsEvent || outsiderText.test(agent.prompt) || outsiderText.test(env);
  const at = workflow.config.at('on');
  return workflow.events.flatMap((event): readonly Fact[] => {
    const row = outsiderEvents[event];
    const ref = `github-actions:${workflow.config.path}:on:${event}`;
    const labels = row && isGiven ? [untrusted(row.kind, row.reach, { detail: row.why, at })] : [];
    return [
      {
        fact: 'node',
        ref,
        kind: 'trigger',
        name: `on ${event}`,
        framework: 'github-actions',
        at,
        labels,
        properties: { event },
      },
      relate('triggers', ref, agent.ref, agent.at, { ...(barrier && { barriers: [barrier] }) }),
    ];
  });
}

/** What keeps strangers from starting the step: a condition of the workflow, or the action's own check. */
function actorBarrier({ workflow, job, step, action, at }: AgentStep): Barrier | undefined {
  const before = [job, ...workflow.jobs.filter(other => job.needs.includes(other.id))];
  const condition = [step.condition, ...before.map(other => other.condition)].find(text =>
    actorCondition.test(text),
  );
  const barrier = (detail: string): Barrier => ({
    kind: 'sanitizer',
    mechanism: 'actor filter',
    credit: 0.8,
    cut: false,
    detail,
    location: at,
  });
  if (condition) return barrier(`Only people with rights pass: ${condition.trim().slice(0, 200)}`);
  if (!action?.checksActor) return undefined;
  const opened = action.opens.find(name => (asText(step.inputs[name]) ?? '').includes('*'));
  return opened ? undefined : barrier(`${action.title} refuses people without write access.`);
}
