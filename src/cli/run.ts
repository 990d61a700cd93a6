import { CommanderError } from 'commander';
import { clean } from '../report/clean.ts';
import { createProgram } from './program.ts';
import { type ExitCode, exitCodes, type Terminal, UserError } from './terminal.ts';

/**
 * Runs one command line (without `node` and script). Returns the exit code: 0 nothing at or above the threshold,
 * 1 findings, 2 could not run. Never throws.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean;
  try {
    const program = await createProgram(terminal, result => {
      code = result;
    });
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return report(error, terminal);
  }
}

function report(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.failed;
  const message = clean(error instanceof Error ? error.message : String(error), 500);
  if (isExpected(error)) {
    terminal.err(`trefoil: ${message}\n`);
    return exitCodes.failed;
  }
  const stack = error instanceof Error ? error.stack : undefined;
  if (terminal.env.TREFOIL_DEBUG && stack) terminal.err(`${stack}\n`);
  else terminal.err(`trefoil: internal error: ${message} (set TREFOIL_DEBUG=1 for the stack)\n`);
  return exitCodes.failed;
}

/** By name, because stages may bring their own class for what the user can fix. */
function isExpected(error: unknown): boolean {
  return error instanceof UserError || (error instanceof Error && error.name === 'UserError');
}
