#!/usr/bin/env node
/**
 * Fills the generated blocks of README.md from the built program: help text, a real scan, coverage of the analyzers.
 * A block is `<!-- generated: NAME -->` … `<!-- end -->`. `--check` writes nothing and fails when one is not current.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = 'samples/support-agent-ts/vulnerable';

const blocks = {
  help: () => fenced(run('scan', '--help')),
  scan: () => fenced(`$ trefoil scan ${sample}\n${run('scan', sample, '--no-cache')}`),
  coverage: () =>
    [
      '| analyzer | reads |',
      '| --- | --- |',
      ...readdirSync(`${root}analyzers`).filter(isAnalyzer).sort().map(row),
    ].join('\n'),
};

function run(...args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (status === 2 || status === null) throw new Error(`trefoil ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}

function fenced(text) {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}

function isAnalyzer(name) {
  return !name.startsWith('_') && !name.includes('.');
}

/** First heading and first paragraph of an analyzer's page. */
function row(id) {
  const page = readFileSync(`${root}analyzers/${id}/README.md`, 'utf8');
  const title = /^# +(.+)$/m.exec(page)?.[1] ?? id;
  const paragraph =
    page.split(/\n\s*\n/).find(part => part.trim() && !part.trimStart().startsWith('#')) ?? '';
  return `| [${title}](analyzers/${id}/README.md) | ${paragraph.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()} |`;
}

const before = readFileSync(`${root}README.md`, 'utf8');
const after = before.replace(
  /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
  (_, open, name, close) => {
    const make = blocks[name];
    if (!make) throw new Error(`README.md has an unknown block: ${name}`);
    return `${open}${make()}\n${close}`;
  },
);

if (process.argv.includes('--check') && before !== after) {
  console.error('README.md is not current: run npm run build && npm run readme');
  process.exitCode = 1;
} else if (before !== after) {
  writeFileSync(`${root}README.md`, after);
}
