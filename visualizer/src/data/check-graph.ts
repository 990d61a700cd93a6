import {
  type Barrier,
  type Context,
  type Edge,
  type Gap,
  gapReasons,
  type Json,
  type Node,
} from '../../../src/model/graph.ts';
import type { Evidence, Label, LabelKind } from '../../../src/model/label.ts';
import type { Location } from '../../../src/model/location.ts';
import {
  destinations,
  evidenceVias,
  labelIds,
  nodeKinds,
  payloads,
  reaches,
  relationKinds,
  scopes,
  stepKinds,
} from '../../../src/model/vocabulary.ts';
import { between, list, object, oneOf, optionalOneOf, optionalText, text, texts } from './shape.ts';

const edgeKinds = [...relationKinds, ...stepKinds];

/** A location with a usable file, else nothing. */
export function readLocation(value: unknown): Location | undefined {
  const { file, line, column } = object(value);
  if (typeof file !== 'string' || file === '') return undefined;
  return {
    file,
    line: Math.round(between(line, 1, 1e9)),
    ...(typeof column === 'number' && { column: Math.round(between(column, 1, 1e9)) }),
  };
}

function readEvidence(value: unknown): Evidence {
  const raw = object(value);
  const location = readLocation(raw.location);
  const reference = optionalText(raw.reference);
  return {
    via: oneOf(raw.via, evidenceVias, 'name'),
    detail: text(raw.detail),
    ...(location && { location }),
    ...(reference !== undefined && { reference }),
  };
}

/** A label with a known id; kinds of later versions are kept as they are. */
export function readLabel(value: unknown): Label | undefined {
  const raw = object(value);
  const label = optionalOneOf(raw.label, labelIds);
  if (!label) return undefined;
  const reach = optionalOneOf(raw.reach, reaches);
  const scope = optionalOneOf(raw.scope, scopes);
  const destination = optionalOneOf(raw.destination, destinations);
  const payload = optionalOneOf(raw.payload, payloads);
  return {
    label,
    kind: text(raw.kind) as LabelKind,
    confidence: between(raw.confidence, 0, 1),
    ...(reach && { reach }),
    ...(scope && { scope }),
    ...(destination && { destination }),
    ...(payload && { payload }),
    evidence: list(raw.evidence, readEvidence),
  };
}

export function readNode(value: unknown): Node | undefined {
  const raw = object(value);
  const id = text(raw.id);
  if (!id) return undefined;
  const framework = optionalText(raw.framework);
  const description = optionalText(raw.description);
  const location = readLocation(raw.location);
  return {
    id,
    kind: oneOf(raw.kind, nodeKinds, 'unknown'),
    name: text(raw.name, id),
    ...(framework !== undefined && { framework }),
    ...(location && { location }),
    ...(description !== undefined && { description }),
    labels: list(raw.labels, readLabel),
    capabilities: texts(raw.capabilities),
    properties: object(raw.properties) as { readonly [key: string]: Json },
  };
}

export function readBarrier(value: unknown): Barrier {
  const raw = object(value);
  const gate = optionalText(raw.gate);
  const location = readLocation(raw.location);
  return {
    kind: oneOf(raw.kind, ['gate', 'sanitizer'], 'gate'),
    ...(gate !== undefined && { gate }),
    mechanism: text(raw.mechanism, 'gate'),
    credit: between(raw.credit, 0, 1),
    cut: raw.cut === true,
    detail: text(raw.detail),
    ...(location && { location }),
  };
}

export function readEdge(value: unknown): Edge | undefined {
  const raw = object(value);
  const [id, from, to] = [text(raw.id), text(raw.from), text(raw.to)];
  const kind = optionalOneOf(raw.kind, edgeKinds);
  if (!id || !from || !to || !kind) return undefined;
  const carries = optionalOneOf(raw.carries, ['typed', 'arguments'] as const);
  const location = readLocation(raw.location);
  const barriers = list(raw.barriers, readBarrier);
  return {
    id,
    kind,
    from,
    to,
    ...(location && { location }),
    ...(barriers.length > 0 && { barriers }),
    ...(carries && { carries }),
    ...(raw.conditional === true && { conditional: true }),
  };
}

export function readContext(value: unknown): Context | undefined {
  const raw = object(value);
  const [id, agent] = [text(raw.id), text(raw.agent)];
  return id && agent ? { id, agent, nodes: texts(raw.nodes) } : undefined;
}

export function readGap(value: unknown): Gap {
  const raw = object(value);
  const location = readLocation(raw.location);
  const affects = texts(raw.affects);
  return {
    reason: oneOf(raw.reason, gapReasons, 'unsupported'),
    detail: text(raw.detail),
    ...(location && { location }),
    ...(affects.length > 0 && { affects }),
  };
}
