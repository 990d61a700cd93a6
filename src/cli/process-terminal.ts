import type { Terminal } from './terminal.ts';

/** The real process. A reader that goes away (`| head`) is no error: output just ends. */
export function processTerminal(): Terminal {
  let closed = false;
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  };
  process.stdout.on('error', onError);
  process.stderr.on('error', onError);

  return {
    cwd: process.cwd(),
    env: process.env,
    outIsTty: process.stdout.isTTY === true,
    errIsTty: process.stderr.isTTY === true,
    out: text =>
      new Promise(resolve => {
        if (closed) return resolve();
        process.stdout.write(text, () => resolve());
      }),
    err: text => {
      if (!closed) process.stderr.write(text);
    },
    ...(process.stdin.isTTY && process.stderr.isTTY && { confirm }),
    stopped: new Promise(resolve => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
  };
}

/** The question stands on standard error: standard output is for the report. */
async function confirm(message: string): Promise<boolean> {
  const { confirm: ask } = await import('@clack/prompts');
  return (await ask({ message, initialValue: false, output: process.stderr })) === true;
}
