import semver from 'semver';
import { download, downloadJson, type Web } from './http.ts';
import type { NpmSettings } from './npm-settings.ts';

/** One release in the registry. */
export interface NpmRelease {
  readonly version: string;
  readonly tarball: string;
  /** `sha512-...` as the registry states it. */
  readonly integrity: string;
}

const maxIndex = 60_000_000;
const maxTarball = 80_000_000;
const accept = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8';

/** The release that a version, range or tag means today. */
export async function npmRelease(
  web: Web,
  settings: NpmSettings,
  name: string,
  wanted: string | undefined,
): Promise<NpmRelease | string> {
  const registry = settings.registryOf(name);
  const url = `${registry}${name.replace('/', '%2f')}`;
  const answer = await downloadJson(web, url, {
    maxBytes: maxIndex,
    headers: { accept, ...settings.headersOf(url) },
  });
  if (typeof answer === 'string') return answer;
  const versions = record(record(answer.value)?.versions) ?? {};
  const tags = record(record(answer.value)?.['dist-tags']) ?? {};
  const version = chosen(Object.keys(versions), tags, wanted);
  if (version === undefined) return `there is no release ${wanted ?? 'latest'} of it`;
  const dist = record(record(versions[version])?.dist);
  const { tarball, integrity } = dist ?? {};
  if (typeof tarball !== 'string') return `release ${version} has no archive`;
  const sums = typeof integrity === 'string' ? integrity.split(/\s+/) : [];
  const strong = sums.find(sum => sum.startsWith('sha512-'));
  if (strong === undefined) return `the registry states no sha512 of release ${version}`;
  return { version, tarball: onRegistry(tarball, registry), integrity: strong };
}

/** The archive of a release; a sentence when it is not what the registry says. */
export async function npmArchive(
  web: Web,
  settings: NpmSettings,
  { tarball, integrity, version }: NpmRelease,
): Promise<Uint8Array | string> {
  const bytes = await download(web, tarball, { maxBytes: maxTarball, headers: settings.headersOf(tarball) });
  if (typeof bytes === 'string') return bytes;
  const sum = Buffer.from(await crypto.subtle.digest('SHA-512', new Uint8Array(bytes))).toString('base64');
  return `sha512-${sum}` === integrity
    ? bytes
    : `the archive of ${version} is not the one the registry names`;
}

function chosen(
  versions: readonly string[],
  tags: { readonly [tag: string]: unknown },
  wanted = 'latest',
): string | undefined {
  const plain = wanted.replace(/^[v=]\s*/, '');
  if (versions.includes(plain)) return plain;
  const tagged = Object.hasOwn(tags, wanted) ? tags[wanted] : undefined;
  if (typeof tagged === 'string' && versions.includes(tagged)) return tagged;
  const range = semver.validRange(wanted);
  return (range === null ? undefined : semver.maxSatisfying([...versions], range)) ?? undefined;
}

/** A mirror often repeats the public address of archives; npm asks the mirror all the same. */
function onRegistry(tarball: string, registry: string): string {
  return tarball.replace(/^https?:\/\/registry\.npmjs\.org\//, registry);
}

function record(value: unknown): { readonly [key: string]: unknown } | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: unknown })
    : undefined;
}
