import type { Fact, NodeFact, Ref } from '../model/fact.ts';
import type { PackageFacts } from '../model/project-facts.ts';

/** A server whose source lies in the scanned tree, with the refs of its tools. */
export interface SourceServer {
  readonly ref: Ref;
  readonly file: string;
  readonly name: string;
  readonly package?: string;
  readonly tools: readonly Ref[];
}

/** Servers seen in code: those that already provide tools. */
export function sourceServers(facts: readonly Fact[]): readonly SourceServer[] {
  const provides = new Map<Ref, Ref[]>();
  for (const fact of facts) {
    if (fact.fact !== 'relation' || fact.kind !== 'provides') continue;
    const list = provides.get(fact.from);
    if (list) list.push(fact.to);
    else provides.set(fact.from, [fact.to]);
  }
  return facts.flatMap((fact): readonly SourceServer[] => {
    if (fact.fact !== 'node' || fact.kind !== 'mcp-server') return [];
    const tools = provides.get(fact.ref);
    if (!tools) return [];
    return [
      {
        ref: fact.ref,
        file: fact.at.file,
        name: fact.name,
        ...(fact.package && { package: fact.package }),
        tools,
      },
    ];
  });
}

/**
 * The servers of the tree that a configured server starts: by script or folder (`file:`), by the name a manifest of the
 * tree gives (`npm:`, `pypi:`), or by a Python module of the tree. Empty when none fits.
 */
export function startedBy(
  server: NodeFact,
  sources: readonly SourceServer[],
  packages: readonly PackageFacts[],
): readonly SourceServer[] {
  const key = server.package ?? '';
  const exact = sources.filter(source => source.package !== undefined && source.package === key);
  if (exact.length > 0) return exact;
  if (key.startsWith('file:')) return byFile(key.slice('file:'.length), sources, packages);
  const named = /^(npm|pypi):(.+)$/.exec(key);
  if (!named) return [];
  const manifest = packages.find(
    item => item.ecosystem === named[1] && item.name !== undefined && same(item.name, named[2] ?? ''),
  );
  if (manifest) return nearest(manifest.dir, sources, packages);
  return named[1] === 'pypi' ? byModule(named[2] ?? '', sources) : [];
}

function same(a: string, b: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[._-]+/g, '-');
  return plain(a) === plain(b);
}

function byFile(
  path: string,
  sources: readonly SourceServer[],
  packages: readonly PackageFacts[],
): readonly SourceServer[] {
  const stem = path.replace(/\.[cm]?[jt]sx?$|\.py$/, '');
  const exact = sources.filter(source => source.file.replace(/\.[cm]?[jt]sx?$|\.py$/, '') === stem);
  if (exact.length > 0) return exact;
  const built = /^(?:(.*)\/)?(dist|build|out|lib|bin|\.build)(?:\/(.*))?$/.exec(stem);
  if (built) {
    const [, folder = '', , rest = ''] = built;
    const original = [`src/${rest}`, rest].map(part => (folder ? `${folder}/${part}` : part));
    const found = sources.filter(source => original.includes(source.file.replace(/\.[cm]?[jt]sx?$/, '')));
    return found.length > 0 ? found : nearest(folder, sources, packages);
  }
  if (path === '.' || !/\.\w{1,4}$/.test(path)) return nearest(path === '.' ? '' : path, sources, packages);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : undefined;
  return folder === undefined ? [] : nearest(folder, sources, packages);
}

/** Servers under a folder, without those that belong to a package of its own further down. */
function nearest(
  folder: string,
  sources: readonly SourceServer[],
  packages: readonly PackageFacts[],
): readonly SourceServer[] {
  const prefix = folder ? `${folder}/` : '';
  const inner = packages.map(item => item.dir).filter(dir => dir !== folder && dir.startsWith(prefix));
  const found = sources.filter(
    source => source.file.startsWith(prefix) && !inner.some(dir => source.file.startsWith(`${dir}/`)),
  );
  return found.filter(
    source => !/(^|\/)(tests?|__tests__|examples?|fixtures)\//.test(source.file.slice(prefix.length)),
  );
}

function byModule(name: string, sources: readonly SourceServer[]): readonly SourceServer[] {
  const module = name.replace(/-/g, '_');
  return sources.filter(source => {
    const parts = source.file.split('/');
    return parts.includes(module) || parts.at(-1) === `${module}.py`;
  });
}
