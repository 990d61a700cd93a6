import type { Fact } from '../../src/model/fact.ts';
import { relate } from '../_shared/facts.ts';
import { asText } from '../_shared/lenient.ts';
import type { AgentStep } from './agents.ts';

const commentEvents: ReadonlySet<string> = new Set([
  'issue_comment',
  'pull_request_review',
  'pull_request_review_comment',
  'discussion_comment',
]);

/**
 * The comment of one agent that starts another one: a check of the author that lets bots in lets in whatever the bot was told
 * to write. Comments made with the token of the job start nothing, so the first agent has to speak as an app or a user.
 */
export function startedByComments(agents: readonly AgentStep[]): readonly Fact[] {
  const speakers = agents.filter(agent => agent.action?.comments === true && speaksAsItself(agent));
  return agents
    .filter(admitsBots)
    .flatMap(agent =>
      speakers
        .filter(speaker => speaker.ref !== agent.ref)
        .map(speaker => relate('writes', `${speaker.ref}#comment`, agent.ref, agent.at)),
    );
}

function speaksAsItself({ step }: AgentStep): boolean {
  const token = asText(step.inputs.github_token) ?? asText(step.inputs['github-token']);
  return token === undefined || !/secrets\.GITHUB_TOKEN|github\.token/.test(token);
}

/** Started by comments, with bots among those who may. */
function admitsBots({ starts, step, job }: AgentStep): boolean {
  const commented = starts.some(({ workflow }) =>
    workflow.events.some(({ name }) => commentEvents.has(name)),
  );
  if (!commented) return false;
  const conditions = [step.condition, job.condition].join(' ');
  if (/user\.type\s*!=\s*'Bot'|!\s*endsWith\([^)]{0,80}\[bot\]/.test(conditions)) return false;
  const bots = asText(step.inputs.allowed_bots) ?? asText(step.inputs['allow-bots']) ?? '';
  return bots.trim() !== '' || /\[bot\]'|'COLLABORATOR'|"COLLABORATOR"/.test(conditions);
}
