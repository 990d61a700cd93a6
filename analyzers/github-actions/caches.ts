import type { Fact } from '../../src/model/fact.ts';
import { relate } from '../_shared/facts.ts';
import { asText } from '../_shared/lenient.ts';
import type { AgentStep } from './agents.ts';

/** Caches a job restores and saves: another run that restores the same key reads what the agent left there. */
export function cacheFacts({ workflow, job, ref }: AgentStep): readonly Fact[] {
  return job.steps.flatMap((step): readonly Fact[] => {
    const use = /^actions\/cache(\/(restore|save))?@/.exec(step.uses ?? '');
    const key = asText(step.inputs.key);
    if (!use || !key) return [];
    // What differs between runs does not keep them apart: `restore-keys` match a prefix.
    const prefix = key.replace(/\$\{\{.*$/s, '').replace(/[-_]+$/, '') || 'any key';
    const folder = workflow.config.path.replace(/[^/]*$/, '');
    const node = `github-actions:${folder}:cache:${prefix}`;
    const at = (step.from ?? workflow.config).at(...step.path);
    return [
      {
        fact: 'node',
        ref: node,
        kind: 'store',
        name: `cache ${prefix}`,
        framework: 'github-actions',
        at,
        properties: { role: 'cache' },
      },
      ...(use[2] === 'save' ? [] : [relate('reads', ref, node, at)]),
      ...(use[2] === 'restore' ? [] : [relate('writes', ref, node, at)]),
    ];
  });
}
