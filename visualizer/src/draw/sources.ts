import type { Location } from '../../../src/model/location.ts';
import { object, texts } from '../data/shape.ts';

/** Lines of a file, with the number of the first. */
export interface Lines {
  readonly first: number;
  readonly lines: readonly string[];
}

/**
 * Source text of the scanned folder. A report holds none: `trefoil view` serves lines of the files its report names; in
 * a saved page the user may open the folder, which stays in the page.
 */
export interface Sources {
  /** True when lines can be asked for. */
  readonly ready: boolean;
  /** Takes the files of a folder input. */
  open(files: FileList): void;
  /** Lines that were read before. */
  known(location: Location): Lines | undefined;
  /** Lines around a place; nothing when the file is not there. */
  around(location: Location): Promise<Lines | undefined>;
}

const maxSize = 2_000_000;
const margin = 3;

export function createSources(live: boolean): Sources {
  let byPath: ReadonlyMap<string, File> | undefined;
  const known = new Map<string, Lines>();
  const read = async ({ file, line }: Location): Promise<Lines | undefined> => {
    const found = byPath?.get(file);
    if (found) return found.size > maxSize ? undefined : cut(await found.text(), line);
    return live ? ask(file, line) : undefined;
  };
  return {
    get ready() {
      return live || byPath !== undefined;
    },
    open(files) {
      known.clear();
      byPath = new Map(
        [...files].map(file => [file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file]),
      );
    },
    known: ({ file, line }) => known.get(`${file}:${line}`),
    async around(location) {
      const lines = await read(location);
      if (lines) known.set(`${location.file}:${location.line}`, lines);
      return lines;
    },
  };
}

function cut(text: string, line: number): Lines {
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, line - margin);
  return { first, lines: lines.slice(first - 1, line + margin).map(row => row.slice(0, 400)) };
}

/** `trefoil view` answers lines of files that its report names, nothing else. */
async function ask(file: string, line: number): Promise<Lines | undefined> {
  try {
    const answer = await fetch(`/source?file=${encodeURIComponent(file)}&line=${line}`, {
      cache: 'no-store',
    });
    if (!answer.ok) return undefined;
    const { first, lines } = object(await answer.json());
    return typeof first === 'number' ? { first, lines: texts(lines) } : undefined;
  } catch {
    return undefined;
  }
}
