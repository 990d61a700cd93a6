import type { ToolParameter } from './fact.ts';

/** Names that mean the talk itself, whatever the tool is. */
const talk =
  /^(?:(?:full|entire|whole|previous|prior)_?)?(?:(?:conversation|chat|dialog(?:ue)?)(?:_?(?:history|log|transcript|context|messages|so_far))?|messages?_?history|chain_?of_?thoughts?|prompt_?history)$/;

/** Names that can mean it. */
const maybe =
  /^(?:context|(?:system|original|user|last|previous)_?(?:prompt|message|question)s?|summary|session|history|transcript|reasoning|reason|rationale|intent|goal|thoughts?|thinking|explanation|why|notes?|side_?note|background|purpose)$/;

/** Words by which a description asks for it. */
const asking =
  /\bverbatim\b[^.]{0,40}\b(?:message|prompt|conversation|question)|\b(?:message|prompt|conversation|question)s?\b[^.]{0,30}\b(?:verbatim|word for word)|\b(?:whole|full|entire|complete|previous|prior|current|ongoing) (?:conversation|chat|dialogue?)\b|\bconversation (?:so far|history|context)\b|\bchat history\b|\bsystem prompt\b|\byour (?:reasoning|chain of thought|thinking|thought process|intent)\b|\b(?:why|reasons? (?:for|why)|reasoning (?:for|behind)) you(?:'re| are)? (?:call|us|invok|choos|ask)|\bwhat the user (?:said|asked|wants|typed)\b|\buser'?s? (?:original|most recent|last|exact|full) (?:message|prompt|request|question|query)\b/i;

/** Tools for which talk is the matter itself. */
const meant =
  /memor|remember|recall|conversation|chat|dialog|message|mail|summar|prompt|think|thought|reason|feedback|agent|sampling|delegate|assistant|complet|llm|support|bug report|ticket|issue/i;

/**
 * How surely a parameter asks the model for the talk it is in, which the tool does not need for what it says it does.
 * `clear`: name or description say so; `possible`: the name alone could.
 */
export function asksForTalk(
  parameter: ToolParameter,
  tool: { readonly name: string; readonly description?: string },
): 'clear' | 'possible' | undefined {
  if (parameter.type !== undefined && !/^(?:string|array|object)$/.test(parameter.type)) return undefined;
  const name = parameter.name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  const asks = asking.test(parameter.description ?? '');
  const [first = ''] = (tool.description ?? '').trim().split(/(?<=[.!?])\s|\n/, 1);
  const isMeant = meant.test(tool.name.replace(/[_-]/g, ' ')) || meant.test(first);
  if (isMeant) return undefined;
  if (asks || talk.test(name)) return 'clear';
  return maybe.test(name) ? 'possible' : undefined;
}
