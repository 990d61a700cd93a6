import { thresholds } from '../../src/label/lexical/thresholds.ts';
import { calibrate, type Outcome, probability, speaksFor } from './calibrate.ts';
import { catalogRows } from './catalog-rows.ts';
import { familiesOf, foldsOf, serversOf } from './families.ts';
import { ownRows, sharedRows } from './load.ts';
import { type Judged, type Quality, qualityOf } from './metrics.ts';
import { crossMargins, designOf, settings, type View, views } from './model.ts';
import { asListed } from './policy.ts';
import { type LabelKey, labelKeys, type Row } from './rows.ts';

type JudgedRow = Judged & { readonly row: Row };

const root = process.cwd();
const shared = sharedRows(process.env.TREFOIL_DATA ?? `${root}/../shared/data`);
if (shared.length === 0) {
  console.log(
    'bench:labels needs the labelled listings (TREFOIL_DATA or ../shared/data); none found, nothing measured',
  );
  process.exit(0);
}
const rows = [
  ...shared,
  ...[...ownRows(root, process.argv.includes('--all')), ...catalogRows()].map(asListed),
];
const families = familiesOf(rows);
const splits = [
  { name: 'leave-server-out', groups: serversOf(rows), details: false },
  { name: 'leave-family-out', groups: families, details: true },
] as const;
const design = designOf(rows, families, settings.leastFamilies);
const keys = Object.keys(labelKeys) as LabelKey[];
const foreign = (row: Row): boolean => row.dataset !== 'own' && row.dataset !== 'catalog';

console.log(
  `${shared.length} listed tools of ${new Set(shared.map(row => row.server)).size} servers, ${rows.length - shared.length} own and catalog rows`,
);
console.log(
  'leave-server-out: no real server, nor its twin in another data set, is in training and test at once',
);
console.log('leave-family-out: nor is any server of the same vendor or product (stricter)');
for (const { name, groups, details } of splits) {
  const folds = foldsOf(groups, 20);
  console.log(`\n${name}: ${new Set(groups).size} groups in ${new Set(folds).size} folds`);
  for (const key of keys) {
    const margins = crossMargins(design, key, settings, folds);
    for (const view of views) show(key, view, judge(folds, key, view, margins), details);
  }
}

function show(key: LabelKey, view: View, judged: readonly JudgedRow[], details: boolean): void {
  const at = thresholds[labelKeys[key]];
  const all = judged.filter(({ row }) => foreign(row));
  line(`${key} ${view}`, qualityOf(all, at));
  const part = (name: string, belongs: (row: Row) => boolean): void =>
    line(
      `    ${name}`,
      qualityOf(
        judged.filter(({ row }) => belongs(row)),
        at,
      ),
    );
  for (const dataset of new Set(rows.map(row => row.dataset)))
    if (details || dataset === 'npm_mcp_listings') part(dataset, row => row.dataset === dataset);
  part('unanimous', row => foreign(row) && row.unanimous?.includes(key) === true);
  if (!details || view !== 'described') return;
  if (process.argv.includes('--errors')) errors(all, at);
  if (process.argv.includes('--own-errors'))
    errors(
      judged.filter(({ row }) => row.dataset === 'own'),
      at,
    );
}

/** Probabilities of one view, each fold calibrated on the others. */
function judge(
  folds: readonly number[],
  key: LabelKey,
  view: View,
  margins: Float64Array,
): readonly JudgedRow[] {
  const known = design.samples.flatMap((sample, i) => {
    const row = rows[sample.row];
    const yes = row?.labels[key];
    if (sample.view !== view || row === undefined || typeof yes !== 'boolean') return [];
    return [{ row, yes, margin: margins[i] ?? 0, fold: folds[sample.row] ?? 0 }];
  });
  const perFold = new Map(
    [...new Set(folds)].map(fold => [
      fold,
      calibrate(
        known
          .filter(one => one.fold !== fold)
          .map((one): Outcome => ({ ...one, weight: speaksFor(one.row) })),
      ),
    ]),
  );
  return known.map(one => ({
    server: one.row.server,
    row: one.row,
    yes: one.yes,
    probability: probability(one.margin, perFold.get(one.fold) ?? { slope: 1, shift: 0 }),
  }));
}

function line(name: string, quality: Quality): void {
  if (quality.count === 0 || quality.positives === 0) return;
  const { count, positives, precision, recall, f1, macroF1, macroAccuracy, calibrationError } = quality;
  const cells = [
    `n ${count}`,
    `pos ${positives}`,
    `P ${precision.toFixed(3)}`,
    `R ${recall.toFixed(3)}`,
    `F1 ${f1.toFixed(3)}`,
  ];
  cells.push(
    `macro F1 ${macroF1.toFixed(3)}`,
    `macro acc ${macroAccuracy.toFixed(3)}`,
    `ECE ${calibrationError.toFixed(3)}`,
  );
  console.log(`${name.padEnd(30)} ${cells.join('  ')}`);
}

function errors(judged: readonly JudgedRow[], at: number): void {
  for (const { row, yes, probability: p } of judged)
    if (p >= at !== yes)
      console.log(
        `      ${yes ? 'missed' : 'false '} ${p.toFixed(2)} ${row.server} ${row.tool.name}: ${row.tool.description?.slice(0, 90).replace(/\s+/g, ' ')}`,
      );
}
