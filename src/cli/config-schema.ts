import { z } from 'zod';
import { userRowsSchema } from './catalog-schema.ts';
import { thresholds } from './threshold.ts';

/** `trefoil.yml`. Strict: a misspelt key is an error, not silence. */
export const configSchema = z.strictObject({
  'fail-on': z.enum(thresholds).exactOptional(),
  include: z.array(z.string()).exactOptional(),
  exclude: z.array(z.string()).exactOptional(),
  /** Chains someone has decided to live with. They stay in the report as `accepted` and fail no run. */
  accept: z
    .array(z.strictObject({ chain: z.string().min(1), reason: z.string().min(3, 'a reason is needed') }))
    .exactOptional(),
  catalog: userRowsSchema.exactOptional(),
});

/** What a project decides about its own scans. */
export type Config = z.infer<typeof configSchema>;
