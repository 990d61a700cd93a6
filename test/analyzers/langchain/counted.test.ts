import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const text = (count: number): string => `
from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware
from settings import chosen
def look(key: str) -> str: ...
${Array.from(
  { length: count },
  (_, i) =>
    `desk${i} = create_agent("m", tools=[look], middleware=[HumanInTheLoopMiddleware(interrupt_on=chosen(${i}))])`,
).join('\n')}
`;

const gaps = async (count: number) =>
  (await read({ 'a.py': text(count) })).filter(
    fact => fact.fact === 'gap' && fact.detail.includes('need approval'),
  );

describe('approvals that could not be read', () => {
  it('are told once with their number and every agent', async () => {
    const [only, ...rest] = await gaps(3);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ at: { line: 6 }, detail: expect.stringContaining('(3 places') });
    expect(only?.fact === 'gap' && only.affects?.length).toBe(3);
  });

  it('stay as they are where there is one', async () => {
    const found = await gaps(1);
    expect(found.map(fact => (fact.fact === 'gap' ? fact.detail : ''))).toEqual([
      'Which tools need approval could not be read; no gate is assumed.',
    ]);
  });
});
