import { z } from 'zod';
import { gapReasons, type Json } from './graph.ts';
import type { Report } from './report.ts';
import {
  actionKinds,
  chainRules,
  chainStatuses,
  destinations,
  evidenceVias,
  executionKinds,
  labelIds,
  nodeKinds,
  payloads,
  reaches,
  relationKinds,
  scopes,
  sensitiveKinds,
  severities,
  sinkKinds,
  stepKinds,
  tiers,
  untrustedKinds,
} from './vocabulary.ts';

const id = z.string().min(1);
const share = z.number().min(0).max(1);
const count = z.int().min(0);
const counts = z.record(z.string(), count);
const ids = z.array(id);

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);

const location = z
  .strictObject({
    file: z.string().describe('Relative to the root, `/`-separated'),
    line: z.int().min(1),
    column: z.int().min(1).exactOptional(),
    endLine: z.int().min(1).exactOptional(),
    endColumn: z.int().min(1).exactOptional(),
    cell: z.int().min(1).exactOptional().describe('Cell of a notebook'),
  })
  .meta({ id: 'Location' });

const evidence = z
  .strictObject({
    via: z.enum(evidenceVias),
    detail: z.string(),
    location: location.exactOptional(),
    reference: z.string().exactOptional(),
  })
  .meta({ id: 'Evidence' });

/** Every kind word a label may carry. */
export const labelKinds = [
  ...untrustedKinds,
  ...sensitiveKinds,
  ...sinkKinds,
  ...executionKinds,
  ...actionKinds,
];

const label = z
  .strictObject({
    label: z.enum(labelIds),
    kind: z.enum(labelKinds),
    confidence: share,
    reach: z.enum(reaches).exactOptional(),
    scope: z.enum(scopes).exactOptional(),
    destination: z.enum(destinations).exactOptional(),
    payload: z.enum(payloads).exactOptional(),
    evidence: z.array(evidence),
  })
  .meta({ id: 'Label' });

const node = z
  .strictObject({
    id,
    kind: z.enum(nodeKinds),
    name: z.string(),
    framework: z.string().exactOptional(),
    location: location.exactOptional(),
    description: z.string().exactOptional(),
    labels: z.array(label),
    capabilities: z.array(z.string()),
    properties: z.record(z.string(), json),
  })
  .meta({ id: 'Node' });

const barrier = z
  .strictObject({
    kind: z.enum(['gate', 'sanitizer']),
    gate: id.exactOptional(),
    mechanism: z.string(),
    credit: share,
    cut: z.boolean(),
    detail: z.string(),
    location: location.exactOptional(),
  })
  .meta({ id: 'Barrier' });

const edge = z
  .strictObject({
    id,
    kind: z.enum([...relationKinds, ...stepKinds]),
    from: id,
    to: id,
    location: location.exactOptional(),
    barriers: z.array(barrier).exactOptional(),
    carries: z.enum(['typed', 'arguments']).exactOptional(),
    conditional: z.boolean().exactOptional(),
  })
  .meta({ id: 'Edge' });

const context = z.strictObject({ id, agent: id, nodes: ids }).meta({ id: 'Context' });

const step = z
  .strictObject({ edge: id, from: id, to: id, location: location.exactOptional() })
  .meta({ id: 'Step' });

const fix = z
  .strictObject({
    action: z.enum([
      'add-approval',
      'remove-tool',
      'restrict-tool',
      'bind-destination',
      'split-agent',
      'deny',
      'remove-server',
      'disable-renderer',
      'pin',
    ]),
    target: id,
    cuts: ids,
    detail: z.string(),
    patch: z.string().exactOptional(),
  })
  .meta({ id: 'Fix' });

const chain = z
  .strictObject({
    id,
    rule: z.enum(chainRules),
    tier: z.enum(tiers),
    status: z.enum(chainStatuses),
    severity: z.enum(severities),
    risk: z.number().min(0).max(100),
    factors: z.strictObject({ impact: share, exposure: share, sink: share, autonomy: share }),
    confidence: share,
    context: id,
    untrusted: id.exactOptional(),
    sensitive: id.exactOptional(),
    sink: id,
    legs: z.strictObject({ untrusted: z.array(step), sensitive: z.array(step), sink: z.array(step) }),
    gates: z.array(barrier),
    alternatives: z.strictObject({ untrusted: ids, sensitive: ids, sink: ids }),
    explanation: z.string(),
    fixes: z.array(fix),
  })
  .meta({ id: 'Chain' });

const words = z.array(z.string());

const finding = z
  .strictObject({
    id,
    rule: id,
    severity: z.enum(severities),
    confidence: share,
    message: z.string(),
    location,
    related: z.array(z.strictObject({ location, message: z.string() })),
    chain: id.exactOptional(),
    mappings: z.strictObject({
      owaspLlm: words,
      owaspAgentic: words,
      owaspMcp: words,
      atlas: words,
      cwe: words,
    }),
  })
  .meta({ id: 'Finding' });

const gap = z
  .strictObject({
    reason: z.enum(gapReasons),
    location: location.exactOptional(),
    detail: z.string(),
    affects: ids.exactOptional(),
  })
  .meta({ id: 'Gap' });

const summary = z
  .strictObject({
    nodes: counts,
    labels: counts,
    severities: counts,
    tiers: counts,
    statuses: counts,
    coverage: z.strictObject({
      filesSeen: count,
      filesParsed: count,
      filesSkipped: counts,
      agentsWithUnknownTools: count,
      toolsWithoutEvidence: count,
    }),
    frameworks: z.array(z.strictObject({ id, versions: z.array(z.string()), agents: count })),
  })
  .meta({ id: 'Summary' });

/** Checks JSON from outside before it is used as a Report. Strict: an unknown key is an error. */
export const reportSchema: z.ZodType<Report> = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: z.literal('trefoil'), version: z.string() }),
    root: z.string(),
    nodes: z.array(node),
    edges: z.array(edge),
    contexts: z.array(context),
    chains: z.array(chain),
    findings: z.array(finding),
    gaps: z.array(gap),
    summary,
  })
  .meta({ title: 'Trefoil report', description: 'What Trefoil found in one scanned tree' });

/** The published JSON Schema (draft 2020-12) of a Report. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { target: 'draft-2020-12' });
}
