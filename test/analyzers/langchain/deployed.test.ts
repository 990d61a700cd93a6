import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const code = `
from langchain.agents import create_agent
def look(key: str) -> str: ...
desk = create_agent("m", tools=[look])
`;
const config = (path: string): string => JSON.stringify({ graphs: { front: path } });

const uses = async (files: { readonly [path: string]: string }): Promise<readonly string[]> =>
  (await read(files)).flatMap(fact =>
    fact.fact === 'relation' && fact.from === 'langgraph:front' ? [fact.to] : [],
  );

describe('langgraph.json that names modules', () => {
  it('leads to the file of the module', async () => {
    const at = ['src/pkg/desk.py', 'pkg/desk.py', 'services/a/pkg/desk.py'];
    for (const path of at)
      expect(await uses({ 'langgraph.json': config('pkg.desk:desk'), [path]: code })).toEqual([
        `langgraph:${path}#desk`,
      ]);
  });

  it('is a gap where no file or more than one fits', async () => {
    const many = { 'langgraph.json': config('pkg.desk:desk'), 'x/pkg/desk.py': code, 'y/pkg/desk.py': code };
    expect(await uses(many)).toEqual([]);
    expect(
      (await read(many)).some(fact => fact.fact === 'gap' && fact.detail.includes('was not found')),
    ).toBe(true);
  });

  it('still reads paths of files', async () => {
    expect(await uses({ 'langgraph.json': config('./pkg/desk.py:desk'), 'pkg/desk.py': code })).toEqual([
      'langgraph:pkg/desk.py#desk',
    ]);
  });
});
