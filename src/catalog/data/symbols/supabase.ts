import { of, symbolRows } from '../../build-rows.ts';

/** supabase. */
export const supabase = symbolRows(
  {
    kind: 'api',
    why: 'Supabase client; with the service role key row security does not apply.',
    reference: 'https://supabase.com/docs/reference/javascript/introduction',
  },
  [
    {
      symbols: of(
        [
          '@supabase/supabase-js#createClient().from().',
          '@supabase/ssr#createServerClient().from().',
          'supabase.create_client().table().',
          'supabase.create_client().from_().',
          'supabase.Client().table().',
        ],
        'select',
      ),
      capabilities: ['db.read'],
      arguments: { query: [0] },
      result: 'content',
    },
    {
      symbols: of(
        [
          '@supabase/supabase-js#createClient().from().',
          '@supabase/ssr#createServerClient().from().',
          'supabase.create_client().table().',
          'supabase.Client().table().',
        ],
        'insert update upsert',
      ),
      capabilities: ['db.write'],
      arguments: { body: [0] },
      result: 'content',
    },
    {
      symbols: of(
        [
          '@supabase/supabase-js#createClient().from().',
          'supabase.create_client().table().',
          'supabase.Client().table().',
        ],
        'delete',
      ),
      capabilities: ['db.delete'],
      result: 'content',
    },
    {
      symbols: [
        '@supabase/supabase-js#createClient().rpc',
        'supabase.create_client().rpc',
        'supabase.Client().rpc',
      ],
      capabilities: ['db.query'],
      arguments: { name: [0], body: [1] },
      result: 'content',
    },
    {
      symbols: of(
        ['@supabase/supabase-js#createClient().storage.from().', 'supabase.create_client().storage.from_().'],
        'download list',
      ),
      capabilities: ['storage.read'],
      arguments: { path: [0] },
      result: 'content',
    },
    {
      symbols: of(
        ['@supabase/supabase-js#createClient().storage.from().', 'supabase.create_client().storage.from_().'],
        'update upload',
      ),
      capabilities: ['storage.write'],
      arguments: { path: [0], body: [1] },
      result: 'status',
    },
    {
      symbols: of(
        ['@supabase/supabase-js#createClient().storage.from().', 'supabase.create_client().storage.from_().'],
        'createSignedUrl create_signed_url getPublicUrl get_public_url',
      ),
      capabilities: ['storage.publish'],
      arguments: { path: [0] },
      result: 'content',
    },
    {
      symbols: [
        '@supabase/supabase-js#createClient().functions.invoke',
        'supabase.create_client().functions.invoke',
      ],
      capabilities: ['cloud.write'],
      arguments: { name: [0], body: ['1.body'] },
      result: 'content',
    },
    {
      symbols: ['@supabase/supabase-js#createClient().auth.admin.listUsers'],
      capabilities: ['iam.read'],
      result: 'content',
    },
  ],
);
