import { featuresOf } from '../../src/label/lexical/features.ts';
import { type Example, fitLogistic, margin } from './logistic.ts';
import { type LabelKey, nameOnly, type Row } from './rows.ts';

/** How a tool is shown to the model. */
export const views = ['described', 'name-only'] as const;
export type View = (typeof views)[number];

/** A row in one view, as feature indices. */
export interface Sample {
  readonly row: number;
  readonly view: View;
  readonly at: Int32Array;
  readonly value: Float64Array;
}

/** All rows as samples over one vocabulary. */
export interface Design {
  readonly rows: readonly Row[];
  readonly families: readonly string[];
  readonly vocabulary: readonly string[];
  readonly samples: readonly Sample[];
}

/** Hyper-parameters, chosen by grouped cross-validation. */
export interface Settings {
  /** Inverse of the L2 penalty. */
  readonly strength: number;
  /** A feature must occur in so many families. */
  readonly leastFamilies: number;
  /** Rows of a server with n rows count n to the power of minus this. */
  readonly serverPower: number;
  /** How much our own rows count beside labelled listings of others. */
  readonly ownWeight: number;
  /** How much rows of the catalog count, whose labels come from capabilities by another policy. */
  readonly catalogWeight: number;
}

export const settings: Settings = {
  strength: 1,
  leastFamilies: 2,
  serverPower: 0.5,
  ownWeight: 1,
  catalogWeight: 0.2,
};

/** Builds samples; every row is seen by its name alone and, where it has one, with its description. */
export function designOf(rows: readonly Row[], families: readonly string[], leastFamilies: number): Design {
  const drafts = rows.flatMap((row, at) =>
    views
      .filter(view => view === 'name-only' || row.tool.description)
      .map(view => ({
        row: at,
        view,
        features: featuresOf(view === 'described' ? row.tool : nameOnly(row.tool)),
      })),
  );
  const seen = new Map<string, Set<string>>();
  for (const { row, features } of drafts)
    for (const key of features.keys()) {
      const owners = seen.get(key) ?? new Set();
      owners.add(families[row] ?? '');
      seen.set(key, owners);
    }
  const vocabulary = [...seen]
    .filter(([, owners]) => owners.size >= leastFamilies)
    .map(([key]) => key)
    .sort();
  const index = new Map(vocabulary.map((key, at) => [key, at]));
  const samples = drafts.map(({ row, view, features }) => {
    const known = [...features].filter(([key]) => index.has(key));
    return {
      row,
      view,
      at: Int32Array.from(known.map(([key]) => index.get(key) ?? 0)),
      value: Float64Array.from(known.map(([, value]) => value)),
    };
  });
  return { rows, families, vocabulary, samples };
}

/** Fits one label on the samples that `use` accepts. */
export function fit(
  design: Design,
  label: LabelKey,
  chosen: Settings,
  use: (row: number) => boolean,
): Float64Array {
  const { rows } = design;
  const stated = design.samples.filter(({ row }) => use(row) && rows[row]?.labels[label] !== null);
  const perServer = new Map<string, number>();
  for (const { row } of stated) {
    const server = rows[row]?.server ?? '';
    perServer.set(server, (perServer.get(server) ?? 0) + 1);
  }
  const raw = stated.map(({ row }) => (perServer.get(rows[row]?.server ?? '') ?? 1) ** -chosen.serverPower);
  const mean = raw.reduce((sum, weight) => sum + weight, 0) / Math.max(1, raw.length);
  const examples: readonly Example[] = stated.map((sample, i) => ({
    at: sample.at,
    value: sample.value,
    yes: rows[sample.row]?.labels[label] === true,
    weight: ((raw[i] ?? 0) / mean) * trust(rows[sample.row]?.dataset, chosen),
  }));
  return fitLogistic(examples, design.vocabulary.length, chosen.strength);
}

function trust(dataset: string | undefined, chosen: Settings): number {
  if (dataset === 'own') return chosen.ownWeight;
  return dataset === 'catalog' ? chosen.catalogWeight : 1;
}

/** Margins of all samples, each from a model that never saw the family of its row. */
export function crossMargins(
  design: Design,
  label: LabelKey,
  chosen: Settings,
  folds: readonly number[],
): Float64Array {
  const margins = new Float64Array(design.samples.length);
  for (const fold of new Set(folds)) {
    const weights = fit(design, label, chosen, row => folds[row] !== fold);
    design.samples.forEach((sample, i) => {
      if (folds[sample.row] === fold) margins[i] = margin(weights, sample.at, sample.value);
    });
  }
  return margins;
}
