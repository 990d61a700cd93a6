import type { Catalog } from '../catalog/types.ts';
import type { Settings } from '../model/fact.ts';
import type { Evidence, Label } from '../model/label.ts';
import { withEvidence } from './draft.ts';

const addressed: ReadonlySet<string> = new Set(['email', 'chat', 'calendar']);
const requested: ReadonlySet<string> = new Set(['network', 'url']);

/**
 * Low-code nodes say who decides a parameter: `recipient` and `url` (or `hostDecided` with `host`) are `constant`,
 * `expression` or `model-chosen`. What is written down in the workflow is not up to the model. An expression is: it
 * can hold the address of whoever wrote in.
 */
export function underDeciders(
  labels: readonly Label[],
  settings: Settings,
  catalog: Catalog,
): readonly Label[] {
  return labels.map(label => {
    if (label.label !== 'external-sink' || label.destination !== 'model-chosen') return label;
    if (addressed.has(label.kind) && settings.recipient === 'constant')
      return withEvidence({ ...label, destination: 'constant' }, because('The recipient is written down.'));
    if (!requested.has(label.kind)) return label;
    if (settings.url === 'constant')
      return withEvidence({ ...label, destination: 'constant' }, because('The address is written down.'));
    const host = settings.hostDecided === 'constant' ? settings.host : undefined;
    if (typeof host !== 'string' || catalog.isMultiTenant(host)) return label;
    return withEvidence({ ...label, destination: 'allow-listed' }, because(`The host is ${host}.`));
  });
}

const because = (detail: string): Evidence => ({ via: 'config', detail });
