import { of, symbolRows } from '../../build-rows.ts';

/** Python subprocess, asyncio processes, dynamic code. */
export const pythonProcesses = symbolRows(
  {
    kind: 'api',
    why: 'Starts programs or runs code.',
    reference: 'https://docs.python.org/3/library/subprocess.html',
  },
  [
    {
      symbols: of(['asyncio.', 'asyncio.subprocess.'], 'create_subprocess_exec create_subprocess_shell'),
      capabilities: ['shell.run'],
      arguments: { command: [0, 1, 'cmd', 'program'] },
      result: 'content',
      reference: 'https://docs.python.org/3/library/asyncio-subprocess.html',
    },
    {
      symbols: of(['anyio.'], 'open_process run_process'),
      capabilities: ['shell.run'],
      arguments: { command: [0, 'command'] },
      result: 'content',
      reference: 'https://anyio.readthedocs.io/en/stable/subprocesses.html',
    },
    {
      symbols: of(['code.InteractiveInterpreter().', 'code.InteractiveConsole().'], 'push runcode runsource'),
      capabilities: ['code.run'],
      arguments: { code: [0] },
      result: 'content',
      reference: 'https://docs.python.org/3/library/code.html',
      why: 'Runs text as Python in this process.',
    },
    {
      symbols: of(['importlib.'], 'import_module'),
      capabilities: ['code.run'],
      arguments: { code: [0, 'name'] },
      result: 'content',
      reference: 'https://docs.python.org/3/library/importlib.html',
      why: 'Loads and runs a module by name.',
    },
    {
      symbols: of(['runpy.'], 'run_module run_path'),
      capabilities: ['code.run'],
      arguments: { code: [0] },
      result: 'content',
      reference: 'https://docs.python.org/3/library/runpy.html',
      why: 'Runs a module or script by name.',
    },
    {
      symbols: ['pexpect.spawn', 'pexpect.run', 'pty.spawn', 'sh.bash', 'sh.Command'],
      capabilities: ['shell.run'],
      arguments: { command: [0, 'command'] },
      result: 'content',
      reference: 'https://pexpect.readthedocs.io/en/stable/',
    },
    {
      symbols: [
        'plumbum.local.cmd',
        'invoke.run',
        'invoke.Context().run',
        'fabric.Connection().run',
        'fabric.Connection().sudo',
      ],
      capabilities: ['shell.run'],
      arguments: { command: [0, 'command'] },
      result: 'content',
      reference: 'https://docs.pyinvoke.org/',
    },
    {
      symbols: of(['subprocess.'], 'Popen call check_call check_output getoutput getstatusoutput run'),
      capabilities: ['shell.run'],
      arguments: { command: [0, 'args', 'cmd'] },
      result: 'content',
      why: 'Starts a program; with `shell=True` a whole command line.',
    },
    {
      symbols: of(['subprocess.Popen().'], 'communicate'),
      capabilities: ['shell.run'],
      arguments: { body: [0, 'input'] },
      result: 'content',
      why: 'Input and output of a started program.',
    },
  ],
);
