import { readdir, readFile } from 'node:fs/promises';
import type { RuleHelp } from '../report/rule-help.ts';

/** Pages lie in `dist/rules` when built and beside the audits in the source tree. */
const places = ['./rules/', '../audits/'];

/** Every rule with a page, sorted by id. The title is the page's first heading. */
export async function readRules(): Promise<readonly RuleHelp[]> {
  for (const place of places) {
    const folder = new URL(place, import.meta.url);
    const names = await readdir(folder).catch((): string[] => []);
    const files = names.filter(name => name.endsWith('.md') && name !== 'README.md').sort();
    if (files.length > 0) return Promise.all(files.map(name => readRule(name, folder)));
  }
  return [];
}

async function readRule(name: string, folder: URL): Promise<RuleHelp> {
  const page = await readFile(new URL(name, folder), 'utf8');
  const id = name.slice(0, -'.md'.length);
  return { id, title: /^# +(.+)$/m.exec(page)?.[1]?.trim() ?? id, page };
}
