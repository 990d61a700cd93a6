import type { Label } from '../../model/label.ts';
import type { Concept } from './data/concepts.ts';
import { roleWords } from './data/roles.ts';
import type { Reading } from './reading.ts';
import type { ListedTool } from './types.ts';
import { stem } from './words.ts';

/** Sure enough to pair with another role, not sure enough for a high finding. */
const supposed = 0.5;

const roles = new Set(roleWords.split(' ').map(stem));

/** Fields in which a service both brings in what others write and carries out what is written. */
const twoWay: readonly Concept[] = ['mail', 'chat', 'calendar', 'thread'];

/** Words of a name that tell of an address or a text that the caller gives. */
const given = new Set('url uri link address http https curl query search request api'.split(' ').map(stem));

/**
 * What the form of a name says of a tool of which nothing else is known, neither description nor parameters. The weights
 * were learned from tools with a verb in their name; these forms are judged by rule:
 *
 * - `email_assistant` does what its field is for, in both directions;
 * - `rag`, `knowledge_base` give texts of a collection, and somebody fills it;
 * - `query_database`, `run_sql` take a statement: the name itself speaks of the argument;
 * - `web_fetch` brings a page in; that the model writes the address is not said (`fetch_url` does say it), so it is no
 *   way out by its name alone.
 */
export function fromBareName(tool: ListedTool, reading: Reading, found: readonly Label[]): readonly Label[] {
  if (tool.description || tool.parameters) return found;
  const more = [...both(tool, reading), ...collection(tool, reading), ...statements(tool, reading)];
  const kept = found
    .filter(label => label.label !== 'external-sink' || !onlyBringsIn(reading))
    .filter(label => !more.some(other => other.label === label.label && label.confidence < other.confidence));
  return [...kept, ...more.filter(label => !kept.some(other => other.label === label.label))];
}

function both(tool: ListedTool, { name, head, named }: Reading): readonly Label[] {
  const field = twoWay.find(concept => named.has(concept));
  if (name.length < 2 || field === undefined || head === undefined || !roles.has(head)) return [];
  const evidence = because(`the name ${tool.name} speaks of somebody who does ${field}, in and out`);
  const kind = field === 'mail' ? 'email' : field === 'calendar' ? 'calendar' : 'chat';
  const open = { destination: 'model-chosen', payload: 'free-text' } as const;
  return [
    { label: 'untrusted-input', kind, reach: kind === 'chat' ? 'outsider' : 'anyone', ...evidence },
    { label: 'sensitive-data', kind: 'communication', scope: 'tenant', ...evidence },
    { label: 'external-sink', kind, ...open, ...evidence },
  ];
}

function collection(tool: ListedTool, { verb, named }: Reading): readonly Label[] {
  if (verb !== undefined || !named.has('vector')) return [];
  const evidence = because(`the name ${tool.name} speaks of a collection of texts that somebody fills`);
  return [
    { label: 'untrusted-input', kind: 'shared-document', reach: 'outsider', ...evidence },
    { label: 'sensitive-data', kind: 'document', scope: 'tenant', ...evidence },
  ];
}

function statements(tool: ListedTool, { name, named, verb }: Reading): readonly Label[] {
  const asks = name.includes(stem('query'));
  const about = named.has('database') || named.has('sql');
  if (!(verb === 'execute' ? asks || about : asks && about)) return [];
  return [
    {
      label: 'code-execution',
      kind: 'query-language',
      ...because(`the name ${tool.name} speaks of a statement that the caller writes`),
    },
  ];
}

function onlyBringsIn({ verb, name }: Reading): boolean {
  return (verb === 'fetch' || verb === 'read') && !name.some(word => given.has(word));
}

const because = (detail: string): Pick<Label, 'confidence' | 'evidence'> => ({
  confidence: supposed,
  evidence: [{ via: 'name', detail }],
});
