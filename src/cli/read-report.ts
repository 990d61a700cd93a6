import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from '../model/report.ts';
import { UserError } from './terminal.ts';

/** Reads a saved JSON report. A file that is none is the user's error, named in one line. */
export async function readReport(file: string, cwd: string): Promise<Report> {
  const value = await readJson(file, cwd);
  const { reportSchema } = await import('../model/schema.ts');
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UserError(
    `${file} is not a Trefoil report of this version (${issue?.path.join('.') || 'top level'}: ${issue?.message})`,
  );
}

/** Ids of the findings and chains of an older report, read leniently: a baseline may be of another version. */
export async function readKnownIds(file: string, cwd: string): Promise<ReadonlySet<string>> {
  const value = await readJson(file, cwd);
  const { z } = await import('zod');
  const entries = z.array(z.looseObject({ id: z.string() }));
  const parsed = z.looseObject({ findings: entries, chains: entries }).safeParse(value);
  if (!parsed.success) throw new UserError(`${file} is not a Trefoil report`);
  return new Set([...parsed.data.findings, ...parsed.data.chains].map(({ id }) => id));
}

async function readJson(file: string, cwd: string): Promise<unknown> {
  const text = await readFile(resolve(cwd, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`cannot read ${file} (${error.code ?? error.message})`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${file} is not JSON`);
  }
}
