import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { scan } from '../src/main.ts';
import { type ExpectedPair, highestOf, judgeFixed, judgeVulnerable } from './judge-incident.mjs';

/**
 * Scans both variants of every incident pair and prints a table: what fires in the vulnerable one, what is left in the fixed
 * one. `--markdown` prints a table for a page; other arguments are beginnings of names. Exit code 1 when a side is not as
 * expected.
 */
const folder = join(process.cwd(), 'test/incidents');
const prefixes = process.argv.slice(2).filter(word => !word.startsWith('--'));
const markdown = process.argv.includes('--markdown');

interface Row {
  readonly pair: string;
  readonly format: string;
  readonly wanted: string;
  readonly fires: string;
  readonly fixed: string;
  readonly problems: readonly string[];
}

const reportOf = async (directory: string) =>
  (await scan(directory, 'incidents', { cache: false, jobs: 1 })).report;

async function rowOf(pair: string): Promise<Row> {
  const expected = parse(readFileSync(join(folder, pair, 'expected.yml'), 'utf8')) as ExpectedPair;
  const vulnerable = await reportOf(join(folder, pair, 'vulnerable'));
  const fixed = await reportOf(join(folder, pair, 'fixed'));
  const wanted = expected.fires.map(({ rule, untrusted, sensitive, sink }) =>
    [rule, [untrusted, sensitive].filter(Boolean).join(' + '), sink && `> ${sink}`].filter(Boolean).join(' '),
  );
  return {
    pair,
    format: expected.format,
    wanted: [...wanted, ...(expected.findings ?? [])].join('; '),
    fires: highestOf(vulnerable, expected),
    fixed: highestOf(fixed, expected),
    problems: [...judgeVulnerable(vulnerable, expected), ...judgeFixed(fixed, expected)],
  };
}

const names = readdirSync(folder)
  .filter(name => existsSync(join(folder, name, 'expected.yml')))
  .filter(name => prefixes.length === 0 || prefixes.some(prefix => name.startsWith(prefix)))
  .sort();
const rows: Row[] = [];
for (const name of names) rows.push(await rowOf(name));

const agrees = (row: Row) => (row.problems.length === 0 ? 'yes' : `NO: ${row.problems.join('; ')}`);
const columns = ['pair', 'format', 'fires', 'fixed'] as const;
const width = (key: (typeof columns)[number]) => Math.max(key.length, ...rows.map(row => row[key].length));
if (markdown) {
  console.log(
    '| pair | format | must fire | vulnerable | fixed | agrees |\n| --- | --- | --- | --- | --- | --- |',
  );
  for (const row of rows)
    console.log(
      `| ${row.pair} | ${row.format} | ${row.wanted} | ${row.fires} | ${row.fixed} | ${agrees(row)} |`,
    );
} else {
  console.log(`${columns.map(key => key.padEnd(width(key))).join('  ')}  agrees`);
  for (const row of rows)
    console.log(`${columns.map(key => row[key].padEnd(width(key))).join('  ')}  ${agrees(row)}`);
}
const right = rows.filter(row => row.problems.length === 0).length;
const formats = new Set(rows.map(row => row.format)).size;
console.log(`\n${right} of ${rows.length} pairs agree on both sides, in ${formats} formats`);
process.exitCode = right === rows.length ? 0 : 1;
