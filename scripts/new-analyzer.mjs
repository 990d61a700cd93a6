#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
/**
 * Starts an analyzer: `npm run new-analyzer -- my-framework "My Framework" my_package`. Copies analyzers/_template into
 * a folder of its own, with a test, and renews the registry.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [id, title = id, module = id?.replaceAll('-', '_')] = process.argv.slice(2);
if (!id || !/^[a-z][a-z0-9-]{1,40}$/.test(id)) {
  console.error('usage: npm run new-analyzer -- <id in kebab-case> [title] [module]');
  process.exit(2);
}
const root = new URL('../', import.meta.url);
const folder = new URL(`analyzers/${id}/`, root);
if (existsSync(folder)) {
  console.error(`analyzers/${id} exists already`);
  process.exit(2);
}

const fill = text =>
  text
    .replaceAll('template-id', id)
    .replaceAll('Template title', title)
    .replaceAll('template_package', module)
    .replaceAll('template-package', module.replaceAll('_', '-'));

mkdirSync(folder, { recursive: true });
const template = new URL('analyzers/_template/', root);
for (const name of readdirSync(template)) {
  writeFileSync(new URL(name, folder), fill(readFileSync(new URL(name, template), 'utf8')));
}
const tests = new URL(`test/analyzers/${id}/`, root);
mkdirSync(tests, { recursive: true });
writeFileSync(
  new URL(`${id}.test.ts`, tests),
  `import { expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/${id}/index.ts';
import { factsOf, outline } from '../code/outline.ts';

it('sees nothing in nothing', async () => {
  expect(await factsOf(analyzer, { 'a.py': '' })).toEqual([]);
});

it('sees an agent with a tool', async () => {
  const text = 'from ${module} import Agent\\ndef look(key: str):\\n    return key\\nagent = Agent(name="desk", tools=[look])\\n';
  expect(outline(await factsOf(analyzer, { 'a.py': text }))).toEqual(['agent desk', 'desk uses look', 'tool look']);
});
`,
);
spawnSync(process.execPath, ['scripts/generate-registry.mjs'], { cwd: root, stdio: 'inherit' });
console.log(
  `analyzers/${id} and test/analyzers/${id} are there; docs/adding-an-analyzer.md says what is next`,
);
