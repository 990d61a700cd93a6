import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBehavior } from '../../src/behavior/index.ts';
import { createCatalog } from '../../src/catalog/create-catalog.ts';
import { labelsOfCode } from '../../src/label/from-code.ts';
import { labelsOfWords } from '../../src/label/from-words.ts';
import { lexicalLabels } from '../../src/label/lexical/index.ts';
import { merge } from '../../src/label/merge.ts';
import { listingFacts } from '../../src/mcp/listing.ts';
import { readPackage } from '../../src/mcp/packages/package-view.ts';
import type { NodeFact } from '../../src/model/fact.ts';
import type { Label } from '../../src/model/label.ts';

/*
 * The same servers seen twice: labels from the source of an installed package against labels from its listing.
 * `node scripts/run-bundled.mjs bench/labels/two-views.ts LISTINGS INSTALLS OUT [SECONDS]`: LISTINGS holds one
 * `tools/list` answer per server as `NAME.json`, INSTALLS the installed package as `NAME/` whose package.json names it
 * as its first dependency; a reading of each server is kept in OUT, so that a run can be continued.
 */

const [listings, installs, out, seconds = '360'] = process.argv.slice(2);
if (!listings || !installs || !out) throw new Error('usage: two-views LISTINGS INSTALLS OUT [SECONDS]');
mkdirSync(out, { recursive: true });
const catalog = createCatalog();
const end = Date.now() + Number(seconds) * 1000;
const ids = ['untrusted-input', 'sensitive-data', 'external-sink', 'destructive-action'] as const;

interface ToolViews {
  readonly name: string;
  readonly description?: string;
  readonly listing: readonly Label[];
  readonly source: readonly Label[];
  readonly complete: boolean;
  readonly calls: number;
  readonly unknown: readonly string[];
  readonly at?: string;
}

for (const file of readdirSync(listings).sort()) {
  const name = file.replace(/\.json$/, '');
  if (existsSync(join(out, file)) || !existsSync(join(installs, name)) || Date.now() > end) continue;
  const began = Date.now();
  const views = await viewsOf(name);
  writeFileSync(join(out, file), JSON.stringify(views));
  console.log(name, views.length, `${Date.now() - began} ms`);
}
report();
process.exit(0);

/** The tools of one server that are in the listing and whose handler was found in the package. */
async function viewsOf(name: string): Promise<readonly ToolViews[]> {
  const root = join(installs ?? '', name);
  const top = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [dependency = ''] = Object.keys(top.dependencies ?? {});
  const folder = `node_modules/${dependency}`;
  const { version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const copy = { ecosystem: 'npm' as const, name: dependency, version, root, folder, origin: 'installed' };
  const { view, project } = await readPackage(copy, false);
  if (!project) return [];
  const behavior = createBehavior(project, catalog);
  const facts = listingFacts('listing.json', readFileSync(join(listings ?? '', `${name}.json`), 'utf8'));
  const handlers = new Map(view.tools.map(tool => [tool.name, tool.handler]));
  return facts.flatMap((fact): readonly ToolViews[] => {
    if (fact.fact !== 'node' || fact.kind !== 'tool') return [];
    const handler = handlers.get(fact.name);
    const found = handler && behavior.of(handler);
    const words = labelsOfWords(fact, lexicalLabels);
    if (!found) return [];
    const typed = new Set(fact.parameters?.filter(isTyped).map(parameter => parameter.name));
    const code = labelsOfCode(found, { labels: words, isTyped: at => typed.has(at) }, catalog);
    const merged = merge({ fact, code, catalog: { labels: [], capabilities: [] }, words });
    return [
      {
        name: fact.name,
        ...(fact.description !== undefined && { description: fact.description.slice(0, 300) }),
        listing: words,
        source: merged.labels,
        complete: code.complete,
        calls: found.calls.length,
        unknown: found.unknown.map(call => call.name),
        at: `${found.at.file}:${found.at.line}`,
      },
    ];
  });
}

function isTyped(parameter: NonNullable<NodeFact['parameters']>[number]): boolean {
  return parameter.values !== undefined || /^(?:integer|number|boolean|enum)$/.test(parameter.type ?? '');
}

function report(): void {
  const all = readdirSync(out ?? '').map(file => ({
    server: file.replace(/\.json$/, ''),
    tools: JSON.parse(readFileSync(join(out ?? '', file), 'utf8')) as readonly ToolViews[],
  }));
  const seen = all.filter(one => one.tools.some(tool => tool.calls > 0));
  const tools = seen.flatMap(one => one.tools.filter(tool => tool.calls > 0 || tool.complete));
  console.log(
    `${all.length} servers read, ${seen.length} with followed handlers, ${tools.length} tools in both views`,
  );
  const has = (labels: readonly Label[], id: string): boolean =>
    labels.some(label => label.label === id && label.confidence >= 0.5);
  for (const id of ids) {
    const counts = { both: 0, source: 0, listing: 0, neither: 0 };
    for (const tool of tools) {
      const [a, b] = [has(tool.source, id), has(tool.listing, id)];
      counts[a ? (b ? 'both' : 'source') : b ? 'listing' : 'neither']++;
    }
    const agree = (counts.both + counts.neither) / Math.max(1, tools.length);
    console.log(
      `${id.padEnd(20)} both ${counts.both}, neither ${counts.neither}, source only ${counts.source}, listing only ${counts.listing}: ${(100 * agree).toFixed(1)} % agree`,
    );
  }
}
