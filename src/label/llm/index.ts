import type { NodeFact } from '../../model/fact.ts';
import type { Graph, Node } from '../../model/graph.ts';
import type { Label } from '../../model/label.ts';
import type { EvidenceVia } from '../../model/vocabulary.ts';
import { lexicalScores } from '../lexical/index.ts';
import type { ListedTool } from '../lexical/types.ts';
import { answerSchema, labelsOfAnswer } from './answer.ts';
import { type Question, questionOf } from './prompt.ts';

/** The part of a chat model that is used; langchain's `BaseChatModel` has it. */
export interface StructuredModel {
  withStructuredOutput(
    schema: typeof answerSchema,
    options?: { readonly name?: string },
  ): { invoke(messages: readonly (readonly [string, string])[]): Promise<unknown> };
}

/** Remembers answers by content hash. Errors of a cache are the cache's own business. */
export interface AnswerCache {
  get(key: string): Promise<unknown>;
  set(key: string, answer: unknown): Promise<void>;
}

export interface Labeller {
  readonly model: StructuredModel;
  /** What is written into evidence and cache keys: `provider:model`. */
  readonly name: string;
  readonly cache?: AnswerCache;
  /** Tools asked about at most; the rest keeps its labels. */
  readonly most?: number;
  /** Milliseconds after which a question counts as failed. */
  readonly patience?: number;
  /** Told at the end. */
  readonly onDone?: (asked: Asked) => void;
}

/** What came of the questions. */
export interface Asked {
  /** Tools that were asked about, answers of the cache included. */
  readonly tools: number;
  /** Tools without a usable answer. */
  readonly failed: number;
  /** Doubtful tools that were left out: too many, or the model could not be reached. */
  readonly left: number;
  /** Why the first of them failed. */
  readonly why?: string;
}

/** Evidence that a model is not asked to second-guess. */
const firm: ReadonlySet<EvidenceVia> = new Set(['policy', 'code', 'catalog', 'config']);

/** Probabilities between these are doubtful. */
const doubt = { from: 0.15, to: 0.85 } as const;

const usualMost = 500;
const atOnce = 4;
const usualPatience = 90_000;

/**
 * Asks a language model about the tools of which words alone are unsure, and adds what it says as evidence `llm`.
 * Labels are only added or raised, never lowered or removed, and tools with evidence from code, catalog, configuration
 * or policy are left alone. A failing model changes nothing but a note on the tool. Opt-in: sends tool texts away.
 */
export async function refineWithModel(
  graph: Graph,
  origins: ReadonlyMap<string, NodeFact>,
  labeller: Labeller,
): Promise<Graph> {
  const doubtful = graph.nodes.flatMap(node => {
    const fact = origins.get(node.id);
    return fact && isDoubtful(node, fact) ? [{ id: node.id, tool: listed(fact) }] : [];
  });
  const asked = doubtful.slice(0, labeller.most ?? usualMost);
  const ask = asker(labeller);
  const answers = new Map<string, readonly Label[] | string>();
  for (let at = 0; at < asked.length; at += atOnce) {
    const batch = asked.slice(at, at + atOnce);
    const found = await Promise.all(batch.map(({ tool }) => ask(tool)));
    batch.forEach(({ id }, i) => void answers.set(id, found[i] ?? []));
    // Where nobody answers (no network, wrong key), the other questions would only take their time to fail.
    if (found.every(answer => typeof answer === 'string')) break;
  }
  const failures = [...answers.values()].filter(answer => typeof answer === 'string');
  labeller.onDone?.({
    tools: answers.size,
    failed: failures.length,
    left: doubtful.length - answers.size,
    ...(failures[0] !== undefined && { why: failures[0] }),
  });
  return { ...graph, nodes: graph.nodes.map(node => refined(node, answers.get(node.id))) };
}

/** A tool whose labels rest on words alone, with a probability near the middle. */
export function isDoubtful(node: Node, fact: NodeFact): boolean {
  if (node.kind !== 'tool' || node.name.startsWith('(')) return false;
  if (node.capabilities.length > 0) return false;
  if (node.labels.some(label => label.evidence.some(({ via }) => firm.has(via)))) return false;
  return Object.values(lexicalScores(listed(fact))).some(score => score > doubt.from && score < doubt.to);
}

function listed(fact: NodeFact): ListedTool {
  const server = fact.properties?.server;
  return {
    name: fact.name,
    ...(fact.description !== undefined && { description: fact.description }),
    ...(fact.parameters && { parameters: fact.parameters }),
    ...(typeof server === 'string' && { server }),
  };
}

/** Asks about one tool; a sentence instead of labels says what went wrong. */
function asker({
  model,
  name,
  cache,
  patience = usualPatience,
}: Labeller): (tool: ListedTool) => Promise<readonly Label[] | string> {
  const structured = model.withStructuredOutput(answerSchema, { name: 'labels' });
  return async tool => {
    const question = questionOf(tool, name);
    const before = labelsOfAnswer(await fromCache(cache, question), tool, question.shown, name);
    if (before) return before;
    try {
      const answer = await within(patience, structured.invoke(question.messages));
      const labels = labelsOfAnswer(answer, tool, question.shown, name);
      if (!labels) return `${name} gave no answer in the agreed form`;
      await cache?.set(question.key, answerSchema.parse(answer)).catch(() => undefined);
      return labels;
    } catch (error) {
      return `${name} could not be asked: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown error'}`;
    }
  };
}

/** The same promise, but failed when it takes too long. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function fromCache(cache: AnswerCache | undefined, { key }: Question): Promise<unknown> {
  try {
    return await cache?.get(key);
  } catch {
    return undefined;
  }
}

function refined(node: Node, answer: readonly Label[] | string | undefined): Node {
  if (answer === undefined) return node;
  if (typeof answer === 'string') return withNote(node, answer);
  const labels = answer.reduce<readonly Label[]>(raised, node.labels);
  return { ...node, labels };
}

/** A label of the same role is raised and gets the evidence; else the label is added. */
function raised(labels: readonly Label[], given: Label): readonly Label[] {
  const at = labels.findIndex(label => label.label === given.label);
  const before = labels[at];
  if (before === undefined) return [...labels, given];
  const evidence = [...before.evidence, ...given.evidence];
  return labels.with(at, { ...before, confidence: Math.max(before.confidence, given.confidence), evidence });
}

function withNote(node: Node, note: string): Node {
  const before = node.properties.notes;
  return {
    ...node,
    properties: { ...node.properties, notes: [...(Array.isArray(before) ? before : []), note] },
  };
}
