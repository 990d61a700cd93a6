import { stableText } from '../stable-text.ts';
import { type Connection, open, type Target, type Way, waysTo } from './connection.ts';
import { defaultLimits, type LiveLimits } from './limits.ts';
import { errorText, listAll, type Talk } from './pages.ts';

/** What a server answered, as far as it did. Items are as sent. */
export interface Listing {
  readonly server?: { readonly name: string; readonly version: string };
  readonly instructions?: string;
  readonly tools: readonly unknown[];
  readonly resources: readonly unknown[];
  readonly resourceTemplates: readonly unknown[];
  readonly prompts: readonly unknown[];
  /** A sentence per thing that went wrong; empty means that the listing is complete. */
  readonly problems: readonly string[];
  /** The tools of a second listing in the same connection differ from the first. */
  readonly unstable: boolean;
  /** How the server answered; absent when it never did. */
  readonly way?: Way;
}

const nothing: Listing = {
  tools: [],
  resources: [],
  resourceTemplates: [],
  prompts: [],
  problems: [],
  unstable: false,
};

/** A second listing of more tools than this tells little and costs much. */
const maxCompared = 500;

/** Connects, lists, disconnects. Never throws, never outlasts the deadline by more than the time to end a process. */
export async function listServer(target: Target, limits: LiveLimits = defaultLimits): Promise<Listing> {
  const end = Date.now() + limits.deadline;
  const problems: string[] = [];
  for (const way of waysTo(target)) {
    const left = end - Date.now();
    if (left <= 0) break;
    const result = await session(target, way, limits, left);
    if (typeof result !== 'string') return { ...result, way };
    if (!problems.includes(result)) problems.push(result);
    if (!speaksOtherwise(result)) break;
  }
  return { ...nothing, problems };
}

/** The answer says that another protocol or transport may do. */
function speaksOtherwise(problem: string): boolean {
  return (
    !/wants a login/.test(problem) &&
    /version|protocol|unsupported|method not found|initialize|-32\d{3}|\b4\d\d\b|not acceptable/i.test(
      problem,
    )
  );
}

async function session(
  target: Target,
  way: Way,
  limits: LiveLimits,
  time: number,
): Promise<Listing | string> {
  const connection = connectionTo(target, way, limits);
  if (typeof connection === 'string') return connection;
  const partial: { listing?: Listing } = {};
  const talk: Talk = { connection, limits, end: Date.now() + time, problems: [] };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>(resolve => {
    const seconds = Math.max(1, Math.round(limits.deadline / 1000));
    timer = setTimeout(() => resolve(`The server did not answer in full within ${seconds} s.`), time);
  });
  const problem = await Promise.race([
    conversation(talk, partial).then(
      () => undefined,
      error => connection.ended() ?? `The server could not be listed: ${errorText(error)}`,
    ),
    late,
  ]);
  clearTimeout(timer);
  const ended = connection.ended();
  await connection.close();
  const { listing } = partial;
  if (!listing) return problem ?? 'The server could not be listed.';
  const all = [...talk.problems, ...(problem ? [problem] : []), ...(ended ? [ended] : [])];
  return { ...listing, problems: [...new Set(all)] };
}

function connectionTo(target: Target, way: Way, limits: LiveLimits): Connection | string {
  try {
    return open(target, way, limits);
  } catch (error) {
    return `The server could not be listed: ${errorText(error)}`;
  }
}

/** Fills `partial` as answers come, so that a server that dies half-way is known half-way. */
async function conversation(talk: Talk, partial: { listing?: Listing }): Promise<void> {
  const { connection, problems } = talk;
  await connection.connect();
  const { server, instructions, can } = connection.details();
  const tools: unknown[] = [];
  partial.listing = {
    ...nothing,
    tools,
    ...(server && { server }),
    ...(instructions !== undefined && { instructions }),
  };
  const note = (more: Partial<Listing>): void => {
    partial.listing = { ...nothing, ...partial.listing, ...more };
  };
  await listAll(talk, 'tools/list', 'tools', tools);
  if ('resources' in can) {
    note({ resources: await listAll(talk, 'resources/list', 'resources') });
    const templates = await listAll(talk, 'resources/templates/list', 'resourceTemplates');
    note({ resourceTemplates: templates });
  }
  if ('prompts' in can) note({ prompts: await listAll(talk, 'prompts/list', 'prompts') });
  if (problems.length > 0 || tools.length >= maxCompared) return;
  const again = await listAll(talk, 'tools/list', 'tools');
  if (problems.length === 0) note({ unstable: stableText(again) !== stableText(tools) });
}
