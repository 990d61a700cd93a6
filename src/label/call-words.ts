import type { Check, ReachedArgument, ReachedCall } from '../behavior/types.ts';
import type { Evidence } from '../model/label.ts';

const roleWords: { readonly [role: string]: string } = {
  url: 'the address',
  host: 'the host',
  recipient: 'the recipient',
  channel: 'the channel',
  path: 'the path',
  query: 'the query',
  body: 'the text',
  command: 'the command',
  code: 'the code',
  sql: 'the statement',
  headers: 'the headers',
  id: 'the id',
  amount: 'the amount',
  name: 'the name',
  flags: 'the options',
};

/** One sentence on a reached call, for people who check the label: what is called, who chooses what, what comes back. */
export function callEvidence(call: ReachedCall, extra: readonly string[] = []): Evidence {
  const through = call.through.length > 0 ? ` through ${call.through.slice(-3).join(', ')}` : '';
  const said = call.arguments.flatMap(argument => argumentWords(argument) ?? []).slice(0, 4);
  const back = call.returns === 'content' ? ['what it returns goes back to the model'] : [];
  const guess = call.sure ? [] : ['only the name of the method says which API this is'];
  const parts = [
    ...said,
    ...back,
    ...call.notes,
    ...extra,
    ...call.checks.slice(0, 3).map(checkWords),
    ...guess,
  ];
  return {
    via: 'code',
    detail:
      `calls ${call.service ? `${call.service} with ` : ''}${plain(call.symbol)}${through}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}`.slice(
        0,
        600,
      ),
    location: call.at,
    reference: call.reference,
  };
}

/** A symbol as people write it: `httpx.AsyncClient().get` is `httpx.AsyncClient().get`, `pg#Pool().query` is `Pool().query (pg)`. */
export function plain(symbol: string): string {
  const hash = symbol.indexOf('#');
  if (hash < 0) return symbol.replace(/^(?:builtins|globalThis)\./, '');
  const name = symbol.slice(hash + 1).replace(/^default(?:\(\))?\.?/, '');
  return name === '' ? symbol.slice(0, hash) : `${name} (${symbol.slice(0, hash)})`;
}

function argumentWords(argument: ReachedArgument): string | undefined {
  const field = argument.field && argument.role === 'recipient' ? ` '${argument.field}'` : '';
  const what = `${roleWords[argument.role] ?? argument.role}${field}`;
  const by = argument.parameters.length > 0 ? ` (${argument.parameters.slice(0, 4).join(', ')})` : '';
  const start = argument.host
    ? ` at ${argument.host}`
    : argument.base === 'config'
      ? ' on a configured server'
      : '';
  switch (argument.kind) {
    case 'model':
      return `the model chooses ${what}${by}`;
    case 'part':
      return `the model chooses part of ${what}${start}${by}`;
    case 'looked-up':
      return `${what} comes from a record`;
    case 'typed':
      return `${what} takes only listed or numeric values${start}${by}`;
    case 'config':
      return argument.role === 'headers' ? undefined : `${what} is configured`;
    case 'constant':
      return decides(argument)
        ? `${what} is fixed${argument.text ? ` to '${shorten(argument.text)}'` : ''}`
        : undefined;
    default:
      return argument.role === 'headers' || argument.role === 'body'
        ? undefined
        : `${what} could not be followed`;
  }
}

function decides(argument: ReachedArgument): boolean {
  return ['url', 'host', 'recipient', 'channel', 'path', 'sql', 'command'].includes(argument.role);
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

function checkWords(check: Check): string {
  const on = check.parameters.length > 0 ? `${check.parameters.slice(0, 3).join(', ')} ` : '';
  return `${on}${check.detail} (line ${check.at.line}${check.weak ? `; weak: ${check.weak}` : ''})`;
}
