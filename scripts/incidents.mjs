import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { highestOf, judgeFixed, judgeVulnerable } from './judge-incident.mjs';

/**
 * Scans both variants of every incident pair with the built command line and prints a table: what fires in the
 * vulnerable one, what is left in the fixed one. Exit code 1 when any side is not as expected. `--markdown` prints a table for
 * a page; `TREFOIL_CLI` names another build.
 */
const root = new URL('../', import.meta.url);
const cli = process.env.TREFOIL_CLI ? pathToFileURL(process.env.TREFOIL_CLI) : new URL('dist/cli.js', root);
const folder = new URL('test/incidents/', root);
if (!existsSync(cli)) {
  console.error('dist/cli.js is missing: run npm run build first');
  process.exit(2);
}

function scan(directory) {
  const args = [
    cli.pathname,
    'scan',
    directory.pathname,
    '--no-cache',
    '--quiet',
    '--fail-on',
    'never',
    '--format',
    'json',
  ];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 }));
}

const rows = [];
for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
  const place = new URL(`${entry.name}/`, folder);
  if (!entry.isDirectory() || !existsSync(new URL('expected.yml', place))) continue;
  const expected = parse(readFileSync(new URL('expected.yml', place), 'utf8'));
  const vulnerable = scan(new URL('vulnerable/', place));
  const fixed = scan(new URL('fixed/', place));
  rows.push({
    pair: entry.name,
    title: expected.title,
    format: expected.format,
    wanted: [
      ...expected.fires.map(({ rule, untrusted, sensitive, sink }) =>
        [rule, [untrusted, sensitive].filter(Boolean).join(' + '), sink && `> ${sink}`]
          .filter(Boolean)
          .join(' '),
      ),
      ...(expected.findings ?? []),
    ].join('; '),
    fires: highestOf(vulnerable, expected),
    fixed: highestOf(fixed, expected),
    problems: [...judgeVulnerable(vulnerable, expected), ...judgeFixed(fixed, expected)],
  });
}

const markdown = process.argv.includes('--markdown');
const agrees = row => (row.problems.length === 0 ? 'yes' : `NO: ${row.problems.join('; ')}`);
const width = key => Math.max(key.length, ...rows.map(row => row[key].length));
const columns = ['pair', 'format', 'fires', 'fixed'];
const line = row => columns.map(key => row[key].padEnd(width(key))).join('  ');
if (markdown) {
  console.log(
    '| pair | format | must fire | vulnerable | fixed | agrees |\n| --- | --- | --- | --- | --- | --- |',
  );
  for (const row of rows)
    console.log(
      `| ${row.pair} | ${row.format} | ${row.wanted} | ${row.fires} | ${row.fixed} | ${agrees(row)} |`,
    );
} else {
  console.log(`${line({ pair: 'pair', format: 'format', fires: 'fires', fixed: 'fixed' })}  agrees`);
  for (const row of rows) console.log(`${line(row)}  ${agrees(row)}`);
}
const right = rows.filter(row => row.problems.length === 0).length;
const formats = new Set(rows.map(row => row.format)).size;
console.log(`\n${right} of ${rows.length} pairs agree on both sides, in ${formats} formats`);
process.exit(right === rows.length ? 0 : 1);
