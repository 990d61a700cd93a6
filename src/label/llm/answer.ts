import { z } from 'zod';
import type { Evidence, Label } from '../../model/label.ts';
import {
  actionKinds,
  executionKinds,
  labelIds,
  sensitiveKinds,
  sinkKinds,
  untrustedKinds,
} from '../../model/vocabulary.ts';
import { attributesOf } from '../lexical/attributes.ts';
import { read } from '../lexical/reading.ts';
import type { ListedTool } from '../lexical/types.ts';

/** A model's word is never surer than this; without a quotation from the tool it is worth less. */
const ceiling = { quoted: 0.7, unquoted: 0.4 } as const;

const kindsOf = {
  'untrusted-input': untrustedKinds,
  'sensitive-data': sensitiveKinds,
  'external-sink': sinkKinds,
  'code-execution': executionKinds,
  'destructive-action': actionKinds,
} as const;

/** What the model must answer; also sent to it as the schema of structured output. */
export const answerSchema = z.object({
  labels: z
    .array(
      z.object({
        label: z.enum(labelIds).describe('role of the tool'),
        kind: z.string().max(40).describe('kind word from the list of that label'),
        confidence: z.number().min(0).max(1),
        quote: z.string().max(300).describe('words copied from the tool that show it'),
        reason: z.string().max(300).describe('one sentence'),
      }),
    )
    .max(10),
});
export type Answer = z.infer<typeof answerSchema>;

/** Labels of a model's answer, or undefined where the answer has not the agreed shape. */
export function labelsOfAnswer(
  answer: unknown,
  tool: ListedTool,
  shown: string,
  model: string,
): readonly Label[] | undefined {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const reading = read(tool);
  const text = flat(shown);
  return parsed.data.labels.map(({ label, kind, confidence, quote, reason }): Label => {
    const known = (kindsOf[label] as readonly string[]).includes(kind);
    const words = flat(quote);
    const quoted = words.length >= 3 && text.includes(words);
    const evidence: Evidence = {
      via: 'llm',
      detail: `${model} says: ${flatLine(reason)}${quoted ? ` (“${flatLine(quote)}”)` : ' (without a quotation)'}`,
    };
    const attributes = attributesOf(label, reading);
    return {
      ...attributes,
      ...(known && { kind: kind as Label['kind'] }),
      confidence: Math.round(Math.min(confidence, quoted ? ceiling.quoted : ceiling.unquoted) * 100) / 100,
      evidence: [evidence],
    };
  });
}

/** Letters and digits only, so that a quotation may differ in spacing and quotation marks. */
function flat(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function flatLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
