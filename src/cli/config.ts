import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from './config-schema.ts';
import { UserError } from './terminal.ts';

const defaultName = 'trefoil.yml';
const maxSize = 1_000_000;

/**
 * Reads `trefoil.yml`: the named file, else the one in the scanned folder, else nothing. Only YAML: a configuration
 * that comes with a hostile tree must not be able to run code.
 */
export async function readConfig(named: string | undefined, root: string, cwd: string): Promise<Config> {
  const path = named === undefined ? join(root, defaultName) : resolve(cwd, named);
  if (named === undefined && !existsSync(path)) return {};
  const shown = named ?? defaultName;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`cannot read ${shown} (${error.code ?? error.message})`);
  });
  if (text.length > maxSize) throw new UserError(`${shown} is larger than ${maxSize} characters`);
  return parseConfig(text, shown);
}

/** Parses configuration text. `shown` names it in errors. */
export async function parseConfig(text: string, shown: string): Promise<Config> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text);
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
