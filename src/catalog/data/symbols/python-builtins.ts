import { of, symbolRows } from '../../build-rows.ts';

/** Python built-in functions. */
export const pythonBuiltins = symbolRows(
  { kind: 'api', why: 'Built-in function.', reference: 'https://docs.python.org/3/library/functions.html' },
  [
    {
      symbols: of(['builtins.'], 'eval exec'),
      capabilities: ['code.run'],
      arguments: { code: [0] },
      why: 'Runs text as Python in this process.',
    },
    {
      symbols: ['builtins.input'],
      capabilities: ['human.ask'],
      result: 'content',
      why: 'Asks the person at the terminal.',
    },
    {
      symbols: ['builtins.open'],
      capabilities: ['file.read'],
      arguments: { path: [0, 'file'], flags: [1, 'mode'] },
      result: 'content',
      settings: [
        {
          setting: 'mode',
          is: 'w',
          drops: ['file.read'],
          adds: ['file.write'],
          why: 'Mode w truncates and writes.',
        },
        {
          setting: 'mode',
          is: 'wb',
          drops: ['file.read'],
          adds: ['file.write'],
          why: 'Mode wb truncates and writes.',
        },
        { setting: 'mode', is: 'a', drops: ['file.read'], adds: ['file.write'], why: 'Mode a appends.' },
        { setting: 'mode', is: 'ab', drops: ['file.read'], adds: ['file.write'], why: 'Mode ab appends.' },
        { setting: 'mode', is: 'x', drops: ['file.read'], adds: ['file.write'], why: 'Mode x creates.' },
        { setting: 'mode', is: 'r+', adds: ['file.write'], why: 'Mode r+ reads and writes.' },
        { setting: 'mode', is: 'w+', adds: ['file.write'], why: 'Mode w+ truncates, writes and reads.' },
      ],
      why: 'Opens a file; the mode decides between reading and writing.',
    },
    {
      symbols: of(['builtins.'], 'abs len max min range round sorted sum'),
      capabilities: ['compute.pure'],
      result: 'content',
    },
  ],
);
