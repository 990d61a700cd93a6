import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cases } from './cases/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}docs/credit.md`, 'utf8');

interface Row {
  readonly about: string;
  readonly pairs: string;
}

const rows: readonly Row[] = page
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
  .filter(cells => cells.length === 5 && cells[1] !== 'about' && !/^-+$/.test(cells[1] ?? ''))
  .map(([, about = '', , pairs = '']) => ({ about, pairs }));

const named = ({ pairs }: Row) => [...pairs.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

describe('the table of credits', () => {
  it('has each of the sixteen rules, and every row once', () => {
    const abouts = rows.map(({ about }) => about);
    for (let rule = 1; rule <= 16; rule++) expect(abouts).toContain(`rule ${rule}`);
    expect(new Set(abouts).size).toBe(abouts.length);
  });

  it('names every pair of whole projects in the row it is about', () => {
    for (const { about, name } of cases)
      expect(rows.find(row => row.about === about)?.pairs, `${about}: ${name}`).toContain(name);
    const texts = cases.map(({ about, name }) => `${about}: ${name}`);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('has no row without a pair that is run', () => {
    for (const row of rows) {
      const own = cases.filter(({ about }) => about === row.about);
      const places = named(row);
      expect(own.length + places.length, row.about).toBeGreaterThan(0);
      for (const place of places) {
        const path = place.includes('/') ? place : `test/incidents/${place}/expected.yml`;
        expect(existsSync(`${root}${path}`), path).toBe(true);
      }
    }
  });
});
