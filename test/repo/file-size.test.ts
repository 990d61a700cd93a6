import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Data and generated files are exempt. */
const exempt = /(^|\/)(data|generated|node_modules|dist)\/|^analyzers\/index\.ts$|\.d\.ts$/;

const files = ['src', 'analyzers', 'visualizer/src'].flatMap(listCode).sort((a, b) => a.lines - b.lines);

function listCode(folder: string): readonly { readonly path: string; readonly lines: number }[] {
  let names: readonly string[] = [];
  try {
    names = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.ts') && !exempt.test(path))
    .map(path => ({ path, lines: readFileSync(`${root}${path}`, 'utf8').trimEnd().split('\n').length }));
}

const at = (share: number): number => files[Math.floor((files.length - 1) * share)]?.lines ?? 0;

describe('file sizes', () => {
  it('stay small: median 80 lines, 95 in 100 below 250, none above 400', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter(({ lines }) => lines > 400)).toEqual([]);
    expect(at(0.5)).toBeLessThanOrEqual(80);
    expect(at(0.95)).toBeLessThanOrEqual(250);
  });

  it('keep the pipeline on one screen', () => {
    const pipeline = files.find(({ path }) => path === 'src/pipeline.ts');
    expect(pipeline?.lines).toBeLessThan(80);
  });

  it('are named in kebab-case', () => {
    const odd = files.filter(
      ({ path }) => !/^[a-z0-9_]+([.-][a-z0-9]+)*\.ts$/.test(path.split('/').at(-1) ?? ''),
    );
    expect(odd).toEqual([]);
  });
});
