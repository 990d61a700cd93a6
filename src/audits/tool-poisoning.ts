import type { NodeFact } from '../model/fact.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { hostility, type Verdict, weigh } from './text/poison.ts';

/** From this sum of signals on a text is reported. */
const threshold = 1;

/** A text a model reads, and what it belongs to. */
interface Reading {
  readonly fact: NodeFact;
  readonly what: string;
  readonly text: string;
}

/** Tools, server instructions and prompts whose text gives orders to the model or hides something from people. */
export const toolPoisoning: Audit = {
  id: 'tool-poisoning',
  title: 'Instructions to the model hidden in tool descriptions',
  severity: 'high',
  tags: ['mcp', 'injection', 'supply-chain'],
  mappings: mappings['tool-poisoning'],
  run,
};

function* run({ facts }: AuditInput): Iterable<FindingDraft> {
  for (const fact of facts) {
    if (fact.fact !== 'node') continue;
    if (fact.kind === 'instruction') yield* veiled(fact);
    const found = readings(fact).flatMap(reading => {
      const verdict = weigh(reading.text);
      return verdict.score >= threshold ? [{ reading, verdict }] : [];
    });
    const [worst] = found.sort((a, b) => b.verdict.score - a.verdict.score);
    if (worst) yield draft(worst.reading, worst.verdict);
    else if (fact.kind === 'tool' && hostility(fact.name, fact.description ?? '') >= threshold)
      yield openlyHostile(fact);
  }
}

/** Descriptions, parameter texts and server instructions; only of things that came from somewhere else. */
function readings(fact: NodeFact): readonly Reading[] {
  if (fact.kind === 'mcp-server') {
    const text = fact.properties?.instructions;
    return typeof text === 'string' ? [{ fact, what: 'The instructions of', text }] : [];
  }
  if (fact.kind !== 'tool') return [];
  const parameters = (fact.parameters ?? []).flatMap(parameter => [
    { fact, what: `The parameter '${parameter.name.slice(0, 60)}' of`, text: parameter.description ?? '' },
    { fact, what: 'A parameter name of', text: parameter.name.replace(/_/g, ' ') },
    ...(parameter.values ?? []).map(value => ({
      fact,
      what: `An allowed value of '${parameter.name.slice(0, 60)}' of`,
      text: String(value),
    })),
  ]);
  return [
    { fact, what: 'The description of', text: fact.description ?? '' },
    { fact, what: 'The title of', text: fact.annotations?.title ?? '' },
    { fact, what: 'The name of', text: fact.name.replace(/_/g, ' ') },
    ...parameters,
  ].filter(reading => reading.text.length > 0);
}

/** Rules and skills give orders by nature; only what people cannot see in them is worth a word. */
function* veiled(fact: NodeFact): Iterable<FindingDraft> {
  const text = fact.properties?.hiddenText;
  if (typeof text !== 'string') return;
  const hidden = weigh(text).hidden.filter(({ kind }) => invisible.has(kind));
  const [worst] = hidden;
  if (!worst) return;
  yield {
    about: [fact.kind, fact.at.file, fact.name],
    severity: worst.kind === 'unicode-tags' ? 'critical' : 'high',
    confidence: worst.kind === 'unicode-tags' || worst.kind === 'variation-selectors' ? 0.95 : 0.7,
    message: `'${fact.name}' is read by the agent as instructions and hides text from people: ${hidden
      .slice(0, 2)
      .map(item => `${item.kind}: “${item.text.slice(0, 120)}”`)
      .join('; ')}.`,
    location: fact.at,
  };
}

const invisible: ReadonlySet<string> = new Set(['unicode-tags', 'variation-selectors', 'zero-width', 'bidi']);

function draft({ fact, what }: Reading, verdict: Verdict): FindingDraft {
  const whys = [...new Set(verdict.signals.map(signal => signal.why))];
  const hidden = verdict.hidden.map(item => `${item.kind}: “${item.text.slice(0, 120)}”`);
  const reasons = [...whys.slice(0, 4), ...hidden.slice(0, 2).map(text => `hides ${text}`)].join('; ');
  return {
    about: [fact.kind, fact.at.file, fact.name, String(fact.properties?.server ?? '')],
    severity:
      verdict.score >= 1.6 || verdict.hidden.some(item => item.kind === 'unicode-tags') ? 'critical' : 'high',
    confidence: Math.min(0.95, 0.6 + 0.2 * (verdict.score - threshold)),
    message: `${what} '${fact.name}'${ofServer(fact)} speaks to the model behind the user's back: it ${reasons}.`,
    location: fact.at,
  };
}

function openlyHostile(fact: NodeFact): FindingDraft {
  return {
    about: [fact.kind, fact.at.file, fact.name, String(fact.properties?.server ?? '')],
    severity: 'medium',
    confidence: 0.6,
    message: `The tool '${fact.name}'${ofServer(fact)} names an attack as its purpose.`,
    location: fact.at,
  };
}

function ofServer(fact: NodeFact): string {
  const server = fact.properties?.server;
  return typeof server === 'string' ? ` of '${server}'` : '';
}
