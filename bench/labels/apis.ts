import { basename } from 'node:path';
import { analyzers } from '../../analyzers/index.ts';
import { createBehavior } from '../../src/behavior/index.ts';
import { createCatalog } from '../../src/catalog/create-catalog.ts';
import { readProgram } from '../../src/pipeline/read-program.ts';
import { runCodeAnalyzers } from '../../src/pipeline/run-analyzers.ts';

/*
 * What the bodies of tools call, over whole repositories: APIs the catalog knows and callees that are neither followed
 * nor known. `node scripts/run-bundled.mjs bench/labels/apis.ts FOLDER... [--tool NAME]`; with `--tool` what one tool
 * was read to do.
 */

const args = process.argv.slice(2);
const at = args.indexOf('--tool');
const wanted = at < 0 ? undefined : args[at + 1];
const folders = at < 0 ? args : args.slice(0, at);
const catalog = createCatalog();

for (const folder of folders) {
  const program = await readProgram(folder, analyzers, { jobs: 1 });
  const facts = [...program.configuration.facts, ...runCodeAnalyzers(analyzers, program.project)];
  const behavior = createBehavior(program.project, catalog);
  const known = new Set<string>();
  const unknown = new Map<string, Set<string>>();
  const seen = new Set<string>();
  let handlers = 0;
  for (const fact of facts) {
    if (fact.fact !== 'node' || fact.kind !== 'tool' || !fact.handler) continue;
    if (wanted !== undefined && fact.name !== wanted) continue;
    const key = `${fact.handler.file}:${fact.handler.line}:${fact.handler.column}:${fact.handler.context ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const found = behavior.of(fact.handler);
    if (!found) continue;
    handlers++;
    if (wanted !== undefined) console.log(JSON.stringify(found, null, 1));
    for (const call of found.calls) known.add(`${call.symbol}@${call.at.file}:${call.at.line}`);
    for (const call of found.unknown) {
      const places = unknown.get(call.name) ?? new Set();
      unknown.set(call.name, places.add(`${call.at.file}:${call.at.line}`));
    }
  }
  const sites = [...unknown.values()].reduce((sum, places) => sum + places.size, 0);
  console.log(
    `# ${basename(folder)}: ${handlers} handlers, ${known.size} known call sites, ${sites} unknown call sites`,
  );
  for (const [name, places] of [...unknown].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1)))
    console.log(`${places.size}\t${name}\t${[...places].slice(0, 2).join(' ')}`);
}
process.exit(0);
