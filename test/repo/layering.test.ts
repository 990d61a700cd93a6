import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const config = join(root, '.dependency-cruiser.mjs');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Violations by rule name; `folder` is the tree to look at. */
function violations(folder: string, parts: readonly string[]): readonly string[] {
  const args = [cruiser, '--config', config, '--output-type', 'json', ...parts];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: readonly { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

/** A tree with the given files, under the project's own compiler settings. */
function plant(files: { readonly [path: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'trefoil-layers-'));
  folders.push(folder);
  for (const [path, text] of Object.entries({ 'tsconfig.json': '{}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('layering', () => {
  it('holds in this tree', () => {
    expect(violations(root, ['src', 'analyzers'])).toEqual([]);
  });

  it.each([
    [
      'analyzer-is-an-island',
      'analyzers/one/index.ts',
      "import '../two/index.ts';",
      'analyzers/two/index.ts',
    ],
    [
      'analyzer-is-an-island',
      'analyzers/one/index.ts',
      "import '../../src/report/text.ts';",
      'src/report/text.ts',
    ],
    ['model-imports-nothing', 'src/model/a.ts', "import '../flow/b.ts';", 'src/flow/b.ts'],
    ['report-reads-the-report', 'src/report/a.ts', "import '../catalog/b.ts';", 'src/catalog/b.ts'],
    ['audits-ask-the-flow', 'src/audits/a.ts', "import '../catalog/b.ts';", 'src/catalog/b.ts'],
    ['shells-are-leaves', 'src/flow/a.ts', "import '../cli/b.ts';", 'src/cli/b.ts'],
  ])('%s is noticed when %s breaks it', (rule, from, text, to) => {
    const folder = plant({ [from]: text, [to]: 'export {};' });
    expect(
      violations(
        folder,
        ['src', 'analyzers'].filter(part => from.startsWith(part) || to.startsWith(part)),
      ),
    ).toContain(`${rule}: ${from} -> ${to}`);
  });

  it('notices a stage that opens files, and Node in browser code', () => {
    const folder = plant({ 'src/link/a.ts': "import 'node:fs';", 'src/flow/b.ts': "import 'node:path';" });
    const found = violations(folder, ['src']).join('\n');
    expect(found).toMatch(/files-are-read-at-the-edges: src\/link\/a.ts/);
    expect(found).toMatch(/browser-code-needs-no-node: src\/flow\/b.ts/);
  });
});
