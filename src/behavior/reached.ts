import type { ArgumentPlace, ArgumentRole, SymbolRow } from '../catalog/types.ts';
import { argumentRoles } from '../catalog/types.ts';
import { classify } from './classify.ts';
import { type Arguments, concat, type Flow, join, options } from './flow.ts';
import { argumentsOf } from './from-value.ts';
import type { Machine, Met } from './machine.ts';
import { argumentAt } from './places.ts';
import type { ReachedArgument } from './types.ts';

/** The arguments of a catalogued call by role, and the recipients hidden inside messages. */
export function reachedArguments(m: Machine, call: Met): readonly ReachedArgument[] {
  const out: ReachedArgument[] = [];
  for (const role of argumentRoles) {
    const places = call.row.arguments?.[role];
    if (!places) continue;
    for (const { field, flow } of found(call.args, places)) {
      if (role === 'url' && isOptions(flow)) continue;
      const shown = classify(flow);
      out.push({ role, ...shown, ...(field !== undefined && { field }) });
    }
  }
  if (!out.some(argument => argument.role === 'url' || argument.role === 'host'))
    out.push(...requestOfReceiver(m, call));
  const place = pathOfReceiver(call, out);
  if (place) out.push(place);
  const address = call.row.address && addressOfMaker(call, call.row.address);
  if (address) out.push(address);
  const withBase = out.map(argument => (argument.role === 'url' ? onBase(m, call, argument) : argument));
  return [...withBase, ...hiddenRecipients(call, withBase)];
}

/** `request(url, options).write(body)`: where it goes was said when the request was made. */
function requestOfReceiver(m: Machine, call: Met): readonly ReachedArgument[] {
  const made = call.receiver?.made;
  if (!made || !call.row.capabilities.includes('http.send')) return [];
  const row = m.memory.rowOf(made.symbol, []);
  return (['url', 'host'] as const).flatMap(role =>
    found(made.args, row?.arguments?.[role] ?? [])
      .filter(({ flow }) => role === 'host' || !isOptions(flow))
      .map(({ flow }) => ({ role, ...classify(flow) })),
  );
}

/** `request({ hostname, path, headers })`: its fields say where it goes, its headers may hold anything. */
function isOptions(flow: Flow): boolean {
  return options(flow).every(
    one =>
      one.contents !== undefined && (one.contents.fields.has('host') || one.contents.fields.has('hostname')),
  );
}

/** `client.api('/me/messages').get()`: the path stands in an earlier call, on a server the client always speaks to. */
function addressOfMaker(
  call: Met,
  { base, path }: NonNullable<SymbolRow['address']>,
): ReachedArgument | undefined {
  for (let at = call.receiver, n = 0; at && n < 8; at = at.made?.receiver, n++) {
    const [first] = at.made?.args.positional ?? [];
    if (first && at.made?.symbol.endsWith(`.${path}`))
      return { role: 'url', ...classify(concat([{ sources: first.sources, text: [base] }, first])) };
  }
  return undefined;
}

/** `path.read_text()`: the object itself says which file. */
function pathOfReceiver(call: Met, known: readonly ReachedArgument[]): ReachedArgument | undefined {
  const isFile = call.row.capabilities.some(word => word.startsWith('file.'));
  if (!isFile || !call.receiver || known.some(argument => argument.role === 'path')) return undefined;
  return { role: 'path', ...classify(call.receiver) };
}

/** Fields of a request's body that mean something to the service behind it: who it goes to, where it is put. */
export function bodyFields(call: Met): readonly ReachedArgument[] {
  const body = roleFlow(call.row, call.args, 'body');
  const out: ReachedArgument[] = [];
  const search = (flow: Flow, depth: number): void => {
    if (depth > 4) return;
    for (const one of options(flow)) {
      for (const [name, field] of one.contents?.fields ?? []) {
        const role = fieldRoles.find(([, pattern]) => pattern.test(name))?.[0];
        if (role) out.push({ role, field: name, ...classify(field) });
        else search(field, depth + 1);
      }
      for (const input of one.inputs ?? []) search(input, depth + 1);
    }
  };
  if (body) search(body, 0);
  return out;
}

const fieldRoles: readonly (readonly [ArgumentRole, RegExp])[] = [
  ['channel', /^(?:channel|chat_?id|room(?:_?id)?|thread_?ts|conversation_?id)$/i],
  [
    'recipient',
    /^(?:to|cc|bcc|recipients?|(?:to|cc|bcc)_?(?:recipients|emails?)|email|address|attendees|phone(?:_?number)?|destination)$/i,
  ],
];

function found(
  args: Arguments,
  places: readonly ArgumentPlace[],
): readonly { readonly field?: string; readonly flow: Flow }[] {
  const seen = new Set<Flow>();
  return places.flatMap(place => {
    const flow = argumentAt(args, place);
    if (!flow || seen.has(flow)) return [];
    seen.add(flow);
    return [{ flow, ...(typeof place === 'string' && { field: place.replace(/^\d+\./, '') }) }];
  });
}

const baseNames = [
  'base_url',
  'baseURL',
  'baseUrl',
  'prefixUrl',
  'prefix_url',
  'base',
  'host',
  'url',
  'endpoint',
];

/** A path on a client that was made for one server: the client's address is where it goes. */
function onBase(m: Machine, call: Met, argument: ReachedArgument): ReachedArgument {
  const isPath =
    argument.text?.startsWith('/') ||
    (argument.text !== undefined && argument.kind === 'constant' && !argument.text.includes('://'));
  if (!isPath || argument.host || argument.base === 'config') return argument;
  const base = baseOf(m, call.receiver);
  if (!base) return argument;
  const shown = classify(base);
  if (shown.kind !== 'constant' && shown.kind !== 'config') return { ...argument, kind: shown.kind };
  const folder = shown.address?.replace(/\/+$/, '') ?? '';
  const path = argument.address ?? `/${argument.text ?? ''}`;
  return {
    ...argument,
    base: shown.kind,
    ...(shown.host && { host: shown.host, address: `${folder}${path}` }),
  };
}

function baseOf(m: Machine, receiver: Flow | undefined): Flow | undefined {
  for (let at = receiver, n = 0; at && n < 4; at = at.made?.receiver, n++) {
    for (const one of options(at)) {
      const value = one.value;
      const args =
        one.made?.args ?? (value?.kind === 'instance' ? argumentsOf(m.catalog, value.args) : undefined);
      const hit = args && baseNames.map(name => argumentAt(args, name)).find(flow => flow !== undefined);
      if (hit) return hit;
    }
  }
  return undefined;
}

const recipientField =
  /^(?:to|cc|bcc|reply[-_ ]?to|recipients?|to_?(?:addrs|emails|recipients)|cc_?recipients|bcc_?recipients|attendees|destination)$/i;

/** Recipients inside a message object: headers set one by one, nested options, the raw text they end up in. */
function hiddenRecipients(call: Met, known: readonly ReachedArgument[]): readonly ReachedArgument[] {
  const isMessage =
    call.row.arguments?.recipient !== undefined ||
    call.row.capabilities.some(word => /^(?:mail|chat|sms)\.(?:send|draft)|calendar\.invite/.test(word));
  if (!isMessage) return [];
  const fields = new Map<string, Flow[]>();
  const seen = new Set<unknown>();
  const search = (flow: Flow, depth: number): void => {
    if (depth > 8 || seen.size > 400) return;
    for (const one of options(flow)) {
      if (seen.has(one)) continue;
      seen.add(one);
      for (const [name, field] of one.contents?.fields ?? []) {
        if (recipientField.test(name)) fields.set(name, [...(fields.get(name) ?? []), field]);
        search(field, depth + 1);
      }
      for (const item of one.contents?.rest ?? []) search(item, depth + 1);
      for (const input of one.inputs ?? []) search(input, depth + 1);
      if (one.made)
        for (const part of [...one.made.args.positional, ...one.made.args.named.values()])
          search(part, depth + 1);
    }
  };
  for (const flow of [...call.args.positional, ...call.args.named.values()]) search(flow, 0);
  const named = new Set(
    known.flatMap(argument =>
      argument.role === 'recipient' && argument.field ? [argument.field.toLowerCase()] : [],
    ),
  );
  return [...fields]
    .filter(([name]) => !named.has(name.toLowerCase()))
    .map(([name, flows]) => ({ role: 'recipient' as ArgumentRole, field: name, ...classify(join(flows)) }));
}

/** A role of a row as one flow, for reading methods, modes and statements. */
export function roleFlow(row: SymbolRow, args: Arguments, role: ArgumentRole): Flow | undefined {
  const flows = found(args, row.arguments?.[role] ?? []).map(one => one.flow);
  return flows.length > 0 ? join(flows) : undefined;
}
