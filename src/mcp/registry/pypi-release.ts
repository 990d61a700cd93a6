import semver from 'semver';
import { plainName } from '../packages/spec.ts';
import { download, downloadJson, type Web } from './http.ts';

/** One file of a release of a Python package. */
export interface PypiFile {
  readonly filename: string;
  readonly version: string;
  readonly url: string;
  readonly sha256: string;
}

const publicIndex = 'https://pypi.org/simple/';
const maxIndex = 30_000_000;
const maxArchive = 120_000_000;
const accept = 'application/vnd.pypi.simple.v1+json';

/** The index the user has configured for pip or uv. */
export function pypiIndex(env: { readonly [name: string]: string | undefined }): string {
  const url = env.UV_DEFAULT_INDEX || env.UV_INDEX_URL || env.PIP_INDEX_URL || publicIndex;
  return url.endsWith('/') ? url : `${url}/`;
}

/** The file of a release to read: a wheel for any platform, another wheel, else the source archive. */
export async function pypiFile(
  web: Web,
  index: string,
  name: string,
  wanted: string | undefined,
): Promise<PypiFile | string> {
  const url = `${index}${plainName(name)}/`;
  const answer = await downloadJson(web, url, { maxBytes: maxIndex, headers: { accept } });
  if (typeof answer === 'string') return answer;
  const listed = (answer.value as { readonly files?: unknown } | null)?.files;
  if (!Array.isArray(listed)) return 'the index answers with no list of files';
  const files = listed.flatMap((item: unknown) => fileOf(item, url));
  const version = chosen([...new Set(files.map(file => file.version))], wanted);
  const fitting = files.filter(file => file.version === version);
  const [best] = fitting.sort((a, b) => rank(a.filename) - rank(b.filename));
  return best ?? `there is no release ${wanted ?? 'of any version'} with a sha256`;
}

/** The bytes of the file; a sentence when they are not what the index says. */
export async function pypiArchive(web: Web, file: PypiFile): Promise<Uint8Array | string> {
  const bytes = await download(web, file.url, { maxBytes: maxArchive });
  if (typeof bytes === 'string') return bytes;
  const sum = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');
  return sum === file.sha256 ? bytes : `${file.filename} is not the file the index names`;
}

function fileOf(item: unknown, base: string): readonly PypiFile[] {
  if (typeof item !== 'object' || item === null) return [];
  const { filename, url, hashes, yanked } = item as { readonly [key: string]: unknown };
  if (typeof filename !== 'string' || typeof url !== 'string' || (yanked ?? false) !== false) return [];
  const sha256 = (hashes as { readonly sha256?: unknown } | undefined)?.sha256;
  const version =
    /^[^-]+-([^-]+)(?:-[^-]+)?-[^-]+-[^-]+-[^-]+\.whl$/.exec(filename)?.[1] ??
    /-([^-]+)\.(?:tar\.gz|tgz|zip)$/.exec(filename)?.[1];
  if (typeof sha256 !== 'string' || version === undefined || !URL.canParse(url, base)) return [];
  return [{ filename, version, url: new URL(url, base).href, sha256: sha256.toLowerCase() }];
}

function rank(filename: string): number {
  if (/-none-any\.whl$/.test(filename)) return 0;
  if (/\.whl$/.test(filename)) return /linux/.test(filename) ? 1 : 2;
  return /\.(?:tar\.gz|tgz)$/.test(filename) ? 3 : 4;
}

/** The asked version, else the newest that fits and is no test release. */
function chosen(versions: readonly string[], wanted: string | undefined): string | undefined {
  if (wanted !== undefined && versions.includes(wanted)) return wanted;
  const range =
    wanted === undefined || wanted === 'latest' ? '*' : wanted.replace(/~=/g, '~').replace(/,/g, ' ');
  const sorted = [...versions].sort((a, b) => compare(b, a));
  const stable = sorted.filter(version => !/[a-z]/i.test(version.replace(/\.?post\d+$/i, '')));
  const options = stable.length > 0 ? stable : sorted;
  return options.find(version => {
    const plain = semver.coerce(version);
    return plain !== null && (semver.validRange(range) === null ? false : semver.satisfies(plain, range));
  });
}

function compare(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).slice(0, 8).map(Number);
}
