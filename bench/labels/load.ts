import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, rowsOfJsonl, rowsOfText } from './rows.ts';

/** Files of tools labelled by others; not part of this repository. */
const listings = ['tools-dev.jsonl', 'tools-npm-dev.jsonl'];

/** Our own rows that were written after looking at errors on the listings: they would flatter a measurement. */
const late = /^after-/;

/** Our own labelled tools; `all` adds the rows that only a product may be trained on, not a measurement. */
export function ownRows(root: string, all: boolean): readonly Row[] {
  const folder = join(root, 'bench/labels/own-tools');
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt') && (all || !late.test(name)))
    .sort()
    .flatMap(name => rowsOfText(readFileSync(join(folder, name), 'utf8')));
}

/** Tools labelled by others, from a data folder beside the repository; empty where it is absent. */
export function sharedRows(folder: string): readonly Row[] {
  return listings
    .map(name => join(folder, name))
    .filter(path => existsSync(path))
    .flatMap(path => rowsOfJsonl(readFileSync(path, 'utf8')));
}
