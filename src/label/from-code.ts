import type { Behavior, ReachedCall } from '../behavior/types.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Evidence, Label } from '../model/label.ts';
import { isSigningIn } from './bookkeeping.ts';
import { rounded, unite, withEvidence } from './draft.ts';
import { labelsOfCall } from './from-call.ts';
import { labelsOfService, type Words } from './from-service.ts';
import { isOwnRecord, opennessOf } from './openness.ts';

/** What a body says of its tool. */
export interface CodeReading {
  readonly labels: readonly Label[];
  /** Everything that could matter was followed: words may add nothing. */
  readonly complete: boolean;
  /** Everything that comes back was followed: words may add no source. */
  readonly answered: boolean;
  readonly capabilities: readonly string[];
  /** Where the body is, in one sentence. */
  readonly evidence: Evidence;
}

/** Below this a code label says nothing a reviewer could use. */
const floor = 0.25;

/**
 * Labels of a tool from its body. Where the body reads data that only the project itself holds (a table in the code, a
 * file it brings along), words say what kind of data that is, at lower confidence; words never add a way out, an
 * action or code that the body does not have.
 */
export function labelsOfCode(behavior: Behavior, words: Words, catalog: Catalog): CodeReading {
  const reading = { catalog, isTyped: words.isTyped, words: words.labels };
  const direct = behavior.calls
    .flatMap(call => labelsOfCall(call, reading))
    .filter(label => label.confidence >= floor);
  const service = behavior.calls.flatMap(call => labelsOfService(call, words, catalog));
  const held = heldLabels(behavior, words, catalog);
  const all = unite([...direct, ...service, ...held]);
  return {
    labels: isCacheOfPublic(behavior) ? all.map(asCache) : all,
    complete: !behavior.bounded && behavior.unknown.length === 0,
    answered: !behavior.bounded && behavior.answered,
    capabilities: [...new Set(behavior.calls.flatMap(call => call.capabilities))].sort(),
    evidence: { via: 'code', detail: summary(behavior), location: behavior.at },
  };
}

const publicSources: ReadonlySet<string> = new Set(['reference.search', 'data.public', 'location.map']);

/** Fetches what everyone can read and keeps a copy in files or in a database of its own: that copy is no secret. */
function isCacheOfPublic({ calls }: Behavior): boolean {
  const words = new Set(calls.flatMap(call => call.capabilities));
  const writes = calls.some(
    call =>
      call.capabilities.includes('file.write') ||
      (call.capabilities.includes('db.write') && embedded.test(call.symbol)),
  );
  return (
    writes &&
    [...words].some(word => publicSources.has(word)) &&
    [...words].every(word => publicSources.has(word) || caching.test(word))
  );
}

const embedded = /sqlite|duckdb|lancedb|chromadb|lmdb|shelve|levelup|lowdb/i;
const caching =
  /^(?:file\.|db\.(?:read|write|delete|admin)|http\.get|compute\.|time\.|log\.write|model\.call|vector\.)/;

function asCache(label: Label): Label {
  const isOwn =
    label.label === 'sensitive-data' || (label.label === 'destructive-action' && label.kind === 'overwrite');
  return isOwn && label.confidence > 0.4 ? { ...label, confidence: 0.4 } : label;
}

function heldLabels(behavior: Behavior, words: Words, catalog: Catalog): readonly Label[] {
  const read = behavior.records
    .filter(record => record.access === 'read')
    .map(
      (record): Evidence => ({
        via: 'code',
        detail: `reads '${record.name}', which the project itself holds`,
        location: record.at,
      }),
    );
  const files = behavior.calls
    .filter(call => call.returns === 'content' && !isSigningIn(call) && isOwnFile(call, catalog))
    .map(
      (call): Evidence => ({
        via: 'code',
        detail: `reads a file that the project brings along${textOf(call)}`,
        location: call.at,
      }),
    );
  const sources = [held(words, read, fromElsewhere), held(words, files, notBroughtAlong)].flat();
  const written = writtenIn(behavior);
  const actions =
    written === undefined
      ? []
      : words.labels
          .filter(label => label.label === 'destructive-action' && !elsewhere.has(label.kind))
          .map(label => withEvidence({ ...label, confidence: rounded(label.confidence * 0.7) }, written));
  return [...sources, ...actions];
}

/** Actions that a table or a file of the program itself cannot be. */
const elsewhere: ReadonlySet<string> = new Set(['deploy', 'pay', 'permission', 'physical']);
/** What words say of data that the project holds, without the kinds that it cannot be. */
function held(words: Words, evidence: readonly Evidence[], never: ReadonlySet<string>): readonly Label[] {
  if (evidence.length === 0) return [];
  return words.labels
    .filter(
      ({ label, kind }) => label === 'sensitive-data' || (label === 'untrusted-input' && !never.has(kind)),
    )
    .map(label =>
      withEvidence({ ...label, confidence: rounded(label.confidence * 0.8) }, ...evidence.slice(0, 2)),
    );
}

/** Pages of the web and answers of services are not what a project holds. */
const fromElsewhere: ReadonlySet<string> = new Set(['web', 'web-search', 'third-party-tool']);

/** Nor are documents and code in a file that comes with the program somebody else's: its authors wrote them. */
const notBroughtAlong: ReadonlySet<string> = new Set([...fromElsewhere, 'shared-document', 'repository']);

/** A change of something the project holds itself: a table in memory, a file in a place of its own. */
function writtenIn(behavior: Behavior): Evidence | undefined {
  const record = behavior.records.find(one => one.access === 'write');
  if (record)
    return {
      via: 'code',
      detail: `changes '${record.name}', which the project itself holds`,
      location: record.at,
    };
  const call = behavior.calls.find(one =>
    one.capabilities.some(word => word === 'file.write' || word === 'file.delete'),
  );
  return call && { via: 'code', detail: 'changes a file in a place of its own', location: call.at };
}

function isOwnFile(call: ReachedCall, catalog: Catalog): boolean {
  if (!call.capabilities.includes('file.read')) return false;
  if (isOwnRecord(call)) return true;
  const open = opennessOf(call, ['path'], catalog);
  return open !== undefined && (open.destination === 'constant' || open.destination === 'bound');
}

function textOf(call: ReachedCall): string {
  const text = call.arguments.find(argument => argument.role === 'path')?.text;
  return text ? ` (${text.slice(-60)})` : '';
}

/** What a body does, for notes on words that it does not bear out. */
function summary(behavior: Behavior): string {
  if (behavior.calls.length === 0 && behavior.unknown.length === 0)
    return 'the body calls nothing outside the project and only works on its arguments';
  const words = [...new Set(behavior.calls.flatMap(call => call.capabilities))].sort().slice(0, 8);
  return `the body does ${words.length > 0 ? words.join(', ') : 'nothing that is known'}`;
}
