import { type Command, InvalidArgumentError, Option } from 'commander';
import { formats } from '../report/formats.ts';
import type { McpAuditFlags } from './mcp-audit.ts';
import type { McpLockFlags } from './mcp-lock.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { thresholds } from './threshold.ts';

/** `trefoil mcp ...`. */
export function addMcpCommands(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const mcp = program.command('mcp').description('audit MCP servers, and be one');
  subjectOptions(mcp.command('audit'))
    .description('audit the MCP servers of this machine, a home folder or a repository, without starting any')
    .argument('[path]', 'repository or home folder (default: this machine)')
    .addOption(
      new Option('-f, --format <format>', 'format of standard output').choices(formats).default('text'),
    )
    .option('-o, --output <file>', 'write that format to a file instead of standard output')
    .option('--out <format=file>', 'one more output; repeatable', collect, [])
    .option(
      '--explorer <page>',
      'path or address of the HTML report: SARIF and Markdown link their chains to it',
    )
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit 1 from this severity on (default: high), or on drift alone',
      ).choices([...thresholds, 'drift']),
    )
    .option('--baseline <file>', 'JSON report whose findings do not count')
    .option('--lock <file>', 'lock file to compare with (default: mcp.lock.json where one lies)')
    .option('--locked', 'exit 1 when anything differs from the lock file, too')
    .action(async (path: string | undefined, flags: McpAuditFlags) =>
      finish(await (await import('./mcp-audit.ts')).mcpAuditCommand(path, flags, terminal)),
    );
  subjectOptions(mcp.command('lock'))
    .description(
      'write down what the servers are now (versions, tools, labels), for later audits to compare with',
    )
    .argument('[path]', 'repository or home folder (default: this machine)')
    .option('-o, --output <file>', 'file to write (default: mcp.lock.json in the repository, else here)')
    .action(async (path: string | undefined, flags: McpLockFlags) =>
      finish(await (await import('./mcp-lock.ts')).mcpLockCommand(path, flags, terminal)),
    );
  mcp
    .command('serve')
    .description('be an MCP server (standard streams) that scans folders; it reads and does nothing else')
    .option(
      '--root <folder>',
      'folder that may be scanned; repeatable (default: the current folder)',
      collect,
      [],
    )
    .action(async (flags: { root: readonly string[] }) =>
      finish(await (await import('./mcp-serve.ts')).mcpServeCommand(flags, terminal)),
    );
}

/** What to audit and how to look at it. */
function subjectOptions(command: Command): Command {
  return connectOptions(
    command
      .option('--config <file>', 'configuration file')
      .option('--listing <file...>', 'saved tools/list answers: {server?, tools} or an array of those')
      .option(
        '--package-dir <folder...>',
        'folders that hold packages of servers, to read instead of fetching',
      )
      .option(
        '--resolve',
        'fetch packages of servers from their registry, to read them; nothing is installed or run',
      )
      .option('--home <folder>', 'audit this home folder')
      .addOption(
        new Option('--platform <name>', 'platform of the home folder').choices(['linux', 'darwin', 'win32']),
      )
      .option(
        '--llm <provider:model>',
        'ask this model about tools of which the words alone are unsure; sends their texts to it',
      )
      .option('-q, --quiet', 'no progress and no notes'),
  );
}

/** Flags about asking the servers themselves. */
function connectOptions(command: Command): Command {
  return command
    .option(
      '--connect [name...]',
      'start or call servers and ask what they offer: all of the user, or those named',
    )
    .option('--yes', 'with --connect: do not ask before each server')
    .option('--sandbox', 'with --connect: start servers without network and without your home folder')
    .option(
      '--pass-env <name...>',
      'with --connect: variables of yours that started servers get (otherwise none)',
    )
    .option('--timeout <seconds>', 'with --connect: time for each server (default: 30)', parseSeconds);
}

function parseSeconds(value: string): number {
  if (!/^\d{1,4}$/.test(value) || Number(value) < 1)
    throw new InvalidArgumentError('A whole number of seconds is expected.');
  return Number(value);
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
