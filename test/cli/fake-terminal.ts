import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal that keeps what was written. `stop()` ends long-running commands. */
export function fakeTerminal(overrides: Partial<Terminal> = {}): {
  readonly terminal: Terminal;
  readonly out: () => string;
  readonly err: () => string;
  readonly stop: () => void;
} {
  let out = '';
  let err = '';
  let stop = (): void => {};
  const stopped = new Promise<void>(resolve => {
    stop = resolve;
  });
  const terminal: Terminal = {
    cwd: process.cwd(),
    env: {},
    outIsTty: false,
    errIsTty: false,
    out: async text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    stopped,
    ...overrides,
  };
  return { terminal, out: () => out, err: () => err, stop: () => stop() };
}
