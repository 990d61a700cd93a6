import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, rowsOfJsonl, rowsOfText } from './rows.ts';

/** Files of tools labelled by others; not part of this repository. */
const listings = ['tools-dev.jsonl', 'tools-npm-dev.jsonl'];

/** Our own labelled tools. */
export function ownRows(root: string): readonly Row[] {
  const folder = join(root, 'bench/labels/own-tools');
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
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
