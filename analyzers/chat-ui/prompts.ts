import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { optionsOf } from '../_shared/code/arguments.ts';
import { relate, untrusted } from '../_shared/facts.ts';
import { chatHooks, folderOf } from './screens.ts';

/** Calls of a chat page that send a message at once. */
const sends = chatHooks.flatMap(hook =>
  ['sendMessage', 'append', 'complete'].map(name => `${hook}().${name}`),
);

/** Model calls on a server. */
const runs = ['ai#generateText', 'ai#streamText'];

/** Reads one parameter of an address. */
const reader =
  /(?:useSearchParams\(\)|searchParams|URLSearchParams\(\)|nextUrl\.searchParams)(?:\[0\])?\.get$/;

/** Words of the address that become a message without anybody sending it: whoever made the link speaks. */
export function linkFacts(project: Project): readonly Fact[] {
  const pages = project
    .calls(sends)
    .flatMap(call => factsOf(call, { shows: folderOf(project, call.at.file) }));
  const servers = project.calls(runs).flatMap(call => {
    const facts = factsOf(call, {});
    const [trigger] = facts;
    return trigger?.fact === 'node'
      ? [...facts, relate('triggers', trigger.ref, project.ref(call), call.at)]
      : [];
  });
  return [...pages, ...servers];
}

function factsOf(call: InstanceValue, properties: { readonly shows?: string }): readonly Fact[] {
  const given = [...call.args.positional, ...call.args.named.map(item => item.value)];
  if (!given.some(value => holdsParameter(value, 0))) return [];
  const detail = 'A parameter of the address is sent to the model at once; whoever made the link wrote it.';
  return [
    {
      fact: 'node',
      ref: `chat-ui:${call.at.file}:link`,
      kind: 'trigger',
      name: `link to ${call.at.file.split('/').at(-1) ?? call.at.file}`,
      framework: 'chat-ui',
      at: call.at,
      labels: [untrusted('url-parameter', 'anyone', { detail, at: call.at })],
      properties: { ...properties, interactive: true },
    },
  ];
}

/** Whether a parameter of the address is in a value: in a text, a record, a list, or as one of its alternatives. */
function holdsParameter(value: Value, depth: number): boolean {
  if (depth > 6) return false;
  const inner = (item: Value) => holdsParameter(item, depth + 1);
  switch (value.kind) {
    case 'instance':
      return reader.test(value.symbol);
    case 'union':
      return optionsOf(value).some(inner);
    case 'text':
      return value.parts.some(part => typeof part !== 'string' && inner(part));
    case 'list':
      return value.items.some(item => inner(item.value));
    case 'record':
      return value.entries.some(
        entry => ['id', 'role', 'headers'].includes(entry.key) === false && inner(entry.value),
      );
    default:
      return false;
  }
}
