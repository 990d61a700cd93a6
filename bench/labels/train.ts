import { writeFileSync } from 'node:fs';
import { calibrate, speaksFor } from './calibrate.ts';
import { catalogRows } from './catalog-rows.ts';
import { familiesOf, foldsOf } from './families.ts';
import { ownRows, sharedRows } from './load.ts';
import { crossMargins, designOf, fit, settings, views } from './model.ts';
import { asListed } from './policy.ts';
import { type LabelKey, labelKeys } from './rows.ts';

/** Weights smaller than this for every label are left out. */
const least = 0.08;

const root = process.cwd();
const shared = sharedRows(process.env.TREFOIL_DATA ?? `${root}/../shared/data`);
if (shared.length === 0) console.warn('the labelled listings are absent: training on our own rows alone');
const rows = [...shared, ...[...ownRows(root, true), ...catalogRows()].map(asListed)];
const families = familiesOf(rows);
const folds = foldsOf(families, 8);
const design = designOf(rows, families, settings.leastFamilies);
const keys = Object.keys(labelKeys) as LabelKey[];

const fitted = keys.map(key => fit(design, key, settings, () => true));
const calibrations = keys.map(key => {
  const margins = crossMargins(design, key, settings, folds);
  return views.map(view => {
    const outcomes = design.samples.flatMap((sample, i) => {
      const row = rows[sample.row];
      const yes = row?.labels[key];
      if (sample.view !== view || row === undefined || typeof yes !== 'boolean') return [];
      return [{ margin: margins[i] ?? 0, yes, weight: speaksFor(row) }];
    });
    const { slope, shift } = calibrate(outcomes);
    return [Number(slope.toFixed(3)), Number(shift.toFixed(3))];
  });
});
const kept = design.vocabulary.flatMap((feature, at) => {
  if (feature.startsWith('@')) return [];
  const weights = fitted.map(weights => weights[at + 1] ?? 0);
  return weights.some(weight => Math.abs(weight) >= least) ? [{ feature, weights }] : [];
});

const lines = kept.map(
  ({ feature, weights }) => `    ${JSON.stringify(feature)}: [${weights.map(hundredths).join(', ')}]`,
);
const text = `{
  "labels": ${JSON.stringify(keys.map(key => labelKeys[key]))},
  "intercepts": [${fitted.map(weights => hundredths(weights[0] ?? 0)).join(', ')}],
  "calibrations": ${JSON.stringify(calibrations)},
  "weights": {
${lines.join(',\n')}
  }
}
`;
writeFileSync(`${root}/src/label/lexical/data/weights.json`, text);
console.log(
  `${rows.length} tools, ${design.vocabulary.length} features, ${kept.length} kept, ${(text.length / 1024).toFixed(0)} KB`,
);

function hundredths(weight: number): number {
  return Math.round(weight * 100);
}
