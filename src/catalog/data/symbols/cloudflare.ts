import { of, symbolRows } from '../../build-rows.ts';

const clients = [
  'cloudflare#Cloudflare().',
  'cloudflare#default().',
  'cloudflare.Cloudflare().',
  'cloudflare.AsyncCloudflare().',
];

/** Resources of the client, however deep. */
const anywhere = clients.map(client => `${client}**.`);

/** Cloudflare's API clients; `client.<product>.<resource>.<verb>`. */
export const cloudflare = symbolRows(
  {
    kind: 'api',
    why: 'Cloudflare account: zones, workers, storage, logs.',
    reference: 'https://developers.cloudflare.com/api/',
  },
  [
    {
      symbols: clients.map(client => `${client}radar.**`),
      capabilities: ['data.public'],
      result: 'content',
      reference: 'https://developers.cloudflare.com/radar/',
      why: 'Public statistics on traffic, attacks and domains.',
    },
    {
      symbols: of(clients, 'd1.database.query d1.database.raw'),
      capabilities: ['db.query'],
      arguments: { sql: ['1.sql', 'sql'] },
      result: 'content',
      reference: 'https://developers.cloudflare.com/d1/',
      why: 'A statement on a D1 database.',
    },
    {
      symbols: of(clients, 'kv.namespaces.values.get kv.namespaces.keys.list r2.buckets.objects.get'),
      capabilities: ['storage.read'],
      result: 'content',
      why: 'Values the workers of the account keep.',
    },
    {
      symbols: of(clients, 'kv.namespaces.values.update kv.namespaces.values.delete'),
      capabilities: ['storage.write'],
      arguments: { body: ['value', 1] },
      result: 'status',
      why: 'Values the workers of the account keep.',
    },
    {
      symbols: of(clients, 'workers.scripts.content.get workers.scripts.get workers.beta.workers.get'),
      capabilities: ['repo.read'],
      result: 'content',
      why: 'Source text of a worker.',
    },
    {
      symbols: of(anywhere, 'get list listAutoPaging iter query search values keys'),
      capabilities: ['cloud.read'],
      result: 'content',
      why: 'Settings, logs and inventory of the account.',
    },
    {
      symbols: of(anywhere, 'create edit update bulkUpdate replace'),
      capabilities: ['cloud.write'],
      arguments: { body: [0, 1] },
      result: 'content',
      why: 'Changes the account.',
    },
    {
      symbols: of(anywhere, 'delete bulkDelete purge'),
      capabilities: ['cloud.delete'],
      result: 'status',
      why: 'Removes resources of the account.',
    },
  ],
);
