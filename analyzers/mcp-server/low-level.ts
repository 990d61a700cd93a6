import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue, Value } from '../../src/resolve/value.ts';
import { dispatcher } from '../_shared/code/dispatch.ts';
import {
  annotationsOf,
  argument,
  entryOf,
  functionOf,
  options,
  textOf,
  wordsOf,
} from '../_shared/code/records.ts';
import { packageDir } from './endpoints.ts';
import { askedIn, workOf } from './handlers.ts';
import { hiddenBy } from './list-filter.ts';
import type { Found, Offer, Unread } from './offer.ts';
import { schemaParameters } from './parameters.ts';
import { scatteredTools } from './scattered.ts';
import {
  callDecorators,
  type Kind,
  listDecorators,
  listedElsewhere,
  lowLevelServers,
  requestHandlers,
} from './symbols.ts';

interface ListHandler {
  readonly kind: Kind;
  readonly fn: FunctionValue;
  readonly receiver?: Value;
}

const requests: { readonly [schema: string]: Kind | 'call' } = {
  ListToolsRequestSchema: 'tool',
  'tools/list': 'tool',
  ListResourcesRequestSchema: 'resource',
  'resources/list': 'resource',
  ListResourceTemplatesRequestSchema: 'resource',
  'resources/templates/list': 'resource',
  ListPromptsRequestSchema: 'prompt',
  'prompts/list': 'prompt',
  CallToolRequestSchema: 'call',
  'tools/call': 'call',
};

const constructorHandlers: { readonly [argument: string]: Kind | 'call' } = {
  on_list_tools: 'tool',
  on_list_resources: 'resource',
  on_list_resource_templates: 'resource',
  on_list_prompts: 'prompt',
  on_call_tool: 'call',
};

const keys = {
  tool: ['tools'],
  resource: ['resources', 'resourceTemplates', 'resource_templates'],
  prompt: ['prompts'],
} as const;

/** Tools, resources and prompts that a server answers to a listing request, with the handler the call request leads to. */
export function listed(project: Project): Found {
  const lists: ListHandler[] = [];
  const calls: { readonly fn: FunctionValue; readonly receiver?: Value }[] = [];
  for (const call of project.calls(requestHandlers)) {
    const kind = requests[requestOf(call.args.positional[0])];
    const fn = functionOf(call.args.positional[1]);
    if (!kind || !fn) continue;
    const entry = { fn, ...(call.receiver && { receiver: call.receiver }) };
    if (kind === 'call') calls.push(entry);
    else lists.push({ ...entry, kind });
  }
  for (const [kind, symbols] of [
    ['tool', listDecorators],
    ['resource', listedElsewhere.resource],
    ['prompt', listedElsewhere.prompt],
  ] as const) {
    for (const item of project.decorated(symbols)) {
      if (item.target.kind === 'function')
        lists.push({ kind, fn: item.target, ...(item.receiver && { receiver: item.receiver }) });
    }
  }
  // The second Python SDK takes its handlers when the server is made.
  for (const server of project.calls(lowLevelServers)) {
    for (const { name, value } of server.args.named) {
      const fn = functionOf(value);
      const kind = constructorHandlers[name];
      if (!fn || !kind) continue;
      if (kind === 'call') calls.push({ fn, receiver: server });
      else lists.push({ kind, fn, receiver: server });
    }
  }
  for (const item of project.decorated(callDecorators)) {
    if (item.target.kind === 'function')
      calls.push({ fn: item.target, ...(item.receiver && { receiver: item.receiver }) });
  }
  return collect(project, lists, calls);
}

/** `ListToolsRequestSchema`, or the method name the second version of the SDK takes. */
function requestOf(value: Value | undefined): string {
  if (value?.kind === 'external') return value.symbol.split('#').at(-1) ?? '';
  if (value?.kind === 'unknown') return value.detail.split('.').at(-1) ?? '';
  return textOf(value) ?? '';
}

function collect(
  project: Project,
  lists: readonly ListHandler[],
  calls: readonly { readonly fn: FunctionValue; readonly receiver?: Value }[],
): Found {
  const offers: Offer[] = [];
  const unread: Unread[] = [];
  for (const list of lists) {
    const call =
      calls.find(item => sameObject(item.receiver, list.receiver)) ??
      (calls.length === 1 ? calls[0] : undefined);
    const dispatch = list.kind === 'tool' && call ? dispatcher(project, call.fn) : undefined;
    const hidden = list.kind === 'tool' && call ? hiddenBy(project, list.fn, call.fn) : undefined;
    const found = items(project.call(list.fn), list.kind);
    const before = offers.length;
    for (const item of found.values) {
      const offer = readItem(project, list, item);
      if (!offer) {
        unread.push(unknownItems(list, `a ${list.kind} whose name is only known when the program runs`));
        continue;
      }
      const only =
        found.values.length === 1 && !found.open && call ? project.functionRef(call.fn) : undefined;
      const target = offer.handler ? undefined : (dispatch?.(offer.name) ?? only);
      const asks = target ? askedIn(project, project.function(target)) : undefined;
      offers.push({
        ...offer,
        ...(target && { handler: target }),
        ...(asks && { asks }),
        ...(hidden !== undefined && { hiddenBy: hidden }),
      });
    }
    if (list.kind === 'tool' && offers.length === before)
      offers.push(...scatteredOffers(project, list, dispatch));
    if (found.open && list.kind === 'tool')
      unread.push(unknownItems(list, 'tools from a list that is only known when the program runs'));
  }
  return { offers, unread };
}

/** Where a list cannot be followed at all: objects that are tools, wherever the package of the list makes them. */
function scatteredOffers(
  project: Project,
  list: ListHandler,
  dispatch: ReturnType<typeof dispatcher> | undefined,
): readonly Offer[] {
  const found = new Map<string, Offer>();
  for (const { value, name } of scatteredTools(project, packageDir(project, list.fn.file))) {
    const offer = readItem(project, list, value, name);
    if (!offer || found.has(offer.name)) continue;
    const target = dispatch?.(offer.name);
    found.set(offer.name, { ...offer, ...(target && { handler: target }) });
  }
  return [...found.values()];
}

function unknownItems(list: ListHandler, what: string): Unread {
  return {
    kind: list.kind,
    at: list.fn.at,
    detail: `This lists ${what}.`,
    reason: 'runtime-only',
    ...(list.receiver && { receiver: list.receiver }),
  };
}

function sameObject(a: Value | undefined, b: Value | undefined): boolean {
  const ids = (v: Value | undefined): readonly string[] =>
    options(v).flatMap(o => (o.kind === 'instance' ? [o.id] : []));
  const mine = new Set(ids(a));
  return ids(b).some(id => mine.has(id));
}

/** The items of a list answer: a list, `{tools: list}`, `ListToolsResult(tools=list)`. */
function items(answer: Value, kind: Kind): { readonly values: readonly Value[]; readonly open: boolean } {
  const values: Value[] = [];
  let open = false;
  for (const option of options(answer)) {
    const inner =
      option.kind === 'list'
        ? option
        : keys[kind].map(key => entryOf(option, key) ?? argumentOf(option, key)).find(Boolean);
    if (!inner) open ||= option.kind === 'unknown' || option.kind === 'instance';
    for (const list of options(inner)) {
      if (list.kind !== 'list') {
        open = true;
        continue;
      }
      values.push(...list.items.flatMap(item => options(item.value)));
      open ||= list.open !== undefined;
    }
  }
  return { values, open };
}

function argumentOf(value: Value, name: string): Value | undefined {
  return value.kind === 'instance' ? argument(value.args, name) : undefined;
}

function readItem(project: Project, list: ListHandler, item: Value, given?: string): Offer | undefined {
  const get = (key: string): Value | undefined =>
    entryOf(item, key) ??
    argumentOf(item, key) ??
    (item.kind === 'instance' ? known(project.member(item, key)) : undefined);
  const name = given ?? textOf(get('name')) ?? textOf(get('uri')) ?? textOf(get('uriTemplate'));
  if (name === undefined) return undefined;
  const description = wordsOf(get('description'));
  const annotations = annotationsOf(get('annotations'));
  const title = textOf(get('title'));
  const schema =
    get('inputSchema') ?? get('input_schema') ?? get('parameters') ?? get('schema') ?? get('arguments');
  const callback = ['handler', 'execute', 'handle', 'run', 'callback', 'func']
    .map(get)
    .find(value => functionOf(value));
  const fn = callback ? workOf(project, callback, item.at) : undefined;
  return {
    kind: list.kind,
    name,
    ...(description !== undefined && { description }),
    parameters: list.kind === 'resource' ? [] : schemaParameters(project, schema),
    ...((annotations || title) && { annotations: { ...(title && { title }), ...annotations } }),
    ...(fn && { handler: project.functionRef(fn) }),
    at: item.at,
    ...(list.receiver && { receiver: list.receiver }),
  };
}

function known(value: Value): Value | undefined {
  return value.kind === 'unknown' || value.kind === 'external' ? undefined : value;
}
