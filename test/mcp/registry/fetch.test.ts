import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { create, Header } from 'tar';
import { afterAll, describe, expect, it } from 'vitest';
import { unpackTar, unpackZip } from '../../../src/mcp/registry/archive.ts';
import { fetchPackage, type Registries } from '../../../src/mcp/registry/fetch-package.ts';
import { npmSettings } from '../../../src/mcp/registry/npm-settings.ts';
import { folderWith } from '../home-files.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trefoil-registry-'));
  made.push(folder);
  return folder;
}

async function tarball(files: { readonly [path: string]: string }): Promise<Uint8Array> {
  const root = folderWith(files);
  made.push(root);
  const file = join(scratch(), 'x.tgz');
  await create({ gzip: true, file, cwd: root, portable: true }, ['package']);
  return readFileSync(file);
}

/** A tar archive of entries with any paths and types. */
function rawTar(
  entries: readonly { path: string; text: string; type?: 'File' | 'SymbolicLink' }[],
): Uint8Array {
  const blocks = entries.flatMap(({ path, text, type }) => {
    const body = Buffer.from(type === 'SymbolicLink' ? '' : text);
    const header = new Header({
      path,
      size: body.length,
      mode: 0o644,
      type: type ?? 'File',
      ...(type === 'SymbolicLink' && { linkpath: text }),
    });
    header.encode();
    const padded = Buffer.alloc(Math.ceil(body.length / 512) * 512);
    body.copy(padded);
    return [header.block ?? Buffer.alloc(512), padded];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** Registries that answer from a table and note what was asked. */
function registries(
  pages: { readonly [url: string]: string | Uint8Array },
  asked: string[] = [],
): Registries {
  return {
    web: async url => {
      asked.push(url);
      const page = pages[url];
      return page === undefined
        ? new Response('no', { status: 404 })
        : new Response(typeof page === 'string' ? page : new Uint8Array(page));
    },
    npm: npmSettings('', {}),
    pypi: 'https://index.example/simple/',
    cache: scratch(),
  };
}

const sum512 = (bytes: Uint8Array) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

function packument(name: string, version: string, integrity: string | undefined) {
  const tarballUrl = `https://registry.npmjs.org/${name}/-/x-${version}.tgz`;
  const dist = { tarball: tarballUrl, ...(integrity && { integrity }) };
  return {
    [`https://registry.npmjs.org/${name}`]: JSON.stringify({
      'dist-tags': { latest: version },
      versions: { '0.9.0': { dist: {} }, [version]: { dist } },
    }),
  };
}

describe('npm', () => {
  const marker = join(tmpdir(), `trefoil-ran-${process.pid}`);

  it('keeps the files of an archive that is what the registry says, and runs nothing', async () => {
    const bytes = await tarball({
      'package/package.json': JSON.stringify({
        name: 'acme-mcp',
        version: '1.0.0',
        scripts: { postinstall: `touch ${marker}` },
      }),
      'package/index.js': 'module.exports = 1;',
    });
    const asked: string[] = [];
    const found = await fetchPackage(
      { ecosystem: 'npm', name: 'acme-mcp', version: '^1.0.0' },
      registries(
        {
          ...packument('acme-mcp', '1.0.0', sum512(bytes)),
          'https://registry.npmjs.org/acme-mcp/-/x-1.0.0.tgz': bytes,
        },
        asked,
      ),
    );
    if (typeof found === 'string') throw new Error(found);
    expect(found).toMatchObject({ version: '1.0.0', origin: 'npm registry, checked' });
    expect(readFileSync(join(found.root, found.folder, 'index.js'), 'utf8')).toBe('module.exports = 1;');
    expect(existsSync(marker)).toBe(false);
    expect(asked.every(url => url.startsWith('https://registry.npmjs.org/acme-mcp'))).toBe(true);
  });

  it.each([
    ['sha512-AAAA', 'is not the one the registry names'],
    [undefined, 'states no sha512'],
  ])('refuses an archive with the sum %s', async (sum, why) => {
    const bytes = await tarball({ 'package/package.json': '{"name":"acme-mcp"}' });
    const all = registries({
      ...packument('acme-mcp', '1.0.0', sum),
      'https://registry.npmjs.org/acme-mcp/-/x-1.0.0.tgz': bytes,
    });
    expect(await fetchPackage({ ecosystem: 'npm', name: 'acme-mcp' }, all)).toContain(why);
    expect(existsSync(join(all.cache, 'packages'))).toBe(false);
  });

  it('says that a release or a package does not exist', async () => {
    const pages = packument('acme-mcp', '1.0.0', 'sha512-x');
    const wanted = { ecosystem: 'npm', name: 'acme-mcp', version: '7.0.0' } as const;
    expect(await fetchPackage(wanted, registries(pages))).toContain('no release 7.0.0');
    expect(await fetchPackage({ ecosystem: 'npm', name: 'other' }, registries({}))).toContain('answers 404');
  });

  it("follows the user's npm configuration", () => {
    const settings = npmSettings(
      [
        'registry=https://mirror.example/npm',
        '@acme:registry=https://acme.example/',
        `//acme.example/:_authToken=${'${'}TOKEN}`,
      ].join('\n'),
      { TOKEN: 't0' },
    );
    expect(settings.registryOf('x')).toBe('https://mirror.example/npm/');
    expect(settings.registryOf('@acme/x')).toBe('https://acme.example/');
    expect(settings.headersOf('https://acme.example/@acme%2fx')).toEqual({ authorization: 'Bearer t0' });
    expect(settings.headersOf('https://mirror.example/npm/x')).toEqual({});
    expect(settings.headersOf('https://acme.example.evil.example/x')).toEqual({});
  });

  it('speaks to nobody unencrypted', async () => {
    const asked: string[] = [];
    const all = { ...registries({}, asked), npm: npmSettings('registry=http://mirror.example/', {}) };
    expect(await fetchPackage({ ecosystem: 'npm', name: 'x' }, all)).toContain('not an https address');
    expect(asked).toEqual([]);
  });
});

describe('PyPI', () => {
  const wheel = zipSync({
    'acme_mcp/server.py': strToU8('x = 1\n'),
    'acme_mcp-1.0.dist-info/METADATA': strToU8('Name: acme-mcp\n'),
  });
  const index = (sha256: string) => ({
    'https://index.example/simple/acme-mcp/': JSON.stringify({
      files: [
        { filename: 'acme_mcp-1.0-py3-none-any.whl', url: 'https://files.example/a.whl', hashes: { sha256 } },
        {
          filename: 'acme_mcp-2.0rc1-py3-none-any.whl',
          url: 'https://files.example/b.whl',
          hashes: { sha256 },
        },
        {
          filename: 'acme_mcp-3.0-py3-none-any.whl',
          url: 'https://files.example/c.whl',
          hashes: { sha256 },
          yanked: 'bad',
        },
      ],
    }),
    'https://files.example/a.whl': wheel,
  });

  it('takes the newest release that is no test and not withdrawn', async () => {
    const sum = createHash('sha256').update(wheel).digest('hex');
    const found = await fetchPackage({ ecosystem: 'pypi', name: 'Acme_MCP' }, registries(index(sum)));
    if (typeof found === 'string') throw new Error(found);
    expect(found.version).toBe('1.0');
    expect(readFileSync(join(found.root, 'acme_mcp/server.py'), 'utf8')).toBe('x = 1\n');
  });

  it('refuses a file with another sum', async () => {
    const found = await fetchPackage({ ecosystem: 'pypi', name: 'acme-mcp' }, registries(index('00')));
    expect(found).toContain('is not the file the index names');
  });
});

describe('archives', () => {
  it('leaves out what climbs, is absolute, or is a link', async () => {
    const files = await unpackTar(
      rawTar([
        { path: 'package/../../evil.js', text: 'x' },
        { path: '/etc/evil.js', text: 'x' },
        { path: 'package/link.js', text: '/etc/passwd', type: 'SymbolicLink' },
        { path: 'package/ok.js', text: 'ok' },
      ]),
    );
    expect(typeof files === 'string' ? files : [...files.keys()]).toEqual(['package/ok.js']);
  });

  it('stops at the limits', async () => {
    const many = rawTar(Array.from({ length: 30 }, (_, i) => ({ path: `p/${i}.js`, text: 'x'.repeat(100) })));
    const small = { entries: 10, fileBytes: 1_000, totalBytes: 10_000 };
    expect(await unpackTar(many, small)).toContain('more than 10 entries');
    expect(await unpackTar(many, { ...small, entries: 100, totalBytes: 1_000 })).toContain(
      'more than 1000 bytes',
    );
    const bomb = zipSync({ 'a.py': new Uint8Array(5_000_000) });
    expect(unpackZip(bomb, { entries: 10, fileBytes: 1e9, totalBytes: 1_000_000 })).toContain(
      'more than 1000000',
    );
    expect(await unpackTar(strToU8('this is no archive at all'))).toEqual(expect.anything());
    expect(unpackZip(strToU8('neither is this'))).toEqual(expect.anything());
  });
});
