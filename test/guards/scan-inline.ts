import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scan } from '../../src/main.ts';
import type { Report } from '../../src/model/report.ts';

/** A project as paths and texts. */
export type Files = { readonly [path: string]: string };

/** Scans a project that lives only for the time of the scan. */
export async function scanInline(files: Files): Promise<Report> {
  const root = mkdtempSync(join(tmpdir(), 'trefoil-inline-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return (await scan(root, 'test', { cache: false })).report;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Open trifectas as `source + source > sink`, by the names of the nodes. */
export function openTrifectas({ nodes, chains }: Report): readonly string[] {
  const names = new Map(nodes.map(node => [node.id, node.name]));
  const name = (id: string | undefined) => names.get(id ?? '') ?? '-';
  return chains
    .filter(chain => chain.status === 'open' && chain.rule.startsWith('lethal'))
    .map(chain => `${name(chain.untrusted)} + ${name(chain.sensitive)} > ${name(chain.sink)}`)
    .sort();
}
