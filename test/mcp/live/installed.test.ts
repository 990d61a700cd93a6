import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { installedFor } from '../../../src/mcp/live/installed.ts';

const home = realpathSync(mkdtempSync(join(tmpdir(), 'trefoil-installed-')));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function program(path: string, text: string): string {
  const file = join(home, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

describe('where a program is installed', () => {
  it('follows a script to its environment and to the interpreter behind it', () => {
    const python = program('.versions/3.12/bin/python3.12', 'ELF');
    mkdirSync(join(home, 'envs/time/bin'), { recursive: true });
    symlinkSync(python, join(home, 'envs/time/bin/python3'));
    const script = program('envs/time/bin/server', `#!${join(home, 'envs/time/bin/python3')}\n`);
    expect(installedFor(script, home)).toEqual([join(home, 'envs/time'), join(home, '.versions/3.12')]);
  });

  it('names nothing outside of the home folder, and never the whole of it', () => {
    expect(installedFor('sh', home)).toEqual([]);
    expect(installedFor(program('bin/tool', 'ELF'), home)).toEqual([]);
    expect(installedFor('no-such-program-here', home)).toEqual([]);
  });
});
