import type {
  ActionKind,
  Destination,
  ExecutionKind,
  Payload,
  Reach,
  Scope,
  SensitiveKind,
  SinkKind,
  UntrustedKind,
} from '../model/vocabulary.ts';
import type { CapabilityLabel } from './types.ts';

/** Text someone else wrote comes in. `certainty` as in `CapabilityLabel`. */
export function takesIn(kind: UntrustedKind, reach: Reach, certainty?: number): CapabilityLabel {
  return { label: 'untrusted-input', kind, reach, ...(certainty !== undefined && { certainty }) };
}

/** Data that must not leave is read. `certainty` as in `CapabilityLabel`. */
export function reveals(kind: SensitiveKind, scope: Scope, certainty?: number): CapabilityLabel {
  return { label: 'sensitive-data', kind, scope, ...(certainty !== undefined && { certainty }) };
}

/** Data can reach an outsider. `certainty` as in `CapabilityLabel`. */
export function sends(
  kind: SinkKind,
  destination: Destination,
  payload: Payload,
  certainty?: number,
): CapabilityLabel {
  return {
    label: 'external-sink',
    kind,
    destination,
    payload,
    ...(certainty !== undefined && { certainty }),
  };
}

/** Code of the model's choice runs. `certainty` as in `CapabilityLabel`. */
export function executes(kind: ExecutionKind, certainty?: number): CapabilityLabel {
  return { label: 'code-execution', kind, ...(certainty !== undefined && { certainty }) };
}

/** Something is changed that is hard to take back. `certainty` as in `CapabilityLabel`. */
export function changes(kind: ActionKind, certainty?: number): CapabilityLabel {
  return { label: 'destructive-action', kind, ...(certainty !== undefined && { certainty }) };
}
