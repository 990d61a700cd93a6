import type { Annotations } from '../../model/fact.ts';
import type { Evidence, Label } from '../../model/label.ts';
import type { LabelId } from '../../model/vocabulary.ts';
import { attributesOf } from './attributes.ts';
import { fromBareName } from './bare.ts';
import { evidenceOf } from './explain.ts';
import { featuresOf } from './features.ts';
import { type Judgement, judge } from './model.ts';
import { type Reading, read } from './reading.ts';
import { thresholds } from './thresholds.ts';
import type { ListedTool, Scores } from './types.ts';

export type { ListedTool, Scores } from './types.ts';

/** Words are never surer than this, however clear they sound: the body may do something else. */
const ceiling = { described: 0.8, named: 0.6 } as const;

/** What an annotation alone is worth: a claim of the author against the own interest. */
const claimed = 0.6;

/** Calibrated probability of each label from words and parameters alone; annotations play no part. */
export function lexicalScores(tool: ListedTool): Scores {
  const judgements = judge(featuresOf(tool), Boolean(tool.description));
  return Object.fromEntries(judgements.map(({ label, probability }) => [label, probability])) as Scores;
}

/**
 * Labels of a tool that is known by its listing only: name, description, parameters, annotations. Deterministic,
 * reads nothing but its argument. Annotations may add a label or raise its confidence, never lower one.
 */
export function lexicalLabels(tool: ListedTool): readonly Label[] {
  const reading = read(tool);
  const described = Boolean(tool.description);
  const cap = described ? ceiling.described : ceiling.named;
  const judged = judge(featuresOf(tool, reading), described).flatMap(judgement =>
    labelOf(tool, reading, judgement, cap),
  );
  return [...fromBareName(tool, reading, judged)].sort((a, b) => (a.label < b.label ? -1 : 1));
}

function labelOf(tool: ListedTool, reading: Reading, judgement: Judgement, cap: number): readonly Label[] {
  const { label, probability } = judgement;
  const said = probability >= thresholds[label];
  const claim = claimOf(label, tool.annotations);
  if (!said && claim === undefined) return [];
  const words = said ? Math.min(probability, cap) : 0;
  return [
    {
      ...attributesOf(label, reading),
      confidence: round(Math.max(words, claim ? claimed : 0)),
      evidence: [...(claim ? [claim] : []), ...(said ? evidenceOf(tool, judgement) : [])],
    },
  ];
}

/** An annotation that speaks for a label. Hints that would speak against one are ignored. */
function claimOf(label: LabelId, annotations: Annotations | undefined): Evidence | undefined {
  if (label !== 'destructive-action' || annotations?.destructiveHint !== true) return undefined;
  if (annotations.readOnlyHint === true) return undefined;
  return { via: 'annotation', detail: 'the listing says destructiveHint: true' };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
