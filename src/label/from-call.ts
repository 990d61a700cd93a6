import { replaces } from '../behavior/refine.ts';
import { additions } from '../behavior/sql.ts';
import type { ReachedCall } from '../behavior/types.ts';
import type { CapabilityLabel, CapabilityRow, Catalog } from '../catalog/types.ts';
import type { Label } from '../model/label.ts';
import { isBookkeeping, isSigningIn, keepsBooks } from './bookkeeping.ts';
import { callEvidence } from './call-words.ts';
import { rounded, withEvidence } from './draft.ts';
import { isFixed, isOwnRecord, opennessOf, payloadOf } from './openness.ts';

/** What a tool's own parameters are to the reader of its body. */
export interface Reading {
  readonly catalog: Catalog;
  readonly isTyped: (parameter: string) => boolean;
  /** What the words of the tool suggest. */
  readonly words: readonly Label[];
}

/** Labels of one reached call: the policy of its capabilities, narrowed by its arguments and by what comes back. */
export function labelsOfCall(call: ReachedCall, reading: Reading): readonly Label[] {
  const own = call.capabilities.flatMap(word => {
    const row = reading.catalog.capability(word);
    return row ? ofCapability(call, row, reading) : [];
  });
  return [...own, ...overwriting(call)];
}

/** A service where the request replaces what is there: the method says so, whatever kind of thing it is. */
function overwriting(call: ReachedCall): readonly Label[] {
  if (!call.notes.includes(replaces) || !call.capabilities.some(word => word.endsWith('.write'))) return [];
  return [make(call, { label: 'destructive-action', kind: 'overwrite', certainty: 0.6 }, 1)];
}

const overHttp: ReadonlySet<string> = new Set(['http.get', 'http.send', 'web.fetch', 'web.browse']);
const ownFiles: ReadonlySet<string> = new Set(['file.read', 'file.list', 'workspace.read']);

function ofCapability(call: ReachedCall, row: CapabilityRow, reading: Reading): readonly Label[] {
  const open = row.decidedBy ? opennessOf(call, row.decidedBy, reading.catalog) : undefined;
  const fixed = open !== undefined && (open.destination === 'constant' || open.destination === 'bound');
  if (row.labels.some(label => label.label === 'code-execution') && fixed && row.capability !== 'db.query')
    return [];
  if (overHttp.has(row.capability) && open && isFixed(open)) return [];
  // A server that the program looked up by itself: what it is to the tool, its words say.
  if (row.capability === 'http.send' && open?.destination === 'bound') return [];
  return row.labels.flatMap(given => {
    const label = narrowed(call, row, given, reading);
    return label ? [label] : [];
  });
}

function narrowed(
  call: ReachedCall,
  row: CapabilityRow,
  given: CapabilityLabel,
  reading: Reading,
): Label | undefined {
  switch (given.label) {
    case 'untrusted-input':
    case 'sensitive-data':
      return source(call, row, given, reading);
    case 'external-sink':
      return sink(call, row, given, reading);
    case 'code-execution':
      return execution(call, row, given, reading);
    case 'destructive-action':
      return action(call, row, given, reading);
  }
}

/** Reading counts where what was read comes back. */
function source(
  call: ReachedCall,
  row: CapabilityRow,
  given: CapabilityLabel,
  reading: Reading,
): Label | undefined {
  if (call.returns !== 'content') return undefined;
  // Keys that let the program in go into its requests, not to the model, unless the tool says so.
  if (isSigningIn(call) && !isSaid(given, reading.words, given.kind)) return undefined;
  const open = row.decidedBy ? opennessOf(call, row.decidedBy, reading.catalog) : undefined;
  const fixed = open !== undefined && open.destination !== 'model-chosen';
  if (ownFiles.has(row.capability) && fixed && open.destination !== 'allow-listed')
    return ownFile(call, given);
  if (row.capability === 'file.read' && isOwnRecord(call))
    return make(call, { ...given, certainty: 0.4 }, 1, ['a name with .. in it may lead out of the folder']);
  if (row.capability === 'file.list' && isOwnFolder(call) && !isSaid(given, reading.words))
    return make(call, { ...given, certainty: 0.4 }, 1, ['a folder of the program']);
  if (row.capability === 'env.read' && fixed) return undefined;
  const scope = given.scope && narrowScope(call, row, given.scope, open?.destination === 'allow-listed');
  const label = make(call, { ...given, ...(scope && { scope }) }, 1);
  return stores.has(row.capability) ? namedByWords(label, reading.words) : label;
}

/** A folder that is written in the code or configured. */
function isOwnFolder(call: ReachedCall): boolean {
  const paths = call.arguments.filter(argument => argument.role === 'path');
  return (
    paths.length > 0 && paths.every(argument => argument.kind === 'constant' || argument.kind === 'config')
  );
}

function isSaid(given: CapabilityLabel, words: readonly Label[], kind?: Label['kind']): boolean {
  return words.some(
    word =>
      word.label === given.label && word.confidence >= 0.5 && (kind === undefined || word.kind === kind),
  );
}

/** Stores of which the code does not say what is in them. */
const stores: ReadonlySet<string> = new Set(['db.read', 'queue.read', 'storage.read', 'vector.read']);

/** Who wrote what is in a store follows from what the tool is said to read: tickets, messages. Its rows stay rows. */
function namedByWords(label: Label, words: readonly Label[]): Label {
  if (label.label === 'sensitive-data') return label;
  const said = words
    .filter(word => word.label === label.label && word.confidence >= 0.5)
    .sort((a, b) => b.confidence - a.confidence)[0];
  if (!said) return label;
  const confidence = rounded(Math.max(label.confidence, Math.min(0.9, said.confidence)));
  const { kind, reach } = said;
  return withEvidence({ ...label, kind, confidence, ...(reach && { reach }) }, ...said.evidence);
}

/** A file of which the place is fixed is what the program brought along, unless its name says otherwise. */
function ownFile(call: ReachedCall, given: CapabilityLabel): Label | undefined {
  const text = call.arguments.map(argument => argument.text ?? '').join(' ');
  if (
    given.label !== 'sensitive-data' ||
    // The name of the own namespace lies beside the token and is none.
    /[/\\]namespace$/.test(text) ||
    !/(?:^|[/\\.])(?:env|ssh|aws|netrc|npmrc|pgpass|kube|gnupg)\b|id_rsa|credential|secret|token|password|keychain/i.test(
      text,
    )
  )
    return undefined;
  return make(call, { ...given, kind: 'secret', scope: 'project' }, 0.9);
}

function narrowScope(
  call: ReachedCall,
  row: CapabilityRow,
  scope: NonNullable<Label['scope']>,
  contained: boolean,
) {
  if (contained && scope === 'tenant') return 'project';
  if (row.capability === 'db.read') {
    const sql = call.arguments.find(argument => argument.role === 'sql');
    const one =
      sql?.kind === 'constant' &&
      /\bwhere\b[^;]*\b\w*(?:id|key|name|uuid|slug|e?mail|number|code|token|hash)["`\]]?\s*=\s*(?:\?|%s|%\(\w+\)s|\$\d|:\w+|@\w+)/i.test(
        sql.text ?? '',
      ) &&
      !/\bi?like\b|\bor\b/i.test(sql.text ?? '');
    return one ? 'record' : scope;
  }
  return scope;
}

function sink(
  call: ReachedCall,
  row: CapabilityRow,
  given: CapabilityLabel,
  { catalog, isTyped }: Reading,
): Label | undefined {
  const payload = payloadOf(call, isTyped);
  if (payload === 'none' && call.arguments.length > 0) return undefined;
  const open = row.decidedBy ? opennessOf(call, row.decidedBy, catalog) : undefined;
  const destination = open && isChosen(given) ? open.destination : given.destination;
  const carried =
    given.payload === 'typed' || call.arguments.every(argument => !isText(argument.role))
      ? given.payload
      : payload;
  // Of what was lost or looked up only numbers and listed words were seen to come from the model.
  const chosen = call.arguments.flatMap(argument =>
    argument.kind === 'unknown' ||
    argument.kind === 'looked-up' ||
    (given.kind === 'url' && argument.role !== 'url' && argument.role !== 'host')
      ? []
      : argument.parameters,
  );
  const isMechanical =
    (chosen.length === 0 &&
      (connecting.has(row.capability) || given.kind === 'query' || given.kind === 'url')) ||
    isUsage(call, given);
  const isLookup =
    given.kind === 'query' && chosen.length > 0 && chosen.every(name => identifying.test(name));
  const certain =
    ((open?.known ?? true) ? 1 : 0.8) *
    (isMechanical || isEmptyHanded(call, given) ? 0.45 : isLookup ? 0.6 : 1);
  return make(
    call,
    { ...given, ...(destination && { destination }), ...(carried && { payload: carried }) },
    certain,
    open?.notes,
  );
}

/**
 * Events on how a program is used: its name, its version, whether a call worked. Only text that the model chose makes
 * them a way out that is worth counting.
 */
function isUsage(call: ReachedCall, given: CapabilityLabel): boolean {
  return (
    given.kind === 'telemetry' &&
    call.arguments.every(argument => argument.kind !== 'model' && argument.kind !== 'part')
  );
}

/** A request to a service that only names things and brings no text along: a fork, a star, a move. */
function isEmptyHanded({ service, arguments: all }: ReachedCall, given: CapabilityLabel): boolean {
  if (service === undefined || (given.kind !== 'publish' && given.kind !== 'write-back')) return false;
  return !all.some(
    ({ role, kind, parameters }) =>
      (role === 'body' || role === 'query' || role === 'code') &&
      (parameters.length > 0 || kind === 'unknown'),
  );
}

/** Connections a library makes on its way; nothing of the model's choice goes in where only records decide. */
const connecting: ReadonlySet<string> = new Set(['dns.lookup', 'network.send', 'network.scan']);

/** One thing is asked for by its id: nothing is searched for. */
const identifying =
  /(?:^|_)(?:ids?|doi|isbn|slug|sku|uuid|sha|hash|version|lang(?:uage)?)$|[a-z](?:Id|Ids)$/i;

/** The policy calls a destination open; what the code says may close it. Others are fixed by the service itself. */
function isChosen(given: CapabilityLabel): boolean {
  return (
    given.destination === 'model-chosen' ||
    given.destination === 'bound' ||
    given.destination === 'own-organisation'
  );
}

function isText(role: string): boolean {
  return role === 'body' || role === 'query' || role === 'headers' || role === 'url';
}

function execution(
  call: ReachedCall,
  row: CapabilityRow,
  given: CapabilityLabel,
  { catalog }: Reading,
): Label | undefined {
  const open = row.decidedBy ? opennessOf(call, row.decidedBy, catalog) : undefined;
  if (open && (open.destination === 'constant' || open.destination === 'bound')) return undefined;
  if (given.kind !== 'query-language') return make(call, given, 1, open?.notes);
  const isModel = call.arguments.some(argument => argument.role === 'sql' && argument.kind === 'model');
  return make(call, { ...given, certainty: isModel ? 0.9 : 0.5 }, 1, open?.notes);
}

const fileChanges: ReadonlySet<string> = new Set(['file.write', 'file.delete', 'workspace.write']);

function action(
  call: ReachedCall,
  row: CapabilityRow,
  given: CapabilityLabel,
  { catalog, words }: Reading,
): Label | undefined {
  const open = row.decidedBy ? opennessOf(call, row.decidedBy, catalog) : undefined;
  const chosen = call.arguments.some(argument => argument.role === 'path' && argument.parameters.length > 0);
  // Temporary and cached files of the program are no loss to anyone.
  if (fileChanges.has(row.capability) && !chosen) return undefined;
  if ((row.capability === 'db.write' || row.capability === 'file.write') && isInsert(call))
    return make(call, given, 0.5);
  // What is in a repository can be had back, unless the tool is said to take it away.
  if (row.capability === 'repo.local-write') return namedChange(make(call, given, 1), words);
  if (row.capability === 'db.write' && expiring.test(call.symbol))
    return namedChange(make(call, given, 0.6, ['it says when the value goes away']), words);
  if (row.capability === 'system.write' && isFixedStranger(call))
    return make(call, given, 0.65, ['the command is always the same']);
  if (isBookkeeping(call)) return make(call, given, 0.5, ['keeps what the program needs for itself']);
  if (row.capability.startsWith('db.') && isSetUp(call))
    return make(call, given, 0.5, ['a statement the program is set up with']);
  const helper = row.capability === 'file.write' && call.through.find(keepsBooks);
  if (helper) return make(call, given, 0.5, [`'${helper}' keeps what the program needs for itself`]);
  if (fileChanges.has(row.capability) && isOwnRecord(call) && !writesChoice(call))
    return namedChange(
      make(call, given, row.capability === 'file.delete' ? 0.45 : 0.6, ['a file in a folder of the program']),
      words,
    );
  const fixed = open !== undefined && open.destination === 'constant';
  return make(call, given, fixed ? 0.55 : 1);
}

/** What a connection is opened with: nothing of it is the model's choice, and the code does not say what it does. */
function isSetUp(call: ReachedCall): boolean {
  const statements = call.arguments.filter(one => one.role === 'sql');
  return statements.length > 0 && statements.every(one => one.kind === 'config' || one.kind === 'looked-up');
}

/** One command line that nobody knows, with nothing of the model's in it: a login, a key store, a viewer. */
function isFixedStranger({ arguments: all, notes }: ReachedCall): boolean {
  return (
    all.every(one => one.parameters.length === 0) && notes.some(note => note.endsWith('that is not known'))
  );
}

/** What is written is the model's, not only its place: a note, not a copy of what was fetched under that name. */
function writesChoice({ arguments: all, capabilities }: ReachedCall): boolean {
  if (!capabilities.includes('file.write')) return false;
  const inPath = new Set(all.flatMap(one => (one.role === 'path' ? one.parameters : [])));
  const bodies = all.filter(one => one.role === 'body');
  return bodies.length === 0 || bodies.some(one => one.parameters.some(name => !inPath.has(name)));
}

const inserting =
  /(?:^|[.#])(?:insert(?:_?one|_?many|_?all)?|[lr]pushx?|xadd|xack|xgroup_?create|sadd|add_all|bulk_create|create_(?:index|collection)|make_?dirs?|mkdir(?:sync|p)?|ensure_?dir(?:sync)?)$/i;

const expiring = /(?:^|[.#])(?:p?expire(?:at)?|touch)$/i;

/** A change that only counts where the tool is said to make it. */
function namedChange(label: Label, words: readonly Label[]): Label {
  const said = words
    .filter(word => word.label === label.label && word.confidence >= 0.5)
    .sort((a, b) => b.confidence - a.confidence)[0];
  if (!said) return label;
  const confidence = rounded(Math.max(label.confidence, Math.min(0.9, said.confidence)));
  return withEvidence({ ...label, confidence }, ...said.evidence);
}

/** New rows overwrite nothing. */
function isInsert(call: ReachedCall): boolean {
  if (inserting.test(call.symbol) || call.notes.includes(additions)) return true;
  const sql = call.arguments.find(argument => argument.role === 'sql')?.text;
  return (
    sql !== undefined &&
    /^\s*insert\s+into\b/i.test(sql) &&
    !/\bon\s+conflict\b[^;]*\bupdate\b|\bon\s+duplicate\b/i.test(sql)
  );
}

function make(
  call: ReachedCall,
  given: CapabilityLabel,
  factor: number,
  notes: readonly string[] = [],
): Label {
  const { certainty, ...label } = given;
  const sure = (certainty ?? 0.95) * factor * (call.sure ? 1 : 0.8);
  return { ...label, confidence: rounded(sure), evidence: [callEvidence(call, notes)] };
}
