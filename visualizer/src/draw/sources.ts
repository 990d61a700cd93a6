import type { Location } from '../../../src/model/location.ts';

/** Source text of the scanned folder. A report holds none; the user may open the folder in the page, where it stays. */
export interface Sources {
  readonly count: number;
  /** Takes the files of a folder input. */
  open(files: FileList): void;
  /** Lines around a place, with the number of the first; nothing when the file is not there. */
  around(location: Location): Promise<{ readonly first: number; readonly lines: readonly string[] } | undefined>;
}

const maxSize = 2_000_000;
const margin = 3;

export function createSources(): Sources {
  let byPath = new Map<string, File>();
  return {
    get count() {
      return byPath.size;
    },
    open(files) {
      byPath = new Map([...files].map(file => [file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file]));
    },
    async around({ file, line }) {
      const found = byPath.get(file);
      if (!found || found.size > maxSize) return undefined;
      const lines = (await found.text()).split(/\r?\n/);
      const first = Math.max(1, line - margin);
      return { first, lines: lines.slice(first - 1, line + margin).map(text => text.slice(0, 400)) };
    },
  };
}
