import type { Settings } from '../../src/model/fact.ts';
import { asText, textsIn } from '../_shared/lenient.ts';
import { baseName } from './classify.ts';
import { type Decider, deciderOf, isExpression, placeholders } from './expressions.ts';
import { operationOf } from './operations.ts';
import type { N8nNode } from './schema.ts';

/** Parameters that say who receives something. */
const recipientKeys: ReadonlySet<string> = new Set([
  'attendees',
  'bcc',
  'bccemail',
  'bcclist',
  'bccrecipients',
  'cc',
  'ccemail',
  'cclist',
  'ccrecipients',
  'channel',
  'channelid',
  'chatid',
  'email',
  'phonenumber',
  'recipient',
  'recipientphonenumber',
  'recipients',
  'replyto',
  'sendto',
  'to',
  'toemail',
  'tolist',
  'torecipients',
  'user',
  'userid',
]);
/** Inner keys of n8n's resource locator and list parameters; the name that counts stands above them. */
const wrappers = /^(\d+|value|values|attendee|attendeesUi|__rl|mode)$/;

const widest: readonly Decider[] = ['model-chosen', 'expression', 'constant'];

/**
 * Settings the catalog narrows a row by: `operation`, `resource`, `recipient` and `url` as deciders, `host`, `method`,
 * `body`. `isModelText` tells whether an expression takes what a model wrote (steps after an agent).
 */
export function settingsOf(node: N8nNode, isModelText: (text: string) => boolean): Settings {
  const decide = (value: string): Decider => {
    const decider = deciderOf(value);
    return decider === 'expression' && isModelText(value) ? 'model-chosen' : decider;
  };
  const recipients: Decider[] = [];
  for (const { path, text } of textsIn(node.parameters)) {
    const key = path.findLast(part => !wrappers.test(part))?.toLowerCase() ?? '';
    if (recipientKeys.has(key) && path.at(-1) !== 'mode' && text !== '') recipients.push(decide(text));
  }
  const recipient = widest.find(decider => recipients.includes(decider));
  return {
    ...operationOf(node),
    ...(recipient && { recipient }),
    ...requestSettings(node, decide),
    ...(asText(node.parameters.mode) && { mode: String(node.parameters.mode) }),
  };
}

function requestSettings(node: N8nNode, decide: (value: string) => Decider): Settings {
  if (!/^(toolHttpRequest|httpRequest(Tool)?)$/.test(baseName(node.type))) return {};
  const url = asText(node.parameters.url) ?? '';
  const body = [
    ...textsIn([
      node.parameters.jsonBody,
      node.parameters.body,
      node.parameters.bodyParameters,
      node.parameters.parametersBody,
    ]),
  ];
  const hidden =
    body.some(part => placeholders(part.text).length > 0 || decide(part.text) === 'model-chosen') ||
    asksForValues(node, 'parametersBody');
  const host = hostOf(url);
  return {
    method: asText(node.parameters.method) ?? 'GET',
    url: placeholders(url).length > 0 ? 'model-chosen' : decide(url),
    ...(host && { host }),
    hostDecided: host
      ? 'constant'
      : url === ''
        ? 'constant'
        : decide(url) === 'constant' && placeholders(url).length > 0
          ? 'model-chosen'
          : decide(url),
    ...(hidden && { body: 'model-chosen' }),
    ...(asksForValues(node, 'parametersQuery') && { query: 'model-chosen' }),
  };
}

/** Entries of the older HTTP request tool without a value of their own are filled by the model. */
function asksForValues(node: N8nNode, key: string): boolean {
  const group = node.parameters[key];
  const values = typeof group === 'object' && group !== null && 'values' in group ? group.values : undefined;
  return (
    Array.isArray(values) &&
    values.some(
      entry => entry && typeof entry === 'object' && entry.valueProvider === undefined && !entry.value,
    )
  );
}

/** Host of a URL if it is written out, whatever follows it. */
export function hostOf(url: string): string | undefined {
  const text = isExpression(url) ? url.slice(1) : url;
  const host = /^https?:\/\/([a-z0-9.-]{1,253})(?=[:/?#]|$)/i.exec(text.trim())?.[1];
  return host?.toLowerCase();
}
