import type { Terminal } from './terminal.ts';

/** A line on standard error that is rewritten in place; silent when standard error is no terminal. */
export interface Progress {
  show(text: string): void;
  clear(): void;
}

const interval = 80;

/** `quiet` switches it off. Updates are throttled, so that a fast scan shows nothing at all. */
export function createProgress(terminal: Terminal, quiet: boolean): Progress {
  if (quiet || !terminal.errIsTty) return { show: () => {}, clear: () => {} };
  const start = performance.now();
  let last = start;
  let visible = false;
  return {
    show: text => {
      const now = performance.now();
      if (now - start < 300 || now - last < interval) return;
      last = now;
      visible = true;
      terminal.err(`\r\u001b[2K${text.slice(0, 78)}`);
    },
    clear: () => {
      if (visible) terminal.err('\r\u001b[2K');
      visible = false;
    },
  };
}
