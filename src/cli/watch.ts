import { watch } from 'node:fs';
import { sep } from 'node:path';

/** Folders whose changes never matter to a scan. */
const ignored = new Set(['.git', 'node_modules', '.venv', '__pycache__', '.trefoil-cache', 'dist']);

const quietTime = 300;

/** Something that can be stopped. */
export interface Watcher {
  close(): void;
}

/**
 * Calls `onChange` after files below `path` changed and a moment of quiet; never twice at once, and once more when
 * something changed meanwhile. Errors of `onChange` and of the watcher go to `onError` as a message.
 */
export function watchTree(
  path: string,
  onChange: () => Promise<void>,
  onError: (message: string) => void,
): Watcher {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;

  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    await onChange().catch((error: unknown) =>
      onError(error instanceof Error ? error.message : String(error)),
    );
    running = false;
    if (again) {
      again = false;
      schedule();
    }
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), quietTime);
  };

  const watcher = watch(path, { recursive: true }, (_event, name) => {
    if (name?.split(sep).some(part => ignored.has(part))) return;
    schedule();
  });
  watcher.on('error', error => onError(error.message));
  return {
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
