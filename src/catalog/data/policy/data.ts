import { changes, executes, reveals, sends, takesIn } from '../../policy-labels.ts';
import type { CapabilityRow } from '../../types.ts';

/** Files, databases, vector stores, object storage, memory, queues, logs. */
export const data = [
  {
    capability: 'analytics.read',
    labels: [reveals('database', 'tenant'), takesIn('log', 'anyone', 0.4)],
    why: 'Usage numbers and events of own products; event names and referrers come from visitors.',
  },
  {
    capability: 'db.admin',
    labels: [changes('permission', 0.8), changes('delete', 0.8)],
    writes: true,
    why: 'Schema, users, indexes or whole databases are changed.',
  },
  {
    capability: 'db.connect',
    labels: [sends('network', 'model-chosen', 'typed', 0.5)],
    decidedBy: ['url', 'host'],
    why: 'A connection string of the model’s choice opens a connection to any host.',
  },
  {
    capability: 'db.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes rows, documents, collections or tables.',
  },
  {
    capability: 'db.query',
    labels: [
      reveals('database', 'tenant'),
      takesIn('database-row', 'outsider', 0.6),
      changes('overwrite', 0.8),
      executes('query-language', 0.5),
    ],
    decidedBy: ['sql', 'query'],
    writes: true,
    why: 'Statements of the model’s choice read everything the database user may read and write what it may write.',
  },
  {
    capability: 'db.read',
    labels: [reveals('database', 'tenant'), takesIn('database-row', 'outsider', 0.6)],
    why: 'Rows are internal; columns filled by users carry their text.',
  },
  {
    capability: 'db.schema',
    labels: [reveals('database', 'tenant', 0.6)],
    why: 'Names of tables and columns.',
  },
  {
    capability: 'db.write',
    labels: [changes('overwrite', 0.7), sends('write-back', 'bound', 'free-text', 0.3)],
    writes: true,
    why: 'Changes rows; text in them comes back to whoever reads the table.',
  },
  {
    capability: 'file.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes files or folders.',
  },
  {
    capability: 'file.list',
    labels: [reveals('filesystem', 'project', 0.6)],
    why: 'Names and sizes of files.',
  },
  {
    capability: 'file.read',
    labels: [reveals('filesystem', 'tenant'), takesIn('upload', 'outsider', 0.5)],
    decidedBy: ['path'],
    why: 'Any file the process may read, keys included; downloads and uploads are written by others.',
  },
  {
    capability: 'file.write',
    labels: [changes('overwrite', 0.7)],
    decidedBy: ['path'],
    writes: true,
    why: 'Overwrites files; what is written may be read or run later.',
  },
  {
    capability: 'log.read',
    labels: [takesIn('log', 'anyone'), reveals('internal-network', 'project', 0.8)],
    why: 'Log lines, traces and error texts repeat what visitors sent, and show internals.',
  },
  {
    capability: 'log.write',
    labels: [],
    writes: true,
    why: 'Writes to a log of the own process.',
  },
  {
    capability: 'memory.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Forgets stored memories.',
  },
  {
    capability: 'memory.read',
    labels: [reveals('history', 'tenant'), takesIn('memory', 'insider', 0.5)],
    why: 'Earlier conversations and notes; whatever was stored while tainted comes back.',
  },
  {
    capability: 'memory.write',
    labels: [sends('memory', 'constant', 'free-text')],
    writes: true,
    why: 'Text is carried into later sessions: a staged sink.',
  },
  {
    capability: 'queue.read',
    labels: [takesIn('trigger', 'outsider', 0.6), reveals('database', 'project', 0.7)],
    why: 'Messages come from whoever may publish to the queue.',
  },
  {
    capability: 'queue.write',
    labels: [sends('write-back', 'bound', 'free-text', 0.6)],
    decidedBy: ['channel', 'url', 'name'],
    writes: true,
    why: 'A message to every consumer of a queue or topic.',
  },
  {
    capability: 'storage.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes objects or buckets.',
  },
  {
    capability: 'storage.publish',
    labels: [sends('publish', 'model-chosen', 'free-text'), changes('permission', 0.7)],
    decidedBy: ['name', 'path', 'flags'],
    writes: true,
    why: 'Makes objects readable for outsiders: public ACL, signed link, static site.',
  },
  {
    capability: 'storage.read',
    labels: [reveals('cloud', 'tenant'), takesIn('upload', 'outsider', 0.5)],
    why: 'Objects of the account; uploaded ones are written by users.',
  },
  {
    capability: 'storage.write',
    labels: [sends('network', 'own-organisation', 'free-text', 0.7), changes('overwrite', 0.6)],
    decidedBy: ['name'],
    writes: true,
    why: 'An object in a bucket; a bucket name of the model’s choice may belong to someone else.',
  },
  {
    capability: 'vector.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes vectors or collections.',
  },
  {
    capability: 'vector.read',
    labels: [reveals('document', 'tenant'), takesIn('upload', 'outsider', 0.5)],
    why: 'Passages of indexed documents; who fills the index decides how far they can be trusted.',
  },
  {
    capability: 'vector.write',
    labels: [sends('memory', 'constant', 'free-text', 0.6)],
    writes: true,
    why: 'Indexed text comes back in later searches.',
  },
  {
    capability: 'workspace.read',
    labels: [reveals('filesystem', 'project'), takesIn('repository', 'supply-chain', 0.7)],
    decidedBy: ['path'],
    why: 'Files of the opened project, secrets beside them, and text of third-party code.',
  },
  {
    capability: 'workspace.write',
    labels: [changes('overwrite', 0.6), sends('file-active', 'constant', 'free-text', 0.4)],
    decidedBy: ['path'],
    writes: true,
    why: 'Edits project files; some of them run or are fetched later (tasks, hooks, configuration).',
  },
] as const satisfies readonly CapabilityRow[];
