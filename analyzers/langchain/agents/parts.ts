import type { Ref } from '../../../src/model/fact.ts';
import type { InstanceValue, Value } from '../../../src/resolve/value.ts';
import { clip, relate } from '../../_shared/facts.ts';
import { framework, type Scan } from '../scan.ts';
import { argument, chainOf, options, textOf, wordsOf } from '../values.ts';

/** The system prompt as an instruction; long texts are clipped. */
export function promptFacts(
  scan: Scan,
  agent: Ref,
  name: string,
  prompt: Value | undefined,
  at: InstanceValue['at'],
): void {
  const text = promptText(prompt);
  if (!text) return;
  const ref = `${agent}:prompt`;
  scan.add(
    {
      fact: 'node',
      ref,
      kind: 'instruction',
      name: `${name} prompt`,
      framework,
      at: prompt?.at ?? at,
      description: clip(text),
    },
    relate('instructs', ref, agent, at),
  );
}

/** Text of a prompt, also inside `SystemMessage(content=…)` and `ChatPromptTemplate.from_messages([...])`. */
function promptText(value: Value | undefined): string | undefined {
  const own = wordsOf(value);
  if (own !== undefined) return own.trim() || undefined;
  if (value?.kind !== 'instance' || !/Message|Prompt/.test(value.symbol)) return undefined;
  const content = argument(value.args, ['content'], 0);
  if (content?.kind !== 'list') return wordsOf(content);
  for (const { value: item } of content.items) {
    const text = item.kind === 'list' ? wordsOf(item.items[1]?.value) : promptText(item);
    if (text) return text;
  }
  return undefined;
}

/** The model an agent runs on, where its name is written down. */
export function modelFacts(scan: Scan, agent: Ref, value: Value | undefined, at: InstanceValue['at']): void {
  for (const option of options(value)) {
    const root = chainOf(option).at(-1);
    const named = root ? argument(root.args, ['model', 'model_name', 'modelName', 'model_id'], 0) : option;
    const name = textOf(named);
    if (!name || name.length > 100) continue;
    const ref = `model:${name}`;
    scan.add(
      { fact: 'node', ref, kind: 'model', name, framework, at: option.at },
      relate('uses', agent, ref, at),
    );
    return;
  }
}
