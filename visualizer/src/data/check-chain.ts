import type { Chain, Fix, Step } from '../../../src/model/chain.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { chainRules, chainStatuses, severities, tiers } from '../../../src/model/vocabulary.ts';
import { readBarrier, readLocation } from './check-graph.ts';
import { between, list, object, oneOf, optionalOneOf, optionalText, text, texts } from './shape.ts';

const actions = [
  'add-approval',
  'remove-tool',
  'restrict-tool',
  'bind-destination',
  'split-agent',
  'deny',
  'remove-server',
  'disable-renderer',
  'pin',
] as const satisfies readonly Fix['action'][];

function readStep(value: unknown): Step | undefined {
  const raw = object(value);
  const [edge, from, to] = [text(raw.edge), text(raw.from), text(raw.to)];
  const location = readLocation(raw.location);
  return from && to ? { edge, from, to, ...(location && { location }) } : undefined;
}

function readFix(value: unknown): Fix | undefined {
  const raw = object(value);
  const action = optionalOneOf(raw.action, actions);
  const target = text(raw.target);
  const patch = optionalText(raw.patch);
  if (!action || !target) return undefined;
  return {
    action,
    target,
    cuts: texts(raw.cuts),
    detail: text(raw.detail),
    ...(patch !== undefined && { patch }),
  };
}

export function readChain(value: unknown): Chain | undefined {
  const raw = object(value);
  const [id, sink] = [text(raw.id), text(raw.sink)];
  const rule = optionalOneOf(raw.rule, chainRules);
  if (!id || !sink || !rule) return undefined;
  const [untrusted, sensitive] = [text(raw.untrusted), text(raw.sensitive)];
  const [legs, factors, others] = [object(raw.legs), object(raw.factors), object(raw.alternatives)];
  return {
    id,
    rule,
    tier: oneOf(raw.tier, tiers, 'posture'),
    status: oneOf(raw.status, chainStatuses, 'open'),
    severity: oneOf(raw.severity, severities, 'info'),
    risk: between(raw.risk, 0, 100),
    factors: {
      impact: between(factors.impact, 0, 1),
      exposure: between(factors.exposure, 0, 1),
      sink: between(factors.sink, 0, 1),
      autonomy: between(factors.autonomy, 0, 1),
    },
    confidence: between(raw.confidence, 0, 1),
    context: text(raw.context),
    ...(untrusted && { untrusted }),
    ...(sensitive && { sensitive }),
    sink,
    legs: {
      untrusted: list(legs.untrusted, readStep),
      sensitive: list(legs.sensitive, readStep),
      sink: list(legs.sink, readStep),
    },
    gates: list(raw.gates, readBarrier),
    alternatives: {
      untrusted: texts(others.untrusted),
      sensitive: texts(others.sensitive),
      sink: texts(others.sink),
    },
    explanation: text(raw.explanation),
    fixes: list(raw.fixes, readFix),
  };
}

export function readFinding(value: unknown): Finding | undefined {
  const raw = object(value);
  const id = text(raw.id);
  if (!id) return undefined;
  const mappings = object(raw.mappings);
  const chain = text(raw.chain);
  return {
    id,
    rule: text(raw.rule),
    severity: oneOf(raw.severity, severities, 'info'),
    confidence: between(raw.confidence, 0, 1),
    message: text(raw.message),
    location: readLocation(raw.location) ?? { file: '', line: 1 },
    related: list(raw.related, entry => {
      const location = readLocation(object(entry).location);
      return location && { location, message: text(object(entry).message) };
    }),
    ...(chain && { chain }),
    mappings: {
      owaspLlm: texts(mappings.owaspLlm),
      owaspAgentic: texts(mappings.owaspAgentic),
      owaspMcp: texts(mappings.owaspMcp),
      atlas: texts(mappings.atlas),
      cwe: texts(mappings.cwe),
    },
  };
}
