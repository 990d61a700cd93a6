import type { AddedLabels, ServerDrift } from '../../model/drift.ts';
import type { Location } from '../../model/location.ts';
import type { Lock, LockedServer } from './lock-file.ts';
import type { Located } from './make.ts';

/** Tells what is not as the lock file says. `file` is how the lock file is called, `trefoil` the running version. */
export function compareLock(
  lock: Lock,
  now: readonly Located[],
  file: string,
  trefoil: string,
): readonly ServerDrift[] {
  const { pairs, added, removed } = matched(lock.servers, now);
  return [
    ...pairs.flatMap(([before, after]) => changed(before, after, lock.trefoil === trefoil) ?? []),
    ...added.map(fresh),
    ...removed.map(server => gone(server, { file, line: 1 })),
  ];
}

interface Matched {
  readonly pairs: readonly (readonly [LockedServer, Located])[];
  readonly added: readonly Located[];
  readonly removed: readonly LockedServer[];
}

/** The likest first: same name, package and version; same name and package; same name. */
function matched(locked: readonly LockedServer[], now: readonly Located[]): Matched {
  const before = new Set(locked);
  const after = new Set(now);
  const pairs: (readonly [LockedServer, Located])[] = [];
  const keys: readonly ((server: LockedServer) => string)[] = [
    ({ name, package: key, version }) => JSON.stringify([name, key, version]),
    ({ name, package: key }) => JSON.stringify([name, key]),
    ({ name }) => name,
  ];
  for (const key of keys) {
    for (const old of [...before]) {
      const found = [...after].find(item => key(item.locked) === key(old));
      if (!found) continue;
      before.delete(old);
      after.delete(found);
      pairs.push([old, found]);
    }
  }
  return { pairs, added: [...after], removed: [...before] };
}

function changed(before: LockedServer, now: Located, sameVersion: boolean): ServerDrift | undefined {
  const after = now.locked;
  const versions = versionsOf(before, after);
  const source = sourceChanges(before, after);
  const comparable = before.from === after.from && (sameVersion || before.from !== 'catalog');
  const parts = comparable ? partChanges(before, now, sameVersion) : nothing;
  const changes = [...source, ...parts.changes];
  if (changes.length === 0 && !versions) return comparable ? undefined : unverified(before, now, sameVersion);
  return {
    ...base(now),
    kind: 'changed',
    ...(versions && { versions }),
    changes,
    added: parts.added,
    touched: parts.touched,
  };
}

function versionsOf(
  before: LockedServer,
  after: LockedServer,
): readonly [before: string, after: string] | undefined {
  return before.version === after.version
    ? undefined
    : [before.version ?? 'no version', after.version ?? 'no version'];
}

function sourceChanges(before: LockedServer, after: LockedServer): readonly string[] {
  const sameRelease = before.package === after.package && before.version === after.version;
  const otherBytes =
    before.integrity !== undefined && after.integrity !== undefined && before.integrity !== after.integrity;
  return [
    ...(before.package === after.package
      ? []
      : [`comes from ${after.package ?? 'elsewhere'} instead of ${before.package ?? 'elsewhere'}`]),
    ...(sameRelease && otherBytes ? ['has other content under the same version'] : []),
  ];
}

interface PartChanges {
  readonly changes: readonly string[];
  readonly added: readonly AddedLabels[];
  readonly touched: readonly string[];
}

const nothing: PartChanges = { changes: [], added: [], touched: [] };

function partChanges(
  before: LockedServer,
  { locked: after, parts }: Located,
  sameVersion: boolean,
): PartChanges {
  const old = new Map(Object.entries(before.tools));
  const tools = Object.entries(after.tools);
  const others = new Map(Object.entries(before.others));
  const more = tools.filter(([name]) => !old.has(name));
  const other = tools.filter(
    ([name, tool]) => old.has(name) && old.get(name)?.definition !== tool.definition,
  );
  const fewer = [...old.keys()].filter(name => !Object.hasOwn(after.tools, name));
  const relabelled = tools.flatMap(([name, tool]) => {
    const known = old.get(name);
    // Another version of Trefoil may label the same definition otherwise; that is no change of the server.
    if (known && known.definition === tool.definition && !sameVersion) return [];
    const labels = tool.labels.filter(label => !known?.labels.includes(label));
    return labels.length === 0 ? [] : [{ name, labels }];
  });
  const otherParts = Object.entries(after.others).filter(([name, hash]) => others.get(name) !== hash);
  const lostParts = [...others.keys()].filter(name => !Object.hasOwn(after.others, name));
  const id = (name: string): readonly string[] => [parts.get(name) ?? []].flat();
  return {
    changes: [
      ...phrase(
        'adds',
        more.map(([name]) => name),
      ),
      ...phrase(
        'changes the definition of',
        other.map(([name]) => name),
      ),
      ...phrase('drops', fewer),
      ...relabelled
        .filter(({ name }) => old.get(name)?.definition === after.tools[name]?.definition)
        .map(({ name, labels }) => `'${name}' now also is ${labels.join(', ')}`),
      ...(before.instructions === after.instructions ? [] : ['changes its instructions to the model']),
      ...phrase(
        'adds or changes the prompt or resource',
        otherParts.map(([name]) => name),
      ),
      ...phrase('drops the prompt or resource', lostParts),
    ],
    added: relabelled.flatMap(({ name, labels }) => id(name).map(node => ({ node, labels }))),
    touched: [...more, ...other].flatMap(([name]) => id(name)),
  };
}

function phrase(verb: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const shown = names
    .slice(0, 5)
    .map(name => `'${name.slice(0, 80)}'`)
    .join(', ');
  return [`${verb} ${shown}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`];
}

function fresh(now: Located): ServerDrift {
  const tools = Object.entries(now.locked.tools);
  const added = tools.flatMap(([name, { labels }]) => {
    const node = now.parts.get(name);
    return node !== undefined && labels.length > 0 ? [{ node, labels }] : [];
  });
  return { ...base(now), kind: 'added', changes: ['is not in the lock file'], added, touched: [] };
}

function gone(server: LockedServer, at: Location): ServerDrift {
  const changes = ['is in the lock file and no longer configured'];
  return { server: server.name, kind: 'removed', at, changes, added: [], touched: [] };
}

function unverified(before: LockedServer, now: Located, sameVersion: boolean): ServerDrift {
  const reason = sameVersion
    ? `was locked as seen in ${before.from}, and this audit saw ${now.locked.from}: its tools cannot be compared`
    : 'was locked with the catalog of another version of Trefoil: its tools cannot be compared';
  return { ...base(now), kind: 'unverified', changes: [reason], added: [], touched: [] };
}

function base({ node }: Located): Pick<ServerDrift, 'server' | 'node' | 'at'> {
  return { server: node.name, node: node.id, at: node.location ?? { file: '', line: 1 } };
}
