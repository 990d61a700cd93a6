import type { View } from '../state/state.ts';
import { compareView } from './compare-view.ts';
import type { ViewContext } from './context.ts';
import { coverageView } from './coverage-view.ts';
import { inventoryView } from './inventory-view.ts';
import { listView } from './list-view.ts';
import { matrixView } from './matrix-view.ts';
import { toolsView } from './tools-view.ts';

/** Name and purpose of each page. */
export const viewTitles: { readonly [view in View]: { readonly name: string; readonly about: string } } = {
  map: { name: 'Map', about: 'The picture: lanes from untrusted text to ways out' },
  list: { name: 'List', about: 'The picture in words' },
  tools: { name: 'Tools', about: 'Every tool with its labels and evidence' },
  matrix: { name: 'Matrix', about: 'Which agent can use what, and which labels meet' },
  inventory: { name: 'Inventory', about: 'Everything found, by kind' },
  coverage: { name: 'Coverage', about: 'What Trefoil could not see' },
  compare: { name: 'Compare', about: 'Differences from another report' },
};

/** Pages beside the map. */
export const pages: { readonly [view in Exclude<View, 'map'>]: (context: ViewContext) => HTMLElement } = {
  list: listView,
  tools: toolsView,
  matrix: matrixView,
  inventory: inventoryView,
  coverage: coverageView,
  compare: compareView,
};
