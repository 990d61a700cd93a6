import { type Command, Option } from 'commander';
import { formats } from '../report/formats.ts';
import type { McpAuditFlags } from './mcp-audit.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { thresholds } from './threshold.ts';

/** `trefoil mcp ...`. */
export function addMcpCommands(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const mcp = program.command('mcp').description('audit MCP servers, and be one');
  mcp
    .command('audit')
    .description('audit the MCP servers of this machine, a home folder or a repository, without starting any')
    .argument('[path]', 'repository or home folder (default: this machine)')
    .addOption(
      new Option('-f, --format <format>', 'format of standard output').choices(formats).default('text'),
    )
    .option('-o, --output <file>', 'write that format to a file instead of standard output')
    .option('--out <format=file>', 'one more output; repeatable', collect, [])
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on (default: high)').choices(thresholds),
    )
    .option('--baseline <file>', 'JSON report whose findings do not count')
    .option('--config <file>', 'configuration file')
    .option('--listing <file...>', 'saved tools/list answers: {server?, tools} or an array of those')
    .option('--home <folder>', 'audit this home folder')
    .addOption(
      new Option('--platform <name>', 'platform of the home folder').choices(['linux', 'darwin', 'win32']),
    )
    .option(
      '--llm <provider:model>',
      'ask this model about tools of which the words alone are unsure; sends their texts to it',
    )
    .option('-q, --quiet', 'no progress and no notes')
    .action(async (path: string | undefined, flags: McpAuditFlags) =>
      finish(await (await import('./mcp-audit.ts')).mcpAuditCommand(path, flags, terminal)),
    );
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
