import { join, resolve } from 'node:path';
import type { Config } from './config-schema.ts';
import { readFound, readRegular } from './read-found.ts';
import { UserError } from './terminal.ts';

const defaultName = 'trefoil.yml';
const maxSize = 1_000_000;

/**
 * Reads `trefoil.yml`: the named file, else the one in the scanned folder, else nothing. Only YAML: a configuration
 * that comes with a hostile tree must not be able to run code.
 */
export async function readConfig(named: string | undefined, root: string, cwd: string): Promise<Config> {
  const shown = named ?? defaultName;
  const text =
    named === undefined
      ? await readFound(root, join(root, defaultName), maxSize)
      : await readRegular(resolve(cwd, named), maxSize);
  if (typeof text === 'string') return parseConfig(text, shown);
  if (named === undefined && text.code === 'ENOENT') return {};
  throw new UserError(`cannot read ${shown} (${text.code})`);
}

/** Parses configuration text. `shown` names it in errors. */
export async function parseConfig(text: string, shown: string): Promise<Config> {
  const { parseDocument } = await import('yaml');
  const { isTooNested } = await import('../../analyzers/_shared/yaml-nesting.ts');
  const { createDeadline } = await import('../pipeline/deadline.ts');
  if (isTooNested(text)) throw new UserError(`${shown}: nested too deeply`);
  const document = createDeadline().run(() => parseDocument(text));
  if (!document) throw new UserError(`${shown}: reading it did not end in time`);
  const problem = document.errors[0];
  if (problem) throw new UserError(`${shown}: ${problem.message.split('\n')[0]}`);
  const { configSchema } = await import('./config-schema.ts');
  const parsed = configSchema.safeParse(toPlain(() => document.toJS({ maxAliasCount: 50 }), shown) ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UserError(`${shown}: ${issue?.path.join('.') || 'top level'}: ${issue?.message ?? 'invalid'}`);
}

function toPlain(read: () => unknown, shown: string): unknown {
  try {
    return read();
  } catch (error) {
    throw new UserError(`${shown}: ${error instanceof Error ? error.message : error}`);
  }
}
