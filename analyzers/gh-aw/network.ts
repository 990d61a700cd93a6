import type { Barrier } from '../../src/model/graph.ts';
import type { Location } from '../../src/model/location.ts';
import { gateBarrier } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import type { AgenticWorkflow } from './workflow.ts';

/** How far the container of the agent reaches. */
export type Reach = 'open' | 'listed' | 'packages';

/** `network:`: nothing, the default list of package hosts, named domains, or everything. */
export function reachOf({ head }: AgenticWorkflow): Reach {
  const features = asMap(head.features);
  const sandbox = asMap(head.sandbox);
  const off =
    head.sandbox === false ||
    sandbox.agent === false ||
    features['dangerously-disable-sandbox-agent'] === true;
  const allowed = asList(asMap(head.network).allowed).flatMap(item => asText(item) ?? []);
  if (off || allowed.includes('*') || asMap(asMap(head.network)).firewall === 'disable') return 'open';
  return allowed.some(domain => domain.includes('.')) ? 'listed' : 'packages';
}

/** The firewall in front of tools that fetch addresses. */
export function firewall(workflow: AgenticWorkflow): readonly Barrier[] {
  const at: Location = workflow.config.at('network');
  const reach = reachOf(workflow);
  if (reach === 'open') return [];
  const credit = reach === 'listed' ? 0.6 : 0.8;
  const what = reach === 'listed' ? 'named domains' : 'package registries and the like';
  return [gateBarrier('network', credit, `The firewall of the agent lets only ${what} through.`, at)];
}
