import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const projects = readdirSync(`${root}samples`).flatMap(name =>
  ['vulnerable', 'fixed']
    .map(variant => `samples/${name}/${variant}`)
    .filter(path => existsSync(`${root}${path}/tsconfig.json`)),
);

describe('samples in TypeScript', () => {
  it.each(projects)(
    '%s type-checks',
    project => {
      const { status, stdout } = spawnSync(
        process.execPath,
        ['node_modules/typescript/bin/tsc', '-p', project],
        {
          cwd: root,
          encoding: 'utf8',
        },
      );
      expect(stdout).toBe('');
      expect(status).toBe(0);
    },
    120_000,
  );
});
