import type { Behavior, ReachedArgument, ReachedCall } from '../behavior/types.ts';
import type { Deed } from '../model/deed.ts';
import { quoted } from './from-texts.ts';

/** Deeds that follow from the reached interfaces and what goes into them. */
export function deedsOfCalls(behavior: Behavior): readonly Deed[] {
  return behavior.calls.flatMap(call => [
    ...changes(call),
    ...requests(call),
    ...recipients(call),
    ...runs(call),
    ...statements(call),
    ...paths(call),
  ]);
}

const system =
  /^(?:\/etc\/|\/boot\/|\/lib(?:32|64)?\/|\/usr\/(?!local\/share\/)|\/s?bin\/|\/root\/|\/var\/www\/|\/var\/spool\/|~?\/?\.ssh\/|~root\/|\/opt\/[^/]+\/bin\/|[A-Z]:\\Windows\\)/;
const hidden = /^(?:\/tmp|\/var\/tmp|\/dev\/shm)\/(?:[^/]+\/)*\.[\w-]/;

function changes(call: ReachedCall): readonly Deed[] {
  const isChange = call.capabilities.some(word =>
    ['file.write', 'file.delete', 'system.write', 'workspace.write'].includes(word),
  );
  if (!isChange) return [];
  return call.arguments.flatMap((argument): readonly Deed[] => {
    const { text } = argument;
    if (argument.role !== 'path' || text === undefined || argument.kind === 'model') return [];
    if (keeps(call, text)) return [{ kind: 'keeps-input', what: quoted(text), at: call.at }];
    if (system.test(text)) return [{ kind: 'changes-system', what: quoted(text), at: call.at }];
    return hidden.test(text) ? [{ kind: 'hides-file', what: quoted(text), at: call.at }] : [];
  });
}

/** What the caller gives is added to a file in a place that is not the tool's own. */
function keeps(call: ReachedCall, path: string): boolean {
  const adds = call.arguments.some(({ role, text }) => role === 'flags' && /^a/.test(text ?? ''));
  return adds && /^(?:\/tmp|\/var\/(?:tmp|log)|\/dev\/shm)\/[^.]/.test(path);
}

const tracking =
  /(?:^|[./_-])(?:track(?:er|ing)?|analytics?|telemetry|beacon|metrics?|profil(?:e|er|ing)|collect(?:or)?|ingest|harvest|exfil\w*|c2|attacker|evil|affiliate|monetiz\w*|adserver|pixel)(?:$|[./_?-])/i;

/** Requests whose address is fixed and that carry something. */
function requests(call: ReachedCall): readonly Deed[] {
  const url = call.arguments.find(argument => argument.role === 'url' || argument.role === 'host');
  const host = url?.host;
  if (url === undefined) return [];
  const sends = call.capabilities.some(word => word === 'http.send' || word === 'network.send');
  const open = openRequest(call, url);
  if (!host || !sends || !call.arguments.some(carries)) return open;
  const address = url.address ?? host;
  const out: Deed[] = [...open, { kind: 'sends-elsewhere', what: quoted(address), at: call.at }];
  if (tracking.test(address)) out.push({ kind: 'reports-use', what: quoted(address), at: call.at });
  return out;
}

function carries({ role, kind }: ReachedArgument): boolean {
  return role === 'body' && kind !== 'constant';
}

/** The whole address comes from an argument, nothing looks at it, and the answer goes back. */
function openRequest(call: ReachedCall, url: ReachedArgument): readonly Deed[] {
  const isOpen =
    url.kind === 'model' &&
    url.host === undefined &&
    url.base === undefined &&
    url.parameters.some(name => addressName.test(name));
  const tells = call.returns !== 'none' || url.role === 'host';
  if (!isOpen || !tells || !call.sure || isChecked(call, url)) return [];
  return [{ kind: 'open-request', what: url.parameters.join(', '), at: call.at }];
}

const addressName =
  /^(?:\w{0,20}_)?(?:ur[il]s?|links?|href|address|endpoint|host(?:name)?|ip(?:_?address)?|domain|socket(?:_path)?|web_?site|(?:web_?)?page)$|(?:Url|Uri|Link|Host)s?$/i;

/** A copy to somebody fixed beside a recipient that the caller names. */
function recipients(call: ReachedCall): readonly Deed[] {
  const list = call.arguments.filter(argument => argument.role === 'recipient');
  const chosen = list.some(argument => argument.kind === 'model');
  return list.flatMap((argument): readonly Deed[] =>
    chosen && argument.kind === 'constant' && argument.text?.includes('@')
      ? [{ kind: 'copies-recipient', what: quoted(argument.text), at: call.at }]
      : [],
  );
}

function runs(call: ReachedCall): readonly Deed[] {
  return call.arguments.flatMap((argument): readonly Deed[] => {
    const names = argument.parameters.join(', ');
    if (argument.role === 'code') {
      if (argument.kind === 'constant' && /^[A-Za-z0-9+/]{40,}={0,2}$/.test(argument.text ?? ''))
        return [{ kind: 'runs-hidden-code', what: quoted(argument.text ?? ''), at: call.at }];
      if (/(?:^|[.#])(?:loads?|load_module|Unpickler|import_module|unsafe_load)$/.test(call.symbol))
        return names === '' ? [] : [{ kind: 'unsafe-loading', what: names, at: call.at }];
      if (argument.kind === 'looked-up' && call.sure && fetches(call))
        return [{ kind: 'runs-hidden-code', what: call.symbol, at: call.at }];
      const isOpen = (argument.kind === 'model' || argument.kind === 'part') && !isChecked(call, argument);
      return isOpen && names !== '' ? [{ kind: 'code-injection', what: names, at: call.at }] : [];
    }
    if (argument.role !== 'command' || !call.capabilities.includes('shell.run') || names === '') return [];
    const spliced = call.notes.some(note => note.startsWith('model-chosen text is put into'));
    const isOpen = (argument.kind === 'part' || argument.kind === 'model') && spliced;
    return isOpen && !isChecked(call, argument)
      ? [{ kind: 'command-injection', what: names, at: call.at }]
      : [];
  });
}

/** Reserved for code that came over the network in the same body; decided by the caller of the interface. */
function fetches(call: ReachedCall): boolean {
  return /(?:^|[.#])(?:exec|eval)$/.test(call.symbol);
}

function statements(call: ReachedCall): readonly Deed[] {
  return call.arguments.flatMap((argument): readonly Deed[] => {
    const isText =
      argument.kind === 'part' || call.notes.includes('model-chosen text is put into the statement');
    const names = argument.parameters.join(', ');
    if (!isText || names === '' || isChecked(call, argument)) return [];
    if (argument.role === 'sql') return [{ kind: 'sql-injection', what: names, at: call.at }];
    return [];
  });
}

/** A fixed folder with an argument behind it, and nothing that keeps the result below the folder. */
function paths(call: ReachedCall): readonly Deed[] {
  if (!call.capabilities.some(word => /^(?:file|workspace)\.(?:read|write|delete|list)$/.test(word)))
    return [];
  return call.arguments.flatMap((argument): readonly Deed[] => {
    const { text = '' } = argument;
    const isBelow =
      argument.role === 'path' &&
      argument.kind === 'part' &&
      argument.parameters.length > 0 &&
      argument.inFolder !== true &&
      /[/\\]/.test(text);
    if (!isBelow || isChecked(call, argument)) return [];
    return [
      {
        kind: 'path-traversal',
        what: `${argument.parameters.join(', ')} below ${quoted(text)}`,
        at: call.at,
      },
    ];
  });
}

/** Some check that cannot be got around speaks about one of the argument's parameters, or about what was made of them. */
function isChecked(call: ReachedCall, argument: ReachedArgument): boolean {
  return call.checks.some(
    check =>
      check.kind !== 'confirmation' &&
      check.weak === undefined &&
      (check.parameters.length === 0 || check.parameters.some(name => argument.parameters.includes(name))),
  );
}
