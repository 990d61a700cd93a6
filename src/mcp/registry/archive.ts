import { Readable } from 'node:stream';
import { Unzip, UnzipInflate } from 'fflate';
import { Parser, type ReadEntry } from 'tar';

/** Files of an archive by `/`-separated path. */
export type Unpacked = ReadonlyMap<string, Uint8Array>;

/** What an archive may hold: beyond `entries` and `totalBytes` nothing of it is used, larger files are left out. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}

export const archiveLimits: ArchiveLimits = {
  entries: 30_000,
  fileBytes: 16_000_000,
  totalBytes: 250_000_000,
};

/** Only text that the readers look at; everything else is counted and dropped. */
const wanted =
  /(?:\.(?:[cm]?[jt]sx?|json|py|toml|cfg)|(?:^|\/)(?:METADATA|RECORD|PKG-INFO|entry_points\.txt))$/i;

/** Unpacks a gzipped or plain tar archive in memory. Links and special files are left out. */
export function unpackTar(bytes: Uint8Array, limits = archiveLimits): Promise<Unpacked | string> {
  return new Promise(resolve => {
    const files = new Map<string, Uint8Array>();
    const budget = createBudget(limits);
    const source = Readable.from(chunksOf(bytes));
    const stop = (why: string): void => {
      source.destroy();
      resolve(why);
    };
    const parser = new Parser({
      maxDecompressionRatio: 1_000,
      onReadEntry(entry: ReadEntry) {
        const path = pathOf(entry.path);
        const isFile = entry.type === 'File' || entry.type === 'OldFile' || entry.type === 'ContiguousFile';
        const isKept = isFile && path !== undefined && wanted.test(path);
        const parts: Buffer[] = [];
        let size = 0;
        const problem = budget.entry();
        if (problem) stop(problem);
        entry.on('data', (part: Buffer) => {
          const over = budget.bytes(part.length);
          size += part.length;
          if (over) stop(over);
          else if (isKept && size <= limits.fileBytes) parts.push(part);
        });
        entry.on('end', () => {
          if (isKept && size <= limits.fileBytes) files.set(path, Buffer.concat(parts));
        });
      },
    });
    parser.on('error', (error: Error) => stop(`the archive is broken (${error.message.slice(0, 80)})`));
    parser.on('end', () => resolve(files));
    source.on('data', (part: Buffer) => parser.write(part));
    source.on('end', () => parser.end());
  });
}

/** Unpacks a zip archive (a wheel) in memory. */
export function unpackZip(bytes: Uint8Array, limits = archiveLimits): Unpacked | string {
  const files = new Map<string, Uint8Array>();
  const budget = createBudget(limits);
  let problem: string | undefined;
  const reader = new Unzip(file => {
    const path = pathOf(file.name);
    problem ??= budget.entry();
    if (problem || path === undefined || !wanted.test(path)) return;
    const parts: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, part, isLast) => {
      problem ??= error ? 'the archive is broken' : budget.bytes(part.length);
      if (problem) return file.terminate();
      size += part.length;
      if (size <= limits.fileBytes) parts.push(part.slice());
      if (isLast && size <= limits.fileBytes) files.set(path, Buffer.concat(parts));
    };
    file.start();
  });
  reader.register(UnzipInflate);
  try {
    for (const part of chunksOf(bytes)) {
      if (problem) return problem;
      reader.push(part);
    }
    reader.push(new Uint8Array(0), true);
  } catch {
    return 'the archive is broken';
  }
  return problem ?? files;
}

/** Paths stay inside: no absolute ones, none that climb, no odd characters. */
function pathOf(path: string): string | undefined {
  const parts = path
    .replace(/\\/g, '/')
    .split('/')
    .filter(part => part !== '' && part !== '.');
  const isBad =
    /^[/\\]|^[A-Za-z]:/.test(path) ||
    parts.length === 0 ||
    parts.length > 40 ||
    path.length > 1_000 ||
    // Control characters and colons must not be in a path.
    parts.some(part => part === '..' || /[\u0000-\u001f:]/.test(part));
  return isBad ? undefined : parts.join('/');
}

interface Budget {
  entry(): string | undefined;
  bytes(more: number): string | undefined;
}

function createBudget(limits: ArchiveLimits): Budget {
  let entries = 0;
  let total = 0;
  return {
    entry() {
      return ++entries > limits.entries ? `the archive has more than ${limits.entries} entries` : undefined;
    },
    bytes(more) {
      total += more;
      return total > limits.totalBytes
        ? `the archive unpacks to more than ${limits.totalBytes} bytes`
        : undefined;
    },
  };
}

function* chunksOf(bytes: Uint8Array): Iterable<Buffer> {
  const size = 1 << 16;
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}
