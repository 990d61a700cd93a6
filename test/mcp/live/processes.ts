import { readdirSync, readFileSync } from 'node:fs';

/** Processes whose environment holds a text. Only Linux can tell; callers skip elsewhere. */
export function processesWith(mark: string): readonly number[] {
  return readdirSync('/proc').flatMap(name => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    try {
      return readFileSync(`/proc/${name}/environ`, 'latin1').includes(mark) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

/** Children of this process that ended and that nobody waited for. */
export function zombies(): readonly string[] {
  return readdirSync('/proc').filter(name => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'latin1')
        .replace(/^[\s\S]*\) /, '')
        .split(' ');
      return fields[0] === 'Z' && Number(fields[1]) === process.pid;
    } catch {
      return false;
    }
  });
}
