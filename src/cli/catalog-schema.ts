import { z } from 'zod';
import { capabilities } from '../catalog/data/capabilities.ts';
import { argumentRoles, resultKinds, type UserRows } from '../catalog/types.ts';
import { labelKinds } from '../model/schema.ts';
import { destinations, labelIds, payloads, reaches, scopes } from '../model/vocabulary.ts';

const words = z.array(z.string().min(1));
const why = z.string().min(3, 'a reason is needed');
const none = (): never[] => [];

const setting = z.strictObject({
  setting: z.string(),
  is: z.union([z.string(), z.number(), z.boolean()]).exactOptional(),
  drops: words.exactOptional(),
  adds: words.exactOptional(),
  dropsTools: words.exactOptional(),
  means: z
    .enum(['tools', 'excludes', 'toolsets', 'roots', 'domains', 'recipients', 'scope', 'url'])
    .exactOptional(),
  why,
});

const tool = z.strictObject({
  name: z.string().min(1),
  capabilities: words,
  setting: z.string().exactOptional(),
  default: z.boolean().exactOptional(),
  toolset: z.string().exactOptional(),
  description: z.string().exactOptional(),
});

const symbol = z.strictObject({
  symbols: words.min(1),
  kind: z.enum(['api', 'tool', 'toolkit']),
  capabilities: words,
  arguments: z
    .partialRecord(z.enum(argumentRoles), z.array(z.union([z.string(), z.number()])))
    .exactOptional(),
  result: z.enum(resultKinds).exactOptional(),
  toolName: z.string().exactOptional(),
  tools: z.array(tool).exactOptional(),
  settings: z.array(setting).exactOptional(),
  why,
  reference: z.string().default('trefoil.yml'),
});

const server = z.strictObject({
  id: z.string().min(1),
  packages: words.min(1),
  title: z.string(),
  toolsComplete: z.boolean().default(false),
  tools: z.array(tool).default(none),
  capabilities: words.default(none),
  settings: z.array(setting).exactOptional(),
  why,
  reference: z.string().default('trefoil.yml'),
});

const label = z.strictObject({
  label: z.enum(labelIds),
  kind: z.enum(labelKinds),
  reach: z.enum(reaches).exactOptional(),
  scope: z.enum(scopes).exactOptional(),
  destination: z.enum(destinations).exactOptional(),
  payload: z.enum(payloads).exactOptional(),
  certainty: z.number().min(0).max(1).exactOptional(),
});

const pattern = z.strictObject({
  pattern: z.string().min(1),
  server: z.string().exactOptional(),
  capabilities: words.default(none),
  labels: z.array(label).default(none),
  not: z.array(z.enum(labelIds)).default(none),
  reason: why,
});

const capability = z.strictObject({
  capability: z.string().min(1),
  labels: z.array(label),
  decidedBy: z.array(z.enum(argumentRoles)).exactOptional(),
  writes: z.boolean().exactOptional(),
  why,
});

const host = z.strictObject({ suffix: z.string().min(1), category: z.string(), why });

/** The `catalog` part of `trefoil.yml`: rows in the catalog's own format, each with a reason. */
export const userRowsSchema: z.ZodType<UserRows> = z
  .strictObject({
    symbols: z.array(symbol).default(none),
    servers: z.array(server).default(none),
    tools: z.array(pattern).default(none),
    capabilities: z.array(capability).default(none),
    hosts: z.array(host).default(none),
  })
  .superRefine((rows, context) => {
    const known = new Set([
      ...capabilities.map(row => String(row.capability)),
      ...rows.capabilities.map(row => row.capability),
    ]);
    for (const part of ['symbols', 'servers', 'tools'] as const)
      rows[part].forEach((row, at) => {
        for (const word of wordsOf(row))
          if (!known.has(word))
            context.addIssue({
              code: 'custom',
              path: [part, at, 'capabilities'],
              message: `'${word}' is no capability; rows under capabilities can add it`,
            });
      });
  });

/** A misspelt word would mean nothing, silently. */
function wordsOf(row: {
  readonly capabilities: readonly string[];
  readonly tools?: readonly { readonly capabilities: readonly string[] }[];
}): readonly string[] {
  return [...row.capabilities, ...(row.tools ?? []).flatMap(one => one.capabilities)];
}
