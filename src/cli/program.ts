import { Command, InvalidArgumentError, Option } from 'commander';
import { formats } from '../report/formats.ts';
import { addMcpCommands } from './mcp-program.ts';
import type { ScanFlags } from './scan-flags.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { thresholds } from './threshold.ts';
import { readVersion } from './version.ts';
import type { ViewFlags } from './view.ts';

/** Reports the exit code of the command that ran. */
export type Finish = (code: ExitCode) => void;

/** The command line. Commands load their code when they run: start-up is part of the product. */
export async function createProgram(terminal: Terminal, finish: Finish): Promise<Command> {
  const program = new Command('trefoil')
    .description(
      'Finds the lethal trifecta in AI agent systems: untrusted input, sensitive data and a way out',
    )
    .version(readVersion(), '-V, --version')
    .helpOption('-h, --help')
    .exitOverride()
    .configureOutput({
      writeOut: text => void terminal.out(text),
      writeErr: text => terminal.err(text.replace(/^error: /, 'trefoil: ')),
    })
    .addHelpText('after', '\nExit codes: 0 nothing at or above the threshold, 1 findings, 2 could not run.');

  scanOptions(
    program
      .command('scan')
      .description('analyze folders or files')
      .argument('[path...]', 'what to scan', ['.']),
  ).action(async (paths: string[], flags: ScanFlags) =>
    finish(await (await import('./scan.ts')).scanCommand(paths, flags, terminal)),
  );

  program
    .command('view')
    .description('open the explorer for a folder or a saved JSON report')
    .argument('[path]', 'folder or report.json', '.')
    .option('-o, --output <file>', 'write one self-contained HTML file instead of serving it')
    .option('--port <n>', 'port on 127.0.0.1 (default: any free one)', parsePort)
    .option('--watch', 'scan again when files change')
    .option('--compare <file>', 'earlier JSON report: the explorer opens with what changed since')
    .option('--no-open', 'do not open the browser')
    .option('--config <file>', 'configuration file')
    .action(async (path: string, flags: ViewFlags) =>
      finish(await (await import('./view.ts')).viewCommand(path, flags, terminal)),
    );

  program
    .command('explain')
    .description('show the page of a rule, or tell a chain in words')
    .argument('<rule-or-chain>', 'rule id, chain id or finding id')
    .option('--report <file>', 'JSON report that holds the chain (default: scan the current folder)')
    .action(async (subject: string, flags: { report?: string }) =>
      finish(await (await import('./explain.ts')).explainCommand(subject, flags, terminal)),
    );

  program
    .command('diff')
    .description('compare two JSON reports: what B adds and what it no longer has')
    .argument('<a>', 'JSON report before')
    .argument('<b>', 'JSON report after')
    .option('--json', 'machine-readable output')
    .action(async (a: string, b: string, flags: { json?: boolean }) =>
      finish(await (await import('./diff.ts')).diffCommand(a, b, flags, terminal)),
    );

  program
    .command('init')
    .description('write a commented trefoil.yml into the current folder')
    .option('--force', 'replace an existing file')
    .action(async (flags: { force?: boolean }) =>
      finish(await (await import('./init.ts')).initCommand(flags, terminal)),
    );

  addMcpCommands(program, terminal, finish);
  return program;
}

function scanOptions(command: Command): Command {
  return command
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
      new Option('--fail-on <severity>', 'exit 1 from this severity on (default: high)').choices(thresholds),
    )
    .option('--baseline <file>', 'JSON report whose findings do not count')
    .option('--config <file>', 'configuration file (default: trefoil.yml in the scanned folder)')
    .option('--include <glob>', 'only these files; repeatable', collect, [])
    .option('--exclude <glob>', 'not these files; repeatable', collect, [])
    .option('--no-cache', 'read every file anew')
    .option('--jobs <n>', 'parallel workers', parseCount)
    .option('-q, --quiet', 'no progress and no notes')
    .addOption(
      new Option(
        '--dump <what>',
        'print facts or the graph as JSON, or all labels as a list, instead of a report',
      ).choices(['facts', 'graph', 'labels']),
    )
    .option(
      '--what-if <change>',
      'analyze as if changed: "gate:send_email", "remove:fetch"; repeatable',
      collect,
      [],
    )
    .option(
      '--llm <provider:model>',
      'ask this model about tools of which the words alone are unsure; sends their names, descriptions and parameters to it',
    );
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function parsePort(value: string): number {
  const port = parseCount(value);
  if (port > 65_535) throw new InvalidArgumentError('A port is expected.');
  return port;
}

function parseCount(value: string): number {
  if (!/^\d{1,5}$/.test(value)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(value);
}
