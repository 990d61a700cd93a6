import type { Report } from '../../../src/model/report.ts';
import { plainKind } from '../state/apply-edits.ts';
import type { Edit } from '../state/edit.ts';
import { labelWords } from './words.ts';

/**
 * The edits as rows for `trefoil.yml`: label changes become catalog rows; changes of the program cannot be claimed in a
 * config and stand there as comments. Strings are JSON, which is YAML too.
 */
export function policyRows(report: Report, edits: readonly Edit[]): string {
  const nodes = new Map(report.nodes.map(node => [node.id, node]));
  const rows = edits.flatMap(edit => {
    if (edit.change !== 'relabel') return [];
    const node = nodes.get(edit.target);
    const name = node?.name ?? edit.target;
    const label = node?.labels.find(({ label }) => label === edit.label);
    const kind = label?.kind ?? plainKind[edit.label];
    return [
      `    - pattern: ${JSON.stringify(name)}`,
      edit.present
        ? `      labels: [{ label: ${edit.label}, kind: ${JSON.stringify(kind)} }]`
        : `      not: [${edit.label}]`,
      `      reason: ${JSON.stringify(edit.reason.length >= 3 ? edit.reason : 'decided in the explorer')}`,
      ...(label ? [`      # was: ${labelWords(label)}`] : []),
    ];
  });
  const others = edits.filter(({ change }) => change !== 'relabel').length;
  const note =
    others > 0
      ? [`# ${others} more of these changes belong into the program or its settings, not here.`]
      : [];
  return rows.length > 0
    ? ['catalog:', '  tools:', ...rows, ...note, ''].join('\n')
    : [...note, '# no label was changed', ''].join('\n');
}
