import type { Project } from '../../src/resolve/project.ts';
import type { Value } from '../../src/resolve/value.ts';
import { isParameter, type ServerSite, serverObjects } from './servers.ts';

const aside =
  /(^|\/)(tests?|__tests__|spec|examples?|samples?|demos?|fixtures|docs?|evals?|benchmarks?)\/|\.(test|spec)\.[cm]?[jt]sx?$|(^|\/)(test_\w+|conftest)\.py$/;

/** Code beside the product: tests, examples, documentation. */
export function isAside(file: string): boolean {
  return aside.test(file);
}

/**
 * The servers an offer belongs to: those its receiver denotes; else, where the receiver could not be told, the ones
 * made nearest to it (same file, same package, nearest folder). Empty when there is none.
 */
export function homesOf(
  project: Project,
  sites: readonly ServerSite[],
  receiver: Value | undefined,
  file: string,
): readonly ServerSite[] {
  const refs = new Set(
    serverObjects(receiver)
      .filter(value => !isParameter(value))
      .map(value => project.ref(value)),
  );
  const named = sites.filter(site => [...site.refs].some(ref => refs.has(ref)));
  if (named.length > 0) return named;
  const candidates = sites.filter(
    site => isAside(site.at.file) === isAside(file) && sameLanguage(site.at.file, file),
  );
  const inFile = candidates.filter(site => site.at.file === file);
  if (inFile.length > 0) return inFile.slice(0, maxHomes);
  const dir = project.packageOf(file)?.dir;
  const inPackage =
    dir === undefined ? [] : candidates.filter(site => project.packageOf(site.at.file)?.dir === dir);
  const near = nearest(inPackage.length > 0 ? inPackage : dir === undefined ? candidates : [], file);
  return near.length <= maxHomes ? near : [];
}

const maxHomes = 4;

function sameLanguage(a: string, b: string): boolean {
  return a.endsWith('.py') === b.endsWith('.py');
}

function nearest(sites: readonly ServerSite[], file: string): readonly ServerSite[] {
  const shared = (site: ServerSite): number => {
    const mine = file.split('/');
    const other = site.at.file.split('/');
    let count = 0;
    while (count < mine.length - 1 && count < other.length - 1 && mine[count] === other[count]) count++;
    return count;
  };
  const most = Math.max(0, ...sites.map(shared));
  return sites.filter(site => shared(site) === most);
}
