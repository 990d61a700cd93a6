import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Rounds of looking for survivors: each round ends what the last one left behind. */
const maxRounds = 5;

/**
 * Ends a process and everything it started, also what left its group or its parent: on Linux a process is recognised
 * by `mark`, a text that stands in the environment its parent was given. Resolves when nothing is left, or after a
 * bounded number of attempts.
 */
export async function endTree(child: ChildProcess, mark: string): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') return taskkill(pid);
  for (let round = 0; round < maxRounds; round++) {
    const found = [...descendants(pid), ...marked(mark)].filter(id => id !== process.pid);
    signal(-pid);
    for (const id of found) signal(id);
    if (round > 0 && found.length === 0) break;
    await pause(round * 20);
  }
  await exited(child);
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone, or none of ours.
  }
}

async function taskkill(pid: number): Promise<void> {
  await new Promise<void>(resolve => {
    const helper = spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    helper.once('exit', () => resolve());
    helper.once('error', () => resolve());
  });
}

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    const timer = setTimeout(resolve, 2000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function descendants(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const [pid, parent] of parents()) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const found: number[] = [];
  for (const queue = [root]; queue.length > 0; ) {
    const next = children.get(queue.pop() ?? 0) ?? [];
    found.push(...next);
    queue.push(...next);
  }
  return found;
}

function parents(): readonly (readonly [pid: number, parent: number])[] {
  if (process.platform === 'linux') {
    return processIds().flatMap(pid => {
      // The name in brackets may hold anything; the numbers follow the last bracket.
      const fields = read(`/proc/${pid}/stat`)
        .replace(/^[\s\S]*\) /, '')
        .split(' ');
      const parent = Number(fields[1]);
      return fields[0] === 'Z' || !Number.isInteger(parent) ? [] : [[pid, parent] as const];
    });
  }
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8', timeout: 2000 });
  return (stdout ?? '').split('\n').flatMap(line => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return pid !== undefined && parent !== undefined && pid > 0 ? [[pid, parent] as const] : [];
  });
}

function marked(mark: string): readonly number[] {
  if (process.platform !== 'linux' || mark === '') return [];
  return processIds().filter(pid => pid !== process.pid && read(`/proc/${pid}/environ`).includes(mark));
}

function processIds(): readonly number[] {
  try {
    return readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function pause(time: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, time));
}
