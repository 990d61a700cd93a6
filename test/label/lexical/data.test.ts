import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownRows } from '../../../bench/labels/load.ts';
import { concepts } from '../../../src/label/lexical/data/concepts.ts';
import { expectations } from '../../../src/label/lexical/data/expectations.ts';
import { parameters } from '../../../src/label/lexical/data/parameters.ts';
import { verbs } from '../../../src/label/lexical/data/verbs.ts';
import { featuresOf } from '../../../src/label/lexical/features.ts';
import { labelIds } from '../../../src/model/vocabulary.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const file = `${root}src/label/lexical/data/weights.json`;
const weights: { labels: string[]; intercepts: number[]; weights: Record<string, number[]> } = JSON.parse(
  readFileSync(file, 'utf8'),
);

describe('word lists', () => {
  it.each(Object.entries({ concepts, parameters, verbs }))(
    '%s hold plain words, each once per line',
    (_, lists) => {
      for (const line of Object.values(lists)) {
        const words = line.split(' ');
        expect(words.filter(word => !/^[a-z0-9_\p{Lo}ー]+$/u.test(word))).toEqual([]);
        expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
      }
    },
  );

  it('has an expectation for every domain, in known letters', () => {
    expect(Object.keys(expectations).sort()).toEqual(Object.keys(concepts).sort());
    for (const row of Object.values(expectations))
      for (const letters of Object.values(row)) expect(letters).toMatch(/^[USXDEusxde]*$/);
  });
});

describe('weights', () => {
  it('speak of every label', () => {
    expect([...weights.labels].sort()).toEqual([...labelIds].sort());
    expect(weights.intercepts).toHaveLength(labelIds.length);
    for (const row of Object.values(weights.weights)) expect(row).toHaveLength(labelIds.length);
  });

  it('fit the features that are computed today', () => {
    const own = ownRows(root, true);
    const counted = own.filter(
      ({ tool }) => [...featuresOf(tool).keys()].filter(key => key in weights.weights).length >= 5,
    );
    expect(counted.length / own.length).toBeGreaterThan(0.95);
  });

  it('stay small', () => {
    expect(readFileSync(file).length).toBeLessThan(400_000);
  });
});
