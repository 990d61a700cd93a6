import type { Chain, Step } from '../model/chain.ts';
import type { Node } from '../model/graph.ts';
import type { Draft } from './chain-of.ts';
import type { Taint } from './taint.ts';
import { actionWords, sensitiveWords, sinkWords, untrustedWords, writerWords } from './words.ts';

/** The attack story of a chain: facts and assumptions, no advice. Names and places come from the witness paths. */
export function explain(taint: Taint, draft: Draft, chain: Chain): string {
  const nodes = new Map(idsOf(chain).map(id => [id, taint.net.nodes[taint.net.indexOf.get(id) ?? -1]]));
  const name = (id: string | undefined) => quoted(nodes.get(id ?? ''), id ?? '');
  const agent = quoted(taint.net.nodes[draft.agent], chain.context);
  const sentences = [
    untrustedSentence(draft, chain, name, agent),
    sensitiveSentence(draft, chain, name, agent),
    sinkSentence(draft, chain, name, agent),
    gateSentence(chain, draft),
    killedSentence(taint, draft, agent),
    tierSentence(draft, chain),
  ];
  return sentences.filter(Boolean).join(' ');
}

type Namer = (id: string | undefined) => string;

function untrustedSentence(draft: Draft, chain: Chain, name: Namer, agent: string): string {
  const witness = draft.untrusted;
  if (!witness) return '';
  const { label } = witness.leg;
  const who = writerWords[label.reach ?? 'anyone'];
  const what = untrustedWords[label.kind] ?? 'text from outside';
  const way = via(chain.legs.untrusted, name);
  return `${who} can write ${what} that ${name(chain.untrusted)} brings into the context of ${agent}${way}.`;
}

function sensitiveSentence(draft: Draft, chain: Chain, name: Namer, agent: string): string {
  const witness = draft.sensitive;
  if (!witness) return '';
  const what = sensitiveWords[witness.leg.label.kind] ?? 'sensitive data';
  const way = via(chain.legs.sensitive, name);
  const source = chain.sensitive === chain.untrusted && draft.untrusted ? `It also gives it ${what}` : '';
  return source ? `${source}${way}.` : `${name(chain.sensitive)} gives ${agent} ${what}${way}.`;
}

function sinkSentence(draft: Draft, chain: Chain, name: Namer, agent: string): string {
  const { label, action } = draft.sinkLeg;
  const words = action ? actionWords : sinkWords;
  const what = words[label.kind] ?? (action ? 'acts on the outside' : 'sends data out');
  const way = via(chain.legs.sink, name);
  const led = draft.untrusted ? `Text that ${agent} reads can make it call` : `${agent} can call`;
  const self = chain.legs.sink.length === 0;
  const open = label.destination === 'model-chosen' && !action ? ', to a destination the model chooses' : '';
  if (draft.rule === 'staged-memory') {
    return `${agent} can write to ${name(chain.sink)}${way}, which later runs read as their own memory.`;
  }
  return self ? `${agent} itself ${what}${open}.` : `${led} ${name(chain.sink)}${way}, which ${what}${open}.`;
}

function gateSentence(chain: Chain, draft: Draft): string {
  const counted = chain.gates.filter(gate => gate.credit > 0);
  const idle = chain.gates.filter(gate => gate.credit === 0 && !gate.cut);
  const parts: string[] = [];
  if (counted.length > 0) {
    const list = counted.map(gate => `${gate.mechanism} (credit ${gate.credit})`).join(', ');
    parts.push(
      chain.status === 'gated'
        ? `In the way stands ${list}.`
        : `Only ${list} stands in the way, which is not enough.`,
    );
  } else if (!draft.sinkLeg.constant) parts.push('No gate stands on these steps.');
  for (const gate of idle)
    parts.push(`${gate.mechanism} is claimed but earns no credit: ${sentence(gate.detail)}`);
  return parts.join(' ');
}

function killedSentence(taint: Taint, draft: Draft, agent: string): string {
  const id = taint.net.nodes[draft.agent]?.id ?? '';
  if (!taint.killed.has(id) || draft.rule === 'gate-killer') return '';
  return `${agent} can rewrite its own configuration, so gates of its host do not count.`;
}

function tierSentence(draft: Draft, chain: Chain): string {
  if (chain.tier !== 'posture') return '';
  const labels = [draft.untrusted?.leg.label, draft.sensitive?.leg.label, draft.sinkLeg.label];
  const guessed = labels.filter(label => label !== undefined && label.confidence < 0.5).length > 1;
  return guessed
    ? 'More than one of these roles is known from names or descriptions only.'
    : 'This agent is part of test code.';
}

/** Nodes strictly between the ends of a leg. */
function via(steps: readonly Step[], name: Namer): string {
  const between = steps.slice(0, -1).map(step => name(step.to));
  return between.length === 0 ? '' : ` by way of ${between.join(', then ')}`;
}

/** Name with its place, without control characters. */
function quoted(node: Node | undefined, id: string): string {
  const words = (node?.name ?? id).replace(/[\s\u0000-\u001f\u007f]+/g, ' ').slice(0, 80);
  const { location } = node ?? {};
  return location?.file ? `'${words}' (${location.file}:${location.line})` : `'${words}'`;
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function idsOf(chain: Chain): readonly string[] {
  const steps = [...chain.legs.untrusted, ...chain.legs.sensitive, ...chain.legs.sink];
  const ends = [chain.untrusted, chain.sensitive, chain.sink].flatMap(id => id ?? []);
  return [...new Set([...ends, ...steps.flatMap(step => [step.from, step.to])])];
}
