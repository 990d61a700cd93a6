import type { Label } from '../../model/label.ts';
import type { Destination, ExecutionKind, LabelId, Payload } from '../../model/vocabulary.ts';
import type { Concept } from './data/concepts.ts';
import { actionRules, sensitiveRules, sinkRules, untrustedRules } from './data/kinds.ts';
import type { ParameterClass } from './data/parameters.ts';
import type { VerbClass } from './data/verbs.ts';
import type { Reading } from './reading.ts';

/** Kind and attributes of a label, by the domains, verbs and parameters that were found; fixed rules, no weights. */
export function attributesOf(label: LabelId, reading: Reading): Omit<Label, 'confidence' | 'evidence'> {
  switch (label) {
    case 'untrusted-input': {
      const { kind, reach } = pick(untrustedRules, reading);
      return { label, kind, reach };
    }
    case 'sensitive-data': {
      const { kind, scope } = pick(sensitiveRules, reading);
      return { label, kind, scope };
    }
    case 'external-sink': {
      const { kind } = pick(sinkRules, reading);
      return { label, kind, destination: destinationOf(reading), payload: payloadOf(reading) };
    }
    case 'destructive-action':
      return { label, kind: pick(actionRules, reading).kind };
    case 'code-execution':
      return { label, kind: executionOf(reading) };
  }
}

/** First rule that fits the name, else the first that fits the description, else the last rule. */
function pick<
  R extends {
    readonly words?: readonly string[];
    readonly concepts?: readonly Concept[];
    readonly verbs?: readonly VerbClass[];
  },
>(rules: readonly R[], reading: Reading): R {
  const words = new Set([...reading.name, ...reading.first]);
  const fits = (rule: R, concepts: ReadonlySet<Concept>): boolean =>
    (rule.words?.some(word => words.has(word)) ?? true) &&
    (rule.concepts?.some(concept => concepts.has(concept)) ?? true) &&
    (rule.verbs?.some(verb => reading.verbs.has(verb)) ?? true);
  const found =
    rules.find(rule => rule.concepts && fits(rule, reading.named)) ??
    rules.find(rule => rule.concepts && fits(rule, reading.told)) ??
    rules.find(rule => fits(rule, reading.told));
  const last = rules.at(-1);
  if (found === undefined && last === undefined) throw new Error('a rule list is never empty');
  return (found ?? last) as R;
}

/** Own organisation for drafts and internal places, bound where no parameter chooses, else the model chooses. */
function destinationOf({ parameters, told }: Reading): Destination {
  const chooses: readonly ParameterClass[] = ['url', 'recipient', 'channel', 'command', 'code', 'query'];
  if (parameters === undefined || chooses.some(name => parameters.has(name))) return 'model-chosen';
  return told.has('internal') ? 'own-organisation' : 'bound';
}

function payloadOf({ parameters }: Reading): Payload {
  if (parameters === undefined) return 'free-text';
  const carries: readonly ParameterClass[] = ['body', 'query', 'command', 'code', 'sql', 'path'];
  if (carries.some(name => parameters.has(name))) return 'free-text';
  if (parameters.has('url')) return 'url';
  return parameters.size === 0 ? 'free-text' : 'typed';
}

function executionOf({ named, told, parameters }: Reading): ExecutionKind {
  if (parameters?.has('sql') || named.has('sql')) return 'query-language';
  if (parameters?.has('command') || told.has('shell')) return 'shell';
  if (parameters?.has('code')) return 'code';
  return named.has('sql') || told.has('sql') ? 'query-language' : 'code';
}
