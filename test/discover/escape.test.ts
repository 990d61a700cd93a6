import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Discovery, discover } from '../../src/discover/index.ts';

const secret = 'OUTSIDE-THE-ROOT';
let base = '';
let root = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'trefoil-escape-'));
  root = join(base, 'root');
  mkdirSync(root);
  mkdirSync(join(base, 'outside'));
  writeFileSync(join(base, 'outside/.mcp.json'), secret);
  writeFileSync(join(base, 'secret.json'), secret);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const git = (...args: readonly string[]): void => {
  const { status, stderr } = spawnSync('git', [...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};
const hasGit = spawnSync('git', ['--version']).status === 0;

/** Nothing listed gives the text that lies outside. */
function expectNoEscape(tree: Discovery): void {
  const texts = tree.files.map(({ path }) => tree.read(path));
  expect(texts.filter(text => typeof text === 'string' && text.includes(secret))).toEqual([]);
}

describe('links out of the root', () => {
  it.skipIf(!hasGit)('behind a tracked path: git still lists what lay there before', () => {
    git('init', '-q');
    mkdirSync(join(root, 'conf'));
    writeFileSync(join(root, 'conf/.mcp.json'), '{}');
    git('add', '-A');
    rmSync(join(root, 'conf'), { recursive: true });
    symlinkSync(join(base, 'outside'), join(root, 'conf'));
    const tree = discover(root);
    expectNoEscape(tree);
    expect(tree.gaps.map(({ reason, location }) => [reason, location?.file])).toContainEqual([
      'link-outside-root',
      'conf',
    ]);
  });

  it.skipIf(!hasGit)('in an index that names a path above the root', () => {
    git('init', '-q');
    // Of the same length as the path to forge, so that the index stays well-formed but for its checksum.
    writeFileSync(join(root, 'aa_secret.json'), '{}');
    git('add', '-A');
    const index = readFileSync(join(root, '.git/index'));
    const at = index.indexOf('aa_secret.json');
    index.write('../secret.json', at, 'latin1');
    const body = index.subarray(0, -20);
    writeFileSync(join(root, '.git/index'), Buffer.concat([body, createHash('sha1').update(body).digest()]));
    rmSync(join(root, 'aa_secret.json'));
    const tree = discover(root);
    expectNoEscape(tree);
    expect(tree.files.filter(({ path }) => path.includes('..'))).toEqual([]);
  });

  it('of files and folders, without git', () => {
    symlinkSync(join(base, 'secret.json'), join(root, 'settings.json'));
    symlinkSync(join(base, 'outside'), join(root, 'conf'));
    const tree = discover(root);
    expectNoEscape(tree);
    expect(tree.gaps.map(({ location }) => location?.file)).toEqual(['conf', 'settings.json']);
  });

  it('that lead round in circles', () => {
    mkdirSync(join(root, 'a/b'), { recursive: true });
    writeFileSync(join(root, 'a/x.json'), '{}');
    symlinkSync(root, join(root, 'a/b/up'));
    symlinkSync(join(root, 'a'), join(root, 'again'));
    symlinkSync(join(root, 'loop2'), join(root, 'loop1'));
    symlinkSync(join(root, 'loop1'), join(root, 'loop2'));
    const paths = discover(root).files.map(({ path }) => path);
    expect(paths).toContain('a/x.json');
    expect(paths.length).toBeLessThan(5);
  });

  it('made between listing and reading', () => {
    mkdirSync(join(root, 'conf'));
    writeFileSync(join(root, 'conf/.mcp.json'), '{}');
    const tree = discover(root);
    renameSync(join(root, 'conf'), join(root, 'old'));
    symlinkSync(join(base, 'outside'), join(root, 'conf'));
    expectNoEscape(tree);
  });
});

describe('a repository that wants to run something', () => {
  it.skipIf(!hasGit || process.platform === 'win32')('by its git configuration: nothing runs', () => {
    git('init', '-q');
    const proof = join(base, 'proof');
    const script = join(base, 'run.sh');
    writeFileSync(script, `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 });
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.editor',
      'core.sshCommand',
      'diff.external',
      'core.askPass',
    ])
      git('config', key, script);
    git('config', 'alias.ls-files', `!${script}`);
    git('config', 'filter.x.clean', script);
    git('config', 'core.hooksPath', base);
    writeFileSync(join(base, 'post-index-change'), `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 });
    writeFileSync(join(root, '.gitattributes'), '* filter=x\n');
    writeFileSync(join(root, 'a.json'), '{}');
    expect(discover(root).files.map(({ path }) => path)).toContain('a.json');
    expect(() => readFileSync(proof)).toThrow(/ENOENT/);
  });
});
