import type { Connection, Page } from './connection.ts';
import type { LiveLimits } from './limits.ts';

/** The bounds and the notes of one conversation. */
export interface Talk {
  readonly connection: Connection;
  readonly limits: LiveLimits;
  /** When the whole conversation must be over (milliseconds since the epoch). */
  readonly end: number;
  /** A sentence per thing that went wrong. */
  readonly problems: string[];
}

/** Follows cursors; stops at a repeated cursor, at the page limit and at the item limit. Never throws. */
export async function listAll(
  talk: Talk,
  method: string,
  key: string,
  into: unknown[] = [],
): Promise<readonly unknown[]> {
  const { limits, problems } = talk;
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let count = 0; count < limits.pages; count++) {
    const answer = await askPage(talk, method, cursor);
    if (!answer) return into;
    const items = answer[key];
    if (!Array.isArray(items)) {
      problems.push(`${method} answers without a list of ${key}.`);
      return into;
    }
    into.push(...items.slice(0, limits.items - into.length));
    const { nextCursor } = answer;
    const more = typeof nextCursor === 'string' && nextCursor !== '';
    if (into.length >= limits.items && (more || items.length > 0)) {
      problems.push(`${method} gives ${limits.items} items or more; the rest was left out.`);
      return into;
    }
    if (!more) return into;
    if (seen.has(nextCursor)) {
      problems.push(`${method} repeats a cursor.`);
      return into;
    }
    seen.add(nextCursor);
    cursor = nextCursor;
  }
  problems.push(`${method} gives more than ${limits.pages} pages.`);
  return into;
}

async function askPage(talk: Talk, method: string, cursor: string | undefined): Promise<Page | undefined> {
  const params = cursor === undefined ? {} : { cursor };
  try {
    return await talk.connection.ask(method, params, Math.max(1, talk.end - Date.now()));
  } catch (error) {
    const reason = errorText(error);
    if (!/method not found|-32601/i.test(reason)) {
      talk.problems.push(`${method} failed: ${talk.connection.ended() ?? reason}`);
    }
    return undefined;
  }
}

/** What an error says, at most 300 characters; with the status of the answer where it came over HTTP. */
export function errorText(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).slice(0, 300).trim();
  const status = statusOf(error);
  if (status === 401 || status === 403) return `the server wants a login (HTTP ${status})`;
  return status === undefined ? text : `${text} (HTTP ${status})`;
}

/** Both generations of the client keep it in a place of their own. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, data } = error as { readonly code?: unknown; readonly data?: { readonly status?: unknown } };
  if (error.name === 'UnauthorizedError') return 401;
  return [code, data?.status].find((value): value is number => isStatus(value));
}

function isStatus(value: unknown): boolean {
  return typeof value === 'number' && value >= 400 && value < 600;
}
