import { of, symbolRows } from '../../build-rows.ts';

/** Deno and Bun. */
export const denoBun = symbolRows(
  { kind: 'api', why: 'Runtime API of Deno and Bun.', reference: 'https://docs.deno.com/api/deno/' },
  [
    {
      symbols: of(['globalThis.Deno.'], 'readFile readFileSync readTextFile readTextFileSync'),
      capabilities: ['file.read'],
      arguments: { path: [0] },
      result: 'content',
    },
    {
      symbols: of(['globalThis.Deno.'], 'writeFile writeFileSync writeTextFile writeTextFileSync'),
      capabilities: ['file.write'],
      arguments: { path: [0], body: [1] },
      result: 'none',
    },
    {
      symbols: of(['globalThis.Deno.'], 'remove removeSync'),
      capabilities: ['file.delete'],
      arguments: { path: [0] },
      result: 'none',
    },
    {
      symbols: ['globalThis.Deno.Command', 'globalThis.Deno.run'],
      capabilities: ['shell.run'],
      arguments: { command: [0, '1.args'] },
      result: 'content',
    },
    {
      symbols: ['globalThis.Bun.$', 'bun#$', ...of(['globalThis.Bun.', 'bun#'], 'spawn spawnSync')],
      capabilities: ['shell.run'],
      arguments: { command: [0, '0.cmd'] },
      result: 'content',
      reference: 'https://bun.sh/docs/runtime/shell',
    },
    {
      symbols: ['globalThis.Bun.file'],
      capabilities: ['file.read'],
      arguments: { path: [0] },
      result: 'content',
      reference: 'https://bun.sh/docs/api/file-io',
    },
    {
      symbols: ['globalThis.Bun.write'],
      capabilities: ['file.write'],
      arguments: { path: [0], body: [1] },
      result: 'none',
      reference: 'https://bun.sh/docs/api/file-io',
    },
  ],
);
