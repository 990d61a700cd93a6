import { read } from '../../src/label/lexical/reading.ts';
import type { Row } from './rows.ts';

/** Verbs of calls that change a record; whether such a call gives the record back depends on the server. */
const changing: ReadonlySet<string> = new Set(['update', 'apply', 'manage', 'control']);

/**
 * Our own rows and rows of the catalog, as annotators of listings would state them. They judge one listed tool where the
 * catalog judges a capability:
 * - code of the model's choice can destroy, and can send unless it is confined;
 * - a capability to write covers making and changing, but making something only adds;
 * - a call that changes a record often gives it back with text of others in it, which its listing seldom says.
 */
export function asListed(row: Row): Row {
  const { labels } = row;
  const { verb } = read(row.tool);
  const destructive =
    labels.exec === true ? true : row.dataset === 'catalog' && verb === 'create' ? false : labels.destructive;
  return {
    ...row,
    labels: {
      ...labels,
      destructive,
      sink: labels.exec === true && labels.sink === false ? null : labels.sink,
      untrusted: verb && changing.has(verb) && labels.untrusted === false ? null : labels.untrusted,
    },
  };
}
