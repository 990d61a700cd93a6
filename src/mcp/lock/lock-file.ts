import { z } from 'zod';

const digest = z.string().regex(/^sha256-[0-9a-f]{64}$/);

const toolSchema = z.object({
  definition: digest,
  /** `external-sink/email` and the like, sorted. */
  labels: z.array(z.string()),
});

const serverSchema = z.object({
  name: z.string(),
  package: z.string().optional(),
  version: z.string().optional(),
  /** Of the package, as its registry gives it. */
  integrity: z.string().optional(),
  /** Where the tools were read: `live`, `package`, `listing`, `catalog`, `code`; `nothing` when nowhere. */
  from: z.string(),
  instructions: digest.optional(),
  tools: z.record(z.string(), toolSchema),
  /** Prompts and resources. */
  others: z.record(z.string(), digest),
});

/** `mcp.lock.json`: what the servers of a client or project were when someone looked at them. */
export const lockSchema = z.object({
  lockVersion: z.literal(1),
  /** Version of Trefoil that wrote it: labels and catalog may differ in another. */
  trefoil: z.string(),
  /** What was locked: the file of a repository says nothing about a machine. */
  of: z.enum(['machine', 'folder', 'listings']),
  servers: z.array(serverSchema).max(10_000),
});

export type Lock = z.infer<typeof lockSchema>;
export type LockedServer = z.infer<typeof serverSchema>;
export type LockedTool = z.infer<typeof toolSchema>;

/** The usual name of the file. */
export const lockName = 'mcp.lock.json';

/** The text of a lock file. */
export function writeLock(lock: Lock): string {
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** Reads a lock file; a sentence says what is wrong with it. */
export function parseLock(text: string): Lock | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is not JSON';
  }
  const parsed = lockSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `is no lock file of this version (${issue?.path.join('.') || 'top level'}: ${issue?.message})`;
}
